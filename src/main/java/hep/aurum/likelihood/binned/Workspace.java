package hep.aurum.likelihood.binned;

import hep.aurum.base.Names;
import hep.aurum.base.NotFound;
import java.util.Comparator;
import java.util.List;

/**
 * Hold a HistFactory document: templates, data and what to measure with them.
 *
 * @param channels in the order of the document
 * @param observations one for every channel
 * @param measurements at least one
 */
public record Workspace(List<Channel> channels, List<Observation> observations, List<Measurement> measurements) {

    /** The version of the specification that documents are written in. */
    public static final String VERSION = "1.0.0";

    /** Copy the lists. */
    public Workspace {
        channels = List.copyOf(channels);
        observations = List.copyOf(observations);
        measurements = List.copyOf(measurements);
    }

    /**
     * Return the measurement of a name.
     *
     * @throws NotFound if there is none
     */
    public Measurement measurement(String name) {
        return measurements.stream()
                .filter(m -> m.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new NotFound(
                        "no measurement \"" + name + "\" in the workspace",
                        "",
                        Names.suggest(
                                name,
                                measurements.stream().map(Measurement::name).toList())));
    }

    /**
     * Return the observation of a channel.
     *
     * @throws NotFound if there is none
     */
    public Observation observation(String channel) {
        return observations.stream()
                .filter(o -> o.name().equals(channel))
                .findFirst()
                .orElseThrow(() -> new NotFound(
                        "no observation for channel \"" + channel + "\" in the workspace",
                        "",
                        Names.suggest(
                                channel,
                                observations.stream().map(Observation::name).toList())));
    }

    /**
     * Return this workspace with channels, samples, observations, measurements and their settings in the order of their
     * names, and modifiers in that of their names and types.
     *
     * <p>The model is the same; its parameters and bins are numbered in the new order.
     */
    public Workspace sorted() {
        return new Workspace(
                inOrder(channels.stream().map(Workspace::sorted).toList(), Comparator.comparing(Channel::name)),
                inOrder(observations, Comparator.comparing(Observation::name)),
                inOrder(
                        measurements.stream()
                                .map(m -> new Measurement(
                                        m.name(),
                                        m.poi(),
                                        inOrder(m.parameters(), Comparator.comparing(ParameterSettings::name))))
                                .toList(),
                        Comparator.comparing(Measurement::name)));
    }

    private static Channel sorted(Channel channel) {
        Comparator<Modifier> order = Comparator.comparing(Modifier::name).thenComparing(Modifier::type);
        List<Sample> samples = channel.samples().stream()
                .map(s -> new Sample(s.name(), s.data(), inOrder(s.modifiers(), order)))
                .toList();
        return new Channel(channel.name(), inOrder(samples, Comparator.comparing(Sample::name)));
    }

    private static <T> List<T> inOrder(List<T> items, Comparator<? super T> order) {
        return items.stream().sorted(order).toList();
    }

    /**
     * Check that the parts fit together.
     *
     * <p>A parameter of interest that belongs to no modifier is allowed: it is so in background workspaces, to which a
     * patch adds the signal. {@link BinnedModel} refuses it.
     *
     * @param origin the file, for messages; may be empty
     * @return this workspace
     * @throws hep.aurum.base.BadInput naming file, channel, sample, bin and modifier of the first thing that does not
     *     fit
     */
    public Workspace validated(String origin) {
        new WorkspaceCheck(this, origin).run();
        return this;
    }
}
