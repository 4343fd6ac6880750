package hep.aurum.likelihood.binned;

import java.util.List;

/**
 * Hold the nominal rates of one process in one channel.
 *
 * @param name of the process
 * @param data expected events by bin
 * @param modifiers what changes the rates
 */
public record Sample(String name, List<Double> data, List<Modifier> modifiers) {

    /** Copy the lists. */
    public Sample {
        data = List.copyOf(data);
        modifiers = List.copyOf(modifiers);
    }
}
