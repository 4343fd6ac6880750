package hep.aurum.likelihood.binned;

import hep.aurum.base.BadModel;
import hep.aurum.base.Check;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Divide the values of a statistic into bins.
 *
 * <p>Bin {@code i} holds \( e_i \le x < e_{i+1} \). Values below the first edge belong to the first bin and values from
 * the last edge on to the last bin, so that no event is lost.
 */
public final class Binning {

    private final double[] edges;

    private Binning(double[] edges) {
        this.edges = edges;
    }

    /**
     * Return bins between given edges.
     *
     * @param edges at least two, finite, increasing
     */
    public static Binning of(double... edges) {
        Check.argument(edges.length >= 2, "%d edges, expected at least 2", edges.length);
        for (int i = 0; i < edges.length; i++) {
            Check.finite("edge " + i, edges[i]);
            Check.argument(i == 0 || edges[i] > edges[i - 1], "edge %d is %s, not above the one before", i, edges[i]);
        }
        return new Binning(edges.clone());
    }

    /** Return bins of equal width. */
    public static Binning uniform(double lower, double upper, int bins) {
        Check.argument(bins > 0, "%d bins, expected at least 1", bins);
        double[] edges = new double[bins + 1];
        for (int i = 0; i <= bins; i++) {
            edges[i] = lower + (upper - lower) * i / bins;
        }
        return of(edges);
    }

    /**
     * Return bins that hold equal shares of a weighted sample: of the background for a flat background, of signal plus
     * background to resolve both.
     *
     * <p>Edges lie half-way between neighbouring values. Where one value carries more than a share, bins are fewer.
     *
     * @param values of the statistic by event {@code [n]}, finite
     * @param weights by event {@code [n]}, with a positive sum; negative ones subtract
     * @param bins the number of shares
     */
    public static Binning equalProbability(double[] values, double[] weights, int bins) {
        Check.length("weights", weights.length, values.length);
        Check.argument(bins > 0, "%d bins, expected at least 1", bins);
        int[] order = sorted(values);
        double total = 0.0;
        for (int i : order) {
            total += weights[i];
        }
        if (!(total > 0.0)) {
            throw new BadModel("the weights sum to " + total, "", "bins of equal shares need a positive sum");
        }
        double[] edges = new double[bins + 1];
        int count = 0;
        edges[count++] = values[order[0]];
        double sum = 0.0;
        for (int k = 0; k + 1 < order.length && count < bins; k++) {
            sum += weights[order[k]];
            double low = values[order[k]];
            double high = values[order[k + 1]];
            double edge = low + 0.5 * (high - low);
            if (sum >= total * count / bins && high > low && edge > edges[count - 1]) {
                edges[count++] = edge;
            }
        }
        double last = values[order[order.length - 1]];
        edges[count] = last > edges[count - 1] ? last : Math.nextUp(edges[count - 1]);
        return of(Arrays.copyOf(edges, count + 1));
    }

    private static int[] sorted(double[] values) {
        Check.argument(values.length > 0, "no value to divide into bins");
        for (int i = 0; i < values.length; i++) {
            Check.finite("value " + i, values[i]);
        }
        return IntStream.range(0, values.length)
                .boxed()
                .sorted((a, b) -> {
                    int byValue = Double.compare(values[a], values[b]);
                    return byValue != 0 ? byValue : Integer.compare(a, b);
                })
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /**
     * Return these bins with neighbours merged until each holds enough background.
     *
     * <p>A bin is complete when its effective number of events \( (\sum w)^2 / \sum w^2 \) reaches the minimum with a
     * positive sum; what is short takes in its lower neighbour. Merging begins at the upper end, where a statistic that
     * grows with the signal has its best bins, so that these stay as narrow as the simulation allows; what is left at the
     * lower end joins the bin above it.
     *
     * @param values of the background by event {@code [n]}
     * @param weights of the background by event {@code [n]}
     * @param minEffective smallest effective number of events of a bin, at least 1
     * @throws BadModel if all bins together do not reach it
     */
    public Binning mergedUntil(double[] values, double[] weights, double minEffective) {
        Check.argument(minEffective >= 1.0, "at least %s effective events, expected 1 or more", minEffective);
        WeightedCounts counts = fill(values, weights);
        double[] kept = new double[edges.length];
        int first = kept.length - 1;
        kept[first] = edges[edges.length - 1];
        double sum = 0.0;
        double square = 0.0;
        for (int bin = bins() - 1; bin >= 0; bin--) {
            sum += counts.sum(bin);
            square += counts.square(bin);
            if (WeightedCounts.effective(sum, square) >= minEffective) {
                kept[--first] = edges[bin];
                sum = 0.0;
                square = 0.0;
            }
        }
        if (first == kept.length - 1) {
            throw new BadModel(
                    String.format(
                            Locale.ROOT,
                            "the background has %.3g effective events in all, fewer than the %s wanted of each bin",
                            WeightedCounts.effective(sum, square),
                            minEffective),
                    "",
                    "simulate more background, or ask for fewer effective events");
        }
        kept[first] = edges[0];
        return mergeWhileShort(of(Arrays.copyOfRange(kept, first, kept.length)), values, weights, minEffective);
    }

    /** The rest at the lower end may carry negative weights that spoil the bin it joined: then merge that one upwards. */
    private static Binning mergeWhileShort(Binning binning, double[] values, double[] weights, double minEffective) {
        WeightedCounts counts = binning.fill(values, weights);
        if (binning.bins() == 1 || WeightedCounts.effective(counts.sum(0), counts.square(0)) >= minEffective) {
            return binning;
        }
        double[] fewer = new double[binning.edges.length - 1];
        fewer[0] = binning.edges[0];
        System.arraycopy(binning.edges, 2, fewer, 1, fewer.length - 1);
        return mergeWhileShort(of(fewer), values, weights, minEffective);
    }

    /** Return the number of bins. */
    public int bins() {
        return edges.length - 1;
    }

    /** Return the edges, one more than there are bins. */
    public double[] edges() {
        return edges.clone();
    }

    /** Return the bin of a value. */
    public int indexOf(double value) {
        int found = Arrays.binarySearch(edges, value);
        int bin = found >= 0 ? found : -found - 2;
        return Math.max(0, Math.min(bins() - 1, bin));
    }

    /** Return the summed weights by bin. */
    public double[] sumOfWeights(double[] values, double[] weights) {
        WeightedCounts counts = fill(values, weights);
        double[] sums = new double[bins()];
        for (int i = 0; i < sums.length; i++) {
            sums[i] = counts.sum(i);
        }
        return sums;
    }

    WeightedCounts fill(double[] values, double[] weights) {
        Check.length("weights", weights.length, values.length);
        double[] sums = new double[bins()];
        double[] squares = new double[bins()];
        for (int i = 0; i < values.length; i++) {
            Check.argument(
                    Double.isFinite(values[i]) && Double.isFinite(weights[i]),
                    "event %d has the value %s and the weight %s",
                    i,
                    values[i],
                    weights[i]);
            int bin = indexOf(values[i]);
            sums[bin] += weights[i];
            squares[bin] += weights[i] * weights[i];
        }
        return new WeightedCounts(sums, squares);
    }
}
