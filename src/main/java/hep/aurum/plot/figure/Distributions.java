package hep.aurum.plot.figure;

import hep.aurum.base.Check;
import hep.aurum.hist.Axis;
import hep.aurum.hist.Histogram1D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Collect values of one quantity under several hypotheses, such as a learned \(\ln\hat r\) or score, and compare their
 * distributions as shapes with statistical bands.
 *
 * <pre>{@code
 * Figure figure = Distributions.of("Learned ln r̂(x)", "", 40)
 *         .with("SM", values, weights)
 *         .with("c_{HW} = 1", others, otherWeights)
 *         .figure();
 * }</pre>
 *
 * <p>The common axis leaves out one value in a thousand on either side. Weights may be negative; the error of a bin is
 * \((\sum w^2)^{1/2}\). Immutable.
 */
public final class Distributions {

    private final String label;
    private final String unit;
    private final int bins;
    private final List<String> names;
    private final List<double[]> values;
    private final List<double[]> weights;

    private Distributions(
            String label, String unit, int bins, List<String> names, List<double[]> values, List<double[]> weights) {
        this.label = label;
        this.unit = unit;
        this.bins = bins;
        this.names = names;
        this.values = values;
        this.weights = weights;
    }

    /**
     * Start without a hypothesis.
     *
     * @param label of the axis; may hold scripts
     * @param unit empty for none
     * @param bins number of bins
     */
    public static Distributions of(String label, String unit, int bins) {
        Check.argument(bins > 0, "distributions in %s bins, expected 1 or more", bins);
        return new Distributions(label, unit, bins, List.of(), List.of(), List.of());
    }

    /** Add a hypothesis with events of equal weight. */
    public Distributions with(String name, double[] sample) {
        double[] ones = new double[sample.length];
        Arrays.fill(ones, 1);
        return with(name, sample, ones);
    }

    /**
     * Add a hypothesis.
     *
     * @param sample {@code [n]}, finite
     * @param weight {@code [n]}, finite, with a positive sum
     */
    public Distributions with(String name, double[] sample, double[] weight) {
        Check.length("weights of " + name, weight.length, sample.length);
        Check.argument(sample.length > 0, "the distribution of %s without events", name);
        for (int i = 0; i < sample.length; i++) {
            Check.finite("a value of " + name, sample[i]);
            Check.finite("a weight of " + name, weight[i]);
        }
        return new Distributions(
                label, unit, bins, more(names, name), more(values, sample.clone()), more(weights, weight.clone()));
    }

    private static <T> List<T> more(List<T> list, T item) {
        List<T> more = new ArrayList<>(list);
        more.add(item);
        return List.copyOf(more);
    }

    /** Return the comparison of the shapes; the first hypothesis is the reference of the ratios. */
    public HistogramComparisonFigure figure() {
        Check.argument(!names.isEmpty(), "distributions of %s without a hypothesis", label);
        Axis axis = axis();
        List<Histogram1D> histograms = new ArrayList<>();
        for (int k = 0; k < names.size(); k++) {
            Histogram1D.Builder fill = Histogram1D.builder(names.get(k), axis);
            for (int i = 0; i < values.get(k).length; i++) {
                fill.fill(values.get(k)[i], weights.get(k)[i]);
            }
            histograms.add(fill.build());
        }
        return HistogramComparisonFigure.of(histograms).withUnitArea().withBands();
    }

    private Axis axis() {
        double[] all = values.stream().flatMapToDouble(Arrays::stream).sorted().toArray();
        int cut = all.length / 1000;
        double low = all[cut];
        double high = all[all.length - 1 - cut];
        double margin = high > low ? 0.02 * (high - low) : 1;
        return Axis.uniform(label, unit, bins, low - margin, high + margin);
    }
}
