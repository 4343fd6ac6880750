package hep.aurum.workflow;

import hep.aurum.infer.interval.ChiSquare;
import hep.aurum.infer.interval.ProfileStatistic;
import hep.aurum.infer.interval.Scan1D;
import hep.aurum.infer.interval.Scan2D;
import hep.aurum.math.optim.LocalMinimum;
import hep.aurum.param.ParameterPoint;
import hep.aurum.param.ParameterSpace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.jspecify.annotations.Nullable;

/**
 * Put down a fit of all parameters of a space: minima, scans, intervals.
 *
 * @param space the parameters
 * @param points grid points of each
 */
record FitSummary(ParameterSpace space, int points) {

    /** Stands for a significance beyond the range of double precision. */
    private static final double MAX_Z = 38;

    /**
     * Scan a fitted data set.
     *
     * @param truth what it was drawn from
     * @param events how many there are
     */
    ScanReport.Fit of(ProfileStatistic statistic, @Nullable ParameterPoint truth, double events) {
        List<Scan1D> scans = new ArrayList<>();
        Map<String, List<Scan1D.Interval>> intervals68 = new LinkedHashMap<>();
        Map<String, List<Scan1D.Interval>> intervals95 = new LinkedHashMap<>();
        for (int a = 0; a < space.size(); a++) {
            Scan1D scan = Scan1D.of(statistic, space.get(a).name(), a, points);
            scans.add(scan);
            intervals68.put(scan.parameter(), scan.intervals(ChiSquare.threshold(1, ChiSquare.ONE_SIGMA)));
            intervals95.put(scan.parameter(), scan.intervals(ChiSquare.threshold(1, ChiSquare.TWO_SIGMA)));
        }
        Double t = truth == null ? null : statistic.at(truth.toArray());
        return new ScanReport.Fit(
                truth == null ? null : named(space, truth.toArray()),
                events,
                minima(statistic),
                t,
                t == null ? null : t <= ChiSquare.threshold(space.size(), ChiSquare.ONE_SIGMA),
                t == null ? null : t <= ChiSquare.threshold(space.size(), ChiSquare.TWO_SIGMA),
                standard(statistic),
                scans,
                intervals68,
                intervals95,
                space.size() < 2 ? null : Scan2D.of(statistic, space.names(), 0, 1, points));
    }

    private List<ScanReport.Minimum> minima(ProfileStatistic statistic) {
        List<ScanReport.Minimum> minima = new ArrayList<>();
        for (LocalMinimum minimum : statistic.minima()) {
            minima.add(new ScanReport.Minimum(
                    named(space, minimum.point()),
                    minimum.value() - statistic.best().value(),
                    minimum.isAtBound()));
        }
        return minima;
    }

    private ScanReport.PointTest standard(ProfileStatistic statistic) {
        double[] theta = space.standard().toArray();
        double t = statistic.at(theta);
        double p = ChiSquare.pValue(space.size(), t);
        double z = NormalDistribution.of(0, 1).inverseSurvivalProbability(p / 2);
        return new ScanReport.PointTest(named(space, theta), t, p, Double.isFinite(z) ? z : MAX_Z);
    }

    /** Return the components of a point by name. */
    static Map<String, Double> named(ParameterSpace space, double[] theta) {
        Map<String, Double> named = new LinkedHashMap<>();
        for (int a = 0; a < theta.length; a++) {
            named.put(space.get(a).name(), theta[a]);
        }
        return named;
    }
}
