package hep.aurum.workflow;

import hep.aurum.base.Names;
import hep.aurum.base.NotFound;
import hep.aurum.infer.interval.ChiSquare;
import hep.aurum.param.ParameterPoint;
import hep.aurum.sample.EventSample;
import hep.aurum.workflow.study.Study;
import java.util.Arrays;
import java.util.Locale;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.jspecify.annotations.Nullable;

/**
 * Test the standard point with the histogram of one observable in place of the learned likelihood, on the same Asimov data:
 *
 * <p>\[ t = 2\sum_b\Bigl[n_b\ln\frac{n_b}{m_b} - n_b + m_b\Bigr] \]
 *
 * <p>with expected counts n at the truth of the expected scan and m at the standard point, rate and shape. At the truth itself the histogram
 * fits its own data exactly, so no fit is needed. Bins hold equal shares of the simulated events.
 */
final class ClassicalScan {

    private ClassicalScan() {}

    /**
     * Hold the outcome.
     *
     * @param observable what is histogrammed
     * @param bins how many bins
     * @param t the statistic of the standard point
     * @param pValue its asymptotic p-value, all parameters of the study free
     * @param z two-sided significance of that p-value, \(\sqrt t\) for one parameter
     */
    record Report(String observable, int bins, double t, double pValue, double z) {

        /** Say it in a sentence beside the learned likelihood's. */
        String sentence(ScanReport.Fit learned) {
            return String.format(
                    Locale.ROOT,
                    "Expected against the standard point: %.2fσ with the learned likelihood, %.2fσ with a histogram of %s in %d bins.",
                    learned.standard().z(),
                    z,
                    observable,
                    bins);
        }
    }

    /**
     * Make the test.
     *
     * @param events simulated events that took no part in training
     * @param tested number of free parameters
     */
    static @Nullable Report of(Study study, EventSample events, int tested) {
        String name = study.scan().classical();
        if (name.isEmpty()) {
            return null;
        }
        int feature = events.featureNames().indexOf(name);
        if (feature < 0) {
            throw new NotFound(
                    "no observable is named \"" + name + "\"",
                    study.file() + ", key tests.scan.classical",
                    Names.suggest(name, events.featureNames()));
        }
        int bins = study.scan().classicalBins();
        double[] edges = edges(events, feature, bins);
        double[] n = counts(study, events, feature, edges, study.scan().expectedAt());
        double[] m = counts(study, events, feature, edges, study.parameters().standard());
        double t = 0;
        for (int b = 0; b < bins; b++) {
            if (m[b] > 0 && n[b] > 0) {
                t += 2 * (n[b] * StrictMath.log(n[b] / m[b]) - n[b] + m[b]);
            }
        }
        double p = ChiSquare.pValue(tested, Math.max(0, t));
        double z = NormalDistribution.of(0, 1).inverseSurvivalProbability(p / 2);
        return new Report(name, bins, t, p, z);
    }

    private static double[] edges(EventSample events, int feature, int bins) {
        double[] values = new double[events.size()];
        Arrays.setAll(values, i -> events.feature(i, feature));
        Arrays.sort(values);
        double[] edges = new double[bins - 1];
        Arrays.setAll(edges, b -> values[(int) ((long) (b + 1) * values.length / bins)]);
        return edges;
    }

    /** The held-out events stand for all: their weights are scaled to the expected number, as Asimov data are. */
    private static double[] counts(Study study, EventSample events, int feature, double[] edges, ParameterPoint theta) {
        double[] counts = new double[edges.length + 1];
        double[] monomials = events.basis().values(theta);
        for (int i = 0; i < events.size(); i++) {
            int at = Arrays.binarySearch(edges, events.feature(i, feature));
            counts[at < 0 ? -at - 1 : at + 1] += 1000 * study.luminosity() * events.weight(i, monomials);
        }
        return counts;
    }
}
