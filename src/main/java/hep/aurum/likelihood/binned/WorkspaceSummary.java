package hep.aurum.likelihood.binned;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Say what is in a workspace.
 *
 * @param channels number of bins by channel
 * @param samples names of the samples
 * @param modifiers types by name of modifier
 * @param parameters in the order of the model
 * @param measurements parameter of interest by measurement, empty where there is none
 * @param remarks what a user should know: signals that are not there, settings of unknown parameters, data that is not
 *     counts
 */
public record WorkspaceSummary(
        Map<String, Integer> channels,
        List<String> samples,
        Map<String, List<String>> modifiers,
        List<ParameterSummary> parameters,
        Map<String, String> measurements,
        List<String> remarks) {

    /**
     * Say what is known of the parameters of one name.
     *
     * @param name of the modifiers
     * @param count one, or the number of bins
     * @param constraint {@code none}, {@code Gaussian} or {@code Poisson}
     */
    public record ParameterSummary(String name, int count, String constraint) {}

    /** Return the summary of a workspace, with the parameters of its first measurement. */
    public static WorkspaceSummary of(Workspace workspace) {
        workspace.validated("");
        Map<String, Integer> channels = new LinkedHashMap<>();
        Set<String> samples = new LinkedHashSet<>();
        Map<String, Set<String>> types = new LinkedHashMap<>();
        for (Channel channel : workspace.channels()) {
            channels.put(channel.name(), channel.bins());
            for (Sample sample : channel.samples()) {
                samples.add(sample.name());
                for (Modifier modifier : sample.modifiers()) {
                    types.computeIfAbsent(modifier.name(), name -> new TreeSet<>())
                            .add(modifier.type());
                }
            }
        }
        Map<String, List<String>> modifiers = new LinkedHashMap<>();
        types.forEach((name, set) -> modifiers.put(name, List.copyOf(set)));
        Map<String, String> measurements = new LinkedHashMap<>();
        workspace.measurements().forEach(m -> measurements.put(m.name(), m.poi()));
        ParameterLayout layout =
                ParameterLayout.of(workspace, workspace.measurements().get(0), "");
        return new WorkspaceSummary(
                channels,
                List.copyOf(samples),
                modifiers,
                layout.sets().stream().map(WorkspaceSummary::summary).toList(),
                measurements,
                remarks(workspace, modifiers.keySet()));
    }

    private static ParameterSummary summary(ParameterSet set) {
        String constraint = set.kind.isGaussian() ? "Gaussian" : "none";
        return new ParameterSummary(
                set.name, set.count, set.kind == ParameterSet.Kind.POISSON_BINS ? "Poisson" : constraint);
    }

    private static List<String> remarks(Workspace workspace, Set<String> modifiers) {
        List<String> remarks = new ArrayList<>();
        for (Measurement measurement : workspace.measurements()) {
            if (!measurement.poi().isEmpty() && !modifiers.contains(measurement.poi())) {
                remarks.add("no modifier is named \"" + measurement.poi() + "\", the parameter of interest of "
                        + measurement.name() + ": a patch has to add the signal");
            }
            for (ParameterSettings settings : measurement.parameters()) {
                if (!modifiers.contains(settings.name())) {
                    remarks.add("measurement " + measurement.name() + " has settings of \"" + settings.name()
                            + "\", which no modifier has");
                }
            }
        }
        for (Observation observation : workspace.observations()) {
            if (observation.data().stream().anyMatch(count -> count != Math.rint(count))) {
                remarks.add("the data of channel " + observation.name() + " is not whole: Asimov data?");
            }
        }
        return remarks;
    }
}
