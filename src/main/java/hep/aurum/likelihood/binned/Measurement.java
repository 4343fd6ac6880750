package hep.aurum.likelihood.binned;

import java.util.List;

/**
 * Say what is measured with a workspace.
 *
 * @param name of the measurement
 * @param poi the parameter of interest; empty if there is none
 * @param parameters settings that override defaults
 */
public record Measurement(String name, String poi, List<ParameterSettings> parameters) {

    /** Copy the list. */
    public Measurement {
        parameters = List.copyOf(parameters);
    }
}
