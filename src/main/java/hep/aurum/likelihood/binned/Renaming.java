package hep.aurum.likelihood.binned;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Give parts of a workspace other names.
 *
 * <p>With a channel its observation is renamed, with a modifier its settings and the parameter of interest. All names
 * change at once, so that two can be exchanged. Two modifiers that get one name become one parameter: so nuisances are
 * correlated. A name that the workspace lacks is refused, and so is a result that is no workspace. Immutable.
 *
 * <pre>{@code
 * Workspace renamed = Renaming.none().withSample("bkg", "ttbar").withModifier("jes", "jet_scale").of(workspace);
 * }</pre>
 *
 * @param channels new name by old name
 * @param samples new name by old name, in every channel
 * @param modifiers new name by old name, of every type
 * @param measurements new name by old name
 * @see <a href="https://pyhf.readthedocs.io/en/v0.7.6/_generated/pyhf.workspace.Workspace.html">rename of
 *     pyhf.workspace.Workspace</a>
 */
public record Renaming(
        Map<String, String> channels,
        Map<String, String> samples,
        Map<String, String> modifiers,
        Map<String, String> measurements) {

    /** Copy the maps. */
    public Renaming {
        channels = Map.copyOf(channels);
        samples = Map.copyOf(samples);
        modifiers = Map.copyOf(modifiers);
        measurements = Map.copyOf(measurements);
    }

    /** Rename nothing. */
    public static Renaming none() {
        return new Renaming(Map.of(), Map.of(), Map.of(), Map.of());
    }

    /** Rename a channel too. */
    public Renaming withChannel(String from, String to) {
        return new Renaming(joined(channels, from, to), samples, modifiers, measurements);
    }

    /** Rename a sample too, in every channel. */
    public Renaming withSample(String from, String to) {
        return new Renaming(channels, joined(samples, from, to), modifiers, measurements);
    }

    /** Rename modifiers of every type too. */
    public Renaming withModifier(String from, String to) {
        return new Renaming(channels, samples, joined(modifiers, from, to), measurements);
    }

    /** Rename a measurement too. */
    public Renaming withMeasurement(String from, String to) {
        return new Renaming(channels, samples, modifiers, joined(measurements, from, to));
    }

    private static Map<String, String> joined(Map<String, String> names, String from, String to) {
        Map<String, String> all = new LinkedHashMap<>(names);
        all.put(from, to);
        return all;
    }

    /**
     * Return a workspace with the new names.
     *
     * @throws hep.aurum.base.NotFound if an old name is not there
     * @throws hep.aurum.base.BadInput if the result is no workspace, as when two channels get the same name
     */
    public Workspace of(Workspace workspace) {
        WorkspaceNames known = new WorkspaceNames(workspace);
        known.requireChannels(channels.keySet());
        known.requireSamples(samples.keySet());
        known.requireModifiers(modifiers.keySet());
        known.requireMeasurements(measurements.keySet());
        return new Workspace(
                        workspace.channels().stream().map(this::renamed).toList(),
                        workspace.observations().stream()
                                .map(o -> new Observation(renamed(channels, o.name()), o.data()))
                                .toList(),
                        workspace.measurements().stream().map(this::renamed).toList())
                .validated("the renamed workspace");
    }

    private static String renamed(Map<String, String> names, String name) {
        return names.getOrDefault(name, name);
    }

    private Channel renamed(Channel channel) {
        return new Channel(
                renamed(channels, channel.name()),
                channel.samples().stream().map(this::renamed).toList());
    }

    private Sample renamed(Sample sample) {
        List<Modifier> renamed = sample.modifiers().stream()
                .map(m -> m.withName(renamed(modifiers, m.name())))
                .toList();
        return new Sample(renamed(samples, sample.name()), sample.data(), renamed);
    }

    private Measurement renamed(Measurement measurement) {
        return new Measurement(
                renamed(measurements, measurement.name()),
                renamed(modifiers, measurement.poi()),
                measurement.parameters().stream()
                        .map(p -> p.withName(renamed(modifiers, p.name())))
                        .toList());
    }
}
