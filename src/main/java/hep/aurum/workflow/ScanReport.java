package hep.aurum.workflow;

import hep.aurum.infer.interval.Scan1D;
import hep.aurum.infer.interval.Scan2D;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Hold the likelihood scan of a study.
 *
 * @param parameters the scanned parameters
 * @param fixed parameters that are held, by name
 * @param threshold68 asymptotic threshold of t at 68.27 % for all parameters together that are not held
 * @param threshold95 the same at 95.45 %
 * @param expected under the Asimov data of {@code expected_at}
 * @param observed of the data; null where there are none
 * @param neyman checks of the thresholds by toys
 * @param classical the standard point tested with the histogram of one observable; null where none was asked for
 */
record ScanReport(
        List<String> parameters,
        Map<String, Double> fixed,
        double threshold68,
        double threshold95,
        Fit expected,
        @Nullable Fit observed,
        List<Neyman> neyman,
        ClassicalScan.@Nullable Report classical) {

    /**
     * Hold the fit and the scans of one data set.
     *
     * @param truth θ from which the data were made; null for recorded data
     * @param events number of events, or their expectation
     * @param minima every minimum found, the lowest first
     * @param tTruth t at the truth; null where there is none
     * @param inside68 whether the truth lies in the asymptotic 68.27 % region; null where there is no truth
     * @param inside95 whether the truth lies in the asymptotic 95.45 % region; null where there is no truth
     * @param standard the test of the standard point
     * @param scans one profile scan per parameter
     * @param intervals68 intervals of each parameter alone at 68.27 %, by name
     * @param intervals95 intervals of each parameter alone at 95.45 %, by name
     * @param plane scan of the first two scanned parameters; null where only one is scanned
     */
    record Fit(
            @Nullable Map<String, Double> truth,
            double events,
            List<Minimum> minima,
            @Nullable Double tTruth,
            @Nullable Boolean inside68,
            @Nullable Boolean inside95,
            PointTest standard,
            List<Scan1D> scans,
            Map<String, List<Scan1D.Interval>> intervals68,
            Map<String, List<Scan1D.Interval>> intervals95,
            @Nullable Scan2D plane) {}

    /**
     * Hold one minimum.
     *
     * @param theta where it is
     * @param tAboveBest its height above the lowest
     * @param atBound whether it lies on the end of a range
     */
    record Minimum(Map<String, Double> theta, double tAboveBest, boolean atBound) {}

    /**
     * Hold the test of one point.
     *
     * @param theta the point
     * @param t the statistic
     * @param pValue asymptotic p-value
     * @param z two-sided significance of that p-value, \(\sqrt t\) for one parameter
     */
    record PointTest(Map<String, Double> theta, double t, double pValue, double z) {}

    /**
     * Hold the check of one point by toys.
     *
     * @param theta the point
     * @param toys how many
     * @param threshold68 Neyman threshold at 68.27 %
     * @param threshold95 Neyman threshold at 95.45 %
     * @param coverage68 coverage of the asymptotic 68.27 % region
     * @param coverage95 coverage of the asymptotic 95.45 % region
     * @param coverage95Error its binomial error
     * @param tObserved t of the data at this point; null where there are none
     * @param pValueObserved its p-value by the toys
     */
    record Neyman(
            Map<String, Double> theta,
            int toys,
            double threshold68,
            double threshold95,
            double coverage68,
            double coverage95,
            double coverage95Error,
            @Nullable Double tObserved,
            @Nullable Double pValueObserved) {}
}
