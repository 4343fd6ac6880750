package hep.aurum.jas.dialog;

import hep.aurum.base.BadInput;
import hep.aurum.hist.Axis;
import hep.aurum.hist.Histogram1D;
import hep.aurum.jas.aida.AidaHistogram;
import hep.aurum.jas.aida.TreeHistogram;
import hep.aurum.workflow.PeakScan;
import hep.aurum.workflow.PeakWidth;

/**
 * Hold what was picked for a search for a peak.
 *
 * @param background expected events without a peak
 * @param data observed events
 * @param width of the peak, by its position
 * @param from first position; NaN for the lower end of the axis
 * @param to last position; NaN for its upper end
 * @param rateUncertainty relative uncertainty of the background's rate, 0 for none
 * @param hasStatErrors whether the errors of the background's bins are nuisances
 * @param toys data sets of background alone for the number of upcrossings, 0 to count them in the data
 */
public record PeakChoice(
        TreeHistogram background,
        TreeHistogram data,
        PeakWidth width,
        double from,
        double to,
        double rateUncertainty,
        boolean hasStatErrors,
        int toys) {

    private static final long SEED = 1;

    /** Check what was picked. */
    public PeakChoice {
        if (background.equals(data)) {
            throw new BadInput(data.path() + " is picked as background and as data", "", "pick it once");
        }
        Fields.inUnit("the uncertainty of the background's rate", rateUncertainty);
    }

    /**
     * Return the search, in steps of a quarter of the width.
     *
     * @throws IllegalArgumentException if edges differ or the width is not positive
     */
    public PeakScan scan() {
        Histogram1D expected = AidaHistogram.read(background.object(), background.path());
        Histogram1D observed = AidaHistogram.read(data.object(), data.path());
        Axis axis = expected.axis();
        PeakScan whole = PeakScan.of(expected, observed, width);
        double start = Double.isNaN(from) ? axis.min() : from;
        double end = Double.isNaN(to) ? axis.max() : to;
        int points = Math.max(2, (int) Math.ceil((whole.points() - 1) * (end - start) / (axis.max() - axis.min())) + 1);
        PeakScan scan = whole.between(start, end, Math.min(PeakScan.MAX_POINTS, points))
                .withRateUncertainty(rateUncertainty)
                .withToys(toys, SEED);
        return hasStatErrors ? scan : scan.withoutStatErrors();
    }
}
