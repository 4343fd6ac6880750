package hep.aurum.jas.aida;

import hep.aida.IAnnotation;
import hep.aida.IAxis;
import hep.aida.IHistogram1D;
import hep.aurum.hist.Axis;
import hep.aurum.hist.Histogram1D;

/** Read histograms of the host. */
public final class AidaHistogram {

    private static final String AXIS_LABEL = "xAxisLabel";

    private AidaHistogram() {}

    /**
     * Copy a histogram: edges, heights, errors, entries, under- and overflow.
     *
     * <p>AIDA does not tell the spread of x inside a bin; all weight of a bin is taken to lie at its mean.
     *
     * @param title in place of its own
     * @throws IllegalArgumentException if a height or an error is not finite
     */
    public static Histogram1D read(IHistogram1D histogram, String title) {
        Axis axis = axis(histogram);
        int cells = axis.bins() + 2;
        double[] entries = new double[cells];
        double[][] sums = new double[4][cells];
        for (int cell = 0; cell < cells; cell++) {
            int bin = cell == 0 ? IAxis.UNDERFLOW_BIN : cell == cells - 1 ? IAxis.OVERFLOW_BIN : cell - 1;
            double height = histogram.binHeight(bin);
            double error = histogram.binError(bin);
            double x = mean(histogram, axis, bin);
            entries[cell] = histogram.binEntries(bin);
            sums[0][cell] = height;
            sums[1][cell] = error * error;
            sums[2][cell] = height * x;
            sums[3][cell] = height * x * x;
        }
        return Histogram1D.of(title, axis, entries, sums);
    }

    private static double mean(IHistogram1D histogram, Axis axis, int bin) {
        double mean = histogram.binMean(bin);
        if (Double.isFinite(mean)) {
            return mean;
        }
        return switch (bin) {
            case IAxis.UNDERFLOW_BIN -> axis.min();
            case IAxis.OVERFLOW_BIN -> axis.max();
            default -> axis.center(bin);
        };
    }

    private static Axis axis(IHistogram1D histogram) {
        IAxis axis = histogram.axis();
        IAnnotation notes = histogram.annotation();
        String label = notes != null && notes.hasKey(AXIS_LABEL) ? notes.value(AXIS_LABEL) : histogram.title();
        if (axis.isFixedBinning()) {
            return Axis.uniform("", "", axis.bins(), axis.lowerEdge(), axis.upperEdge())
                    .withLabel(label);
        }
        double[] edges = new double[axis.bins() + 1];
        for (int i = 0; i < axis.bins(); i++) {
            edges[i] = axis.binLowerEdge(i);
        }
        edges[axis.bins()] = axis.upperEdge();
        return Axis.of("", "", edges).withLabel(label);
    }
}
