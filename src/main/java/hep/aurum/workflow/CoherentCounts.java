package hep.aurum.workflow;

import hep.aurum.likelihood.binned.Binning;
import hep.aurum.sample.EventSample;

/**
 * Count weighted rows in bins, with the statistical uncertainty of their generator events: rows of one event in one bin
 * fluctuate together, \(\Delta^2 = \sum_{\rm events}(\sum_{\rm copies} w)^2\). Rows of one event must follow each other.
 */
final class CoherentCounts {

    private static final long NONE = -1;

    private final double[] sum;
    private final double[] square;

    private CoherentCounts(int bins) {
        this.sum = new double[bins];
        this.square = new double[bins];
    }

    static CoherentCounts of(EventSample sample, int[] rows, double[] values, double[] weights, Binning binning) {
        CoherentCounts counts = new CoherentCounts(binning.bins());
        double[] open = new double[binning.bins()];
        long origin = NONE;
        for (int row : rows) {
            if (sample.origin(row) != origin) {
                counts.close(open);
                origin = sample.origin(row);
            }
            open[binning.indexOf(values[row])] += weights[row];
        }
        counts.close(open);
        return counts;
    }

    private void close(double[] open) {
        for (int b = 0; b < open.length; b++) {
            sum[b] += open[b];
            square[b] += open[b] * open[b];
            open[b] = 0;
        }
    }

    double[] contents() {
        return sum.clone();
    }

    double[] errors() {
        double[] errors = new double[square.length];
        for (int b = 0; b < errors.length; b++) {
            errors[b] = Math.sqrt(square[b]);
        }
        return errors;
    }

    /** Return the effective number of generator events in a bin; 0 where its content is not positive. */
    double effective(int bin) {
        return sum[bin] > 0 ? sum[bin] * sum[bin] / square[bin] : 0;
    }
}
