package hep.aurum.workflow;

import hep.aurum.base.BadInput;
import hep.aurum.hist.Axis;
import hep.aurum.hist.Histogram1D;
import hep.aurum.source.root.RootFile;
import hep.aurum.workflow.study.HistogramStudy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Read the histograms of one channel: cut to the channel's range, merged, normalised to expected events, added up. */
final class HistogramReading {

    private static final double TOLERANCE = 1e-9;

    private final HistogramStudy.Channel channel;
    private final Axis axis;

    private HistogramReading(HistogramStudy.Channel channel, Axis axis) {
        this.channel = channel;
        this.axis = axis;
    }

    /**
     * Hold the content of one channel.
     *
     * @param channel what it is
     * @param predictions expected events of the processes, in their order, titled by their keys
     * @param variations of each process by nuisance, in the same order
     * @param observed the data, titled {@code data}; empty for a blind study
     */
    record Spectra(
            HistogramStudy.Channel channel,
            List<Histogram1D> predictions,
            List<Map<String, Varied>> variations,
            Optional<Histogram1D> observed) {}

    /**
     * Hold expected events of a process at ±1 standard deviation of a nuisance.
     *
     * @param up by bin
     * @param down by bin
     */
    record Varied(double[] up, double[] down) {}

    /**
     * Read a channel.
     *
     * @throws BadInput if histograms have other bins than each other, if the range does not end at edges of bins, or if a
     *     bin has no background
     */
    static Spectra read(HistogramStudy.Channel channel) {
        HistogramReading reading = new HistogramReading(channel, axis(channel));
        List<Histogram1D> predictions = new ArrayList<>();
        List<Map<String, Varied>> variations = new ArrayList<>();
        for (HistogramStudy.Process process : channel.processes()) {
            Histogram1D nominal = reading.sum(process.name(), process.contents());
            predictions.add(nominal);
            Map<String, Varied> varied = new LinkedHashMap<>();
            process.variations().forEach((nuisance, files) -> varied.put(nuisance, reading.varied(files, nominal)));
            variations.add(varied);
        }
        reading.requireBackground(predictions);
        Optional<Histogram1D> observed =
                channel.observed().isEmpty() ? Optional.empty() : Optional.of(reading.sum("data", channel.observed()));
        return new Spectra(channel, predictions, variations, observed);
    }

    /** The first histogram of the channel has the bins that all others must have. */
    private static Axis axis(HistogramStudy.Channel channel) {
        HistogramStudy.Content first = channel.processes().stream()
                .flatMap(p -> p.contents().stream())
                .filter(c -> !c.histograms().isEmpty())
                .findFirst()
                .orElseThrow(() -> new BadInput(
                        "the channel " + channel.name() + " has no histogram that says its bins",
                        "",
                        "give at least one prediction as a histogram"));
        try (RootFile file = RootFile.open(first.file())) {
            return file.histogram(first.histograms().get(0)).axis();
        }
    }

    private Varied varied(HistogramStudy.Variation variation, Histogram1D nominal) {
        double[] up = sum(nominal.title(), variation.up()).heights();
        double[] down;
        if (variation.down().isEmpty()) {
            down = nominal.heights();
            Arrays.setAll(down, b -> 2 * down[b] - up[b]);
        } else {
            down = sum(nominal.title(), variation.down()).heights();
        }
        return new Varied(up, down);
    }

    private Histogram1D sum(String title, List<HistogramStudy.Content> contents) {
        double[] heights = new double[axis.bins()];
        double[] squares = new double[axis.bins()];
        for (HistogramStudy.Content content : contents) {
            double scale = content.normalisation()
                    .map(n -> n.weight(channel.luminosity()))
                    .orElse(1.0);
            if (content.histograms().isEmpty()) {
                TableValues.forEach(content, value -> {
                    int bin = axis.index(value);
                    if (bin >= 0 && bin < axis.bins()) {
                        heights[bin] += scale;
                        squares[bin] += scale * scale;
                    }
                });
            } else {
                addHistograms(content, scale, heights, squares);
            }
        }
        return shaped(title, heights, squares);
    }

    private void addHistograms(HistogramStudy.Content content, double scale, double[] heights, double[] squares) {
        try (RootFile file = RootFile.open(content.file())) {
            for (String path : content.histograms()) {
                Histogram1D histogram = file.histogram(path);
                if (!histogram.axis().hasEdgesOf(axis)) {
                    throw new BadInput(
                            "\"" + path + "\" of " + content.file() + " has " + histogram.axis() + ", expected " + axis,
                            "channel " + channel.name(),
                            "histograms of one channel have the same bins");
                }
                for (int i = 0; i < heights.length; i++) {
                    heights[i] += scale * histogram.height(i);
                    squares[i] += scale * scale * histogram.sumW2(i);
                }
            }
        }
    }

    /** Cut to the range and merge. */
    private Histogram1D shaped(String title, double[] heights, double[] squares) {
        int from = 0;
        int to = axis.bins();
        if (!channel.axis().range().isEmpty()) {
            from = edge(channel.axis().range().get(0));
            to = edge(channel.axis().range().get(1));
        }
        int merge = channel.axis().merge();
        if (to <= from || (to - from) % merge != 0) {
            throw new BadInput(
                    "the channel " + channel.name() + " has " + (to - from) + " bins, which cannot be merged by "
                            + merge,
                    "",
                    "choose a range whose number of bins is a multiple of the merging");
        }
        int bins = (to - from) / merge;
        double[] edges = new double[bins + 1];
        double[] merged = new double[bins];
        double[] errors = new double[bins];
        for (int b = 0; b < bins; b++) {
            double square = 0;
            for (int i = from + b * merge; i < from + (b + 1) * merge; i++) {
                merged[b] += heights[i];
                square += squares[i];
            }
            errors[b] = Math.sqrt(square);
            edges[b] = axis.edge(from + b * merge);
        }
        edges[bins] = axis.edge(to);
        return Histogram1D.ofHeights(title, axis(edges), merged, errors);
    }

    private Axis axis(double[] edges) {
        HistogramStudy.AxisSpec spec = channel.axis();
        int bins = edges.length - 1;
        Axis uniform = Axis.uniform(spec.label(), spec.unit(), bins, edges[0], edges[bins]);
        return axis.isUniform() ? uniform : Axis.of(spec.label(), spec.unit(), edges);
    }

    private int edge(double value) {
        for (int i = 0; i <= axis.bins(); i++) {
            if (Math.abs(axis.edge(i) - value) <= TOLERANCE * (axis.max() - axis.min())) {
                return i;
            }
        }
        throw new BadInput(
                "the range of the channel " + channel.name() + " ends at " + value + ", which is no edge of a bin",
                "bins of the histograms: " + axis,
                "choose edges of bins");
    }

    private void requireBackground(List<Histogram1D> predictions) {
        double[] background = new double[predictions.get(0).axis().bins()];
        for (int p = 0; p < predictions.size(); p++) {
            if (!channel.processes().get(p).isSignal()) {
                double[] heights = predictions.get(p).heights();
                Arrays.setAll(background, i -> background[i] + heights[i]);
            }
        }
        for (int b = 0; b < background.length; b++) {
            if (!(background[b] > 0)) {
                throw new BadInput(
                        String.format(
                                Locale.ROOT,
                                "the channel %s predicts a background of %s from %s to %s",
                                channel.name(),
                                background[b],
                                predictions.get(0).axis().edge(b),
                                predictions.get(0).axis().edge(b + 1)),
                        "",
                        "merge bins, or choose a range where events were simulated");
            }
        }
    }
}
