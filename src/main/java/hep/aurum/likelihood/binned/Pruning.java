package hep.aurum.likelihood.binned;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Remove parts of a workspace by name or type.
 *
 * <p>With a channel goes its observation, with a modifier its settings in the measurements. A name that the workspace
 * lacks is refused, and so is a result that is no workspace, such as a channel without samples. Immutable.
 *
 * <pre>{@code
 * Workspace background = Pruning.none().withoutSamples("signal").of(workspace);
 * Workspace statOnly = Pruning.none().withoutModifierTypes("normsys", "histosys").of(workspace);
 * }</pre>
 *
 * @param channels names of the channels to remove
 * @param samples names of the samples to remove, in every channel
 * @param modifiers names of the modifiers to remove, of every type
 * @param modifierTypes types of the modifiers to remove, such as {@code staterror}
 * @param measurements names of the measurements to remove
 * @see <a href="https://pyhf.readthedocs.io/en/v0.7.6/_generated/pyhf.workspace.Workspace.html">prune of
 *     pyhf.workspace.Workspace</a>
 */
public record Pruning(
        List<String> channels,
        List<String> samples,
        List<String> modifiers,
        List<String> modifierTypes,
        List<String> measurements) {

    /** Copy the lists. */
    public Pruning {
        channels = List.copyOf(channels);
        samples = List.copyOf(samples);
        modifiers = List.copyOf(modifiers);
        modifierTypes = List.copyOf(modifierTypes);
        measurements = List.copyOf(measurements);
    }

    /** Remove nothing. */
    public static Pruning none() {
        return new Pruning(List.of(), List.of(), List.of(), List.of(), List.of());
    }

    /** Remove these channels too. */
    public Pruning withoutChannels(String... names) {
        return new Pruning(joined(channels, names), samples, modifiers, modifierTypes, measurements);
    }

    /** Remove these samples too, in every channel. */
    public Pruning withoutSamples(String... names) {
        return new Pruning(channels, joined(samples, names), modifiers, modifierTypes, measurements);
    }

    /** Remove these modifiers too. */
    public Pruning withoutModifiers(String... names) {
        return new Pruning(channels, samples, joined(modifiers, names), modifierTypes, measurements);
    }

    /** Remove the modifiers of these types too. */
    public Pruning withoutModifierTypes(String... types) {
        return new Pruning(channels, samples, modifiers, joined(modifierTypes, types), measurements);
    }

    /** Remove these measurements too. */
    public Pruning withoutMeasurements(String... names) {
        return new Pruning(channels, samples, modifiers, modifierTypes, joined(measurements, names));
    }

    private static List<String> joined(List<String> first, String... second) {
        List<String> all = new ArrayList<>(first);
        all.addAll(Arrays.asList(second));
        return all;
    }

    /**
     * Return a workspace without the parts that are to be removed.
     *
     * @throws hep.aurum.base.NotFound if one of them is not there
     * @throws hep.aurum.base.BadInput if what is left is no workspace
     */
    public Workspace of(Workspace workspace) {
        WorkspaceNames known = new WorkspaceNames(workspace);
        known.requireChannels(channels);
        known.requireSamples(samples);
        known.requireModifiers(modifiers);
        known.requireModifierTypes(modifierTypes);
        known.requireMeasurements(measurements);
        List<Channel> keptChannels = workspace.channels().stream()
                .filter(c -> !channels.contains(c.name()))
                .map(c -> new Channel(c.name(), samples(c)))
                .toList();
        List<Observation> keptObservations = workspace.observations().stream()
                .filter(o -> !channels.contains(o.name()))
                .toList();
        List<Measurement> keptMeasurements = workspace.measurements().stream()
                .filter(m -> !measurements.contains(m.name()))
                .map(m -> new Measurement(m.name(), m.poi(), settings(m)))
                .toList();
        return new Workspace(keptChannels, keptObservations, keptMeasurements).validated("the pruned workspace");
    }

    private List<Sample> samples(Channel channel) {
        return channel.samples().stream()
                .filter(s -> !samples.contains(s.name()))
                .map(s -> new Sample(s.name(), s.data(), modifiers(s)))
                .toList();
    }

    private List<Modifier> modifiers(Sample sample) {
        return sample.modifiers().stream()
                .filter(m -> !modifiers.contains(m.name()) && !modifierTypes.contains(m.type()))
                .toList();
    }

    private List<ParameterSettings> settings(Measurement measurement) {
        return measurement.parameters().stream()
                .filter(p -> !modifiers.contains(p.name()))
                .toList();
    }
}
