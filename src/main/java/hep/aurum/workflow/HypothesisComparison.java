package hep.aurum.workflow;

import hep.aurum.estimator.RatioEstimator;
import hep.aurum.math.random.RandomStreams;
import hep.aurum.param.Parameter;
import hep.aurum.param.ParameterPoint;
import hep.aurum.param.ParameterSpace;
import hep.aurum.workflow.study.SimulatorStudy;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.jspecify.annotations.Nullable;

/**
 * Test one hypothesis against another by
 *
 * <p>\[ q = 2\,\bigl[\max_\nu\ln\hat L(\theta_1,\nu) - \max_\nu\ln\hat L(\theta_0,\nu)\bigr], \]
 *
 * <p>large where the alternative is likelier, with the parameters ν that neither fixes at their best on a grid. Its law under either comes
 * from experiments of the simulator, at the ν that fit the data best (or those of the expected truth, without data).
 */
final class HypothesisComparison {

    /** Points of the grid of a profiled parameter. */
    private static final int PROFILE_POINTS = 33;

    private static final int MOST_POINTS = 1089;

    private final SimulatorStudy study;
    private final SimulatorStudy.Comparison test;
    private final RatioEstimator ratio;
    private final ToyExperiments experiments;
    private final double[] points;
    private final int half;

    HypothesisComparison(
            SimulatorStudy study, SimulatorStudy.Comparison test, RatioEstimator ratio, ToyExperiments experiments) {
        this.study = study;
        this.test = test;
        this.ratio = ratio;
        this.experiments = experiments;
        double[] under = grid(test.nullPoint());
        double[] over = grid(test.alternative());
        this.half = under.length / study.parameters().size();
        this.points = Arrays.copyOf(under, 2 * under.length);
        System.arraycopy(over, 0, points, under.length, over.length);
    }

    /**
     * Hold the outcome.
     *
     * @param nullName what the null is called
     * @param alternativeName what the alternative is called
     * @param nullPoint where toys of the null were drawn
     * @param alternativePoint where toys of the alternative were drawn
     * @param toys under each
     * @param observed q of the data; null without data
     * @param pNull probability of a q at least as large under the null; null without data
     * @param zNull its one-sided significance; null without data
     * @param pAlternative probability of a q at most as large under the alternative; null without data
     * @param medianNull median of q under the null
     * @param medianAlternative median of q under the alternative
     * @param expectedP p-value of the null at the median under the alternative
     * @param expectedZ its one-sided significance
     */
    record Report(
            String nullName,
            String alternativeName,
            Map<String, Double> nullPoint,
            Map<String, Double> alternativePoint,
            int toys,
            @Nullable Double observed,
            @Nullable Double pNull,
            @Nullable Double zNull,
            @Nullable Double pAlternative,
            double medianNull,
            double medianAlternative,
            double expectedP,
            double expectedZ) {}

    /**
     * Hold the outcome with the toys behind it.
     *
     * @param report its numbers
     * @param underNull q of the toys of the null, ascending
     * @param underAlternative q of the toys of the alternative, ascending
     */
    record Outcome(Report report, List<Double> underNull, List<Double> underAlternative) {}

    private double[] grid(ParameterPoint held) {
        ParameterSpace space = study.parameters();
        int k = space.size();
        int free = k - test.fixed().size();
        int each = free <= 1 ? PROFILE_POINTS : (int) Math.floor(StrictMath.pow(MOST_POINTS, 1.0 / free) + 1e-9);
        int count = 1;
        for (int a = 0; a < free; a++) {
            count *= each;
        }
        double[] grid = new double[count * k];
        for (int i = 0; i < count; i++) {
            for (int a = 0, rest = i; a < k; a++) {
                Parameter range = space.get(a);
                boolean isFixed = test.fixed().contains(a);
                grid[i * k + a] =
                        isFixed ? held.get(a) : range.min() + (range.max() - range.min()) * (rest % each) / (each - 1);
                rest = isFixed ? rest : rest / each;
            }
        }
        return grid;
    }

    /** Test data, {@code [n*d]} by rows, or say what is expected without. */
    Outcome run(double @Nullable [] data) {
        double[] sums = data == null ? null : experiments.sums(ratio, points, data);
        double[] nullPoint = truth(test.nullPoint(), sums, 0);
        double[] alternativePoint = truth(test.alternative(), sums, half);
        double[] underNull = toys("null", nullPoint);
        double[] underAlternative = toys("alternative", alternativePoint);
        double median = underAlternative[underAlternative.length / 2];
        Double observed = sums == null ? null : statistic(sums);
        Double pNull = observed == null ? null : atLeast(underNull, observed);
        return new Outcome(
                new Report(
                        test.nullName(),
                        test.alternativeName(),
                        FitSummary.named(study.parameters(), nullPoint),
                        FitSummary.named(study.parameters(), alternativePoint),
                        test.toys(),
                        observed,
                        pNull,
                        pNull == null ? null : significance(pNull),
                        observed == null ? null : atMost(underAlternative, observed),
                        underNull[underNull.length / 2],
                        median,
                        atLeast(underNull, median),
                        significance(atLeast(underNull, median))),
                Lists.of(underNull),
                Lists.of(underAlternative));
    }

    private double statistic(double[] sums) {
        return 2 * (sums[best(sums, half)] - sums[best(sums, 0)]);
    }

    private int best(double[] sums, int first) {
        int best = first;
        for (int j = first; j < first + half; j++) {
            best = sums[j] > sums[best] ? j : best;
        }
        return best;
    }

    private double[] truth(ParameterPoint held, double @Nullable [] sums, int first) {
        int k = study.parameters().size();
        double[] theta = study.scan().expectedAt().toArray();
        int at = sums == null ? -1 : best(sums, first);
        for (int a = 0; a < k; a++) {
            boolean isFixed = test.fixed().contains(a);
            theta[a] = isFixed ? held.get(a) : at < 0 ? theta[a] : points[at * k + a];
        }
        return theta;
    }

    private double[] toys(String name, double[] theta) {
        double[] drawn = new double[test.toys()];
        RandomStreams streams = RandomStreams.of(study.seed()).part("compare " + name);
        experiments.forEach(ratio, points, theta, drawn.length, streams, (toy, sums) -> drawn[toy] = statistic(sums));
        Arrays.sort(drawn);
        return drawn;
    }

    private static double atLeast(double[] sorted, double value) {
        return (1.0 + Arrays.stream(sorted).filter(q -> q >= value).count()) / (1.0 + sorted.length);
    }

    private static double atMost(double[] sorted, double value) {
        return (1.0 + Arrays.stream(sorted).filter(q -> q <= value).count()) / (1.0 + sorted.length);
    }

    private static double significance(double p) {
        return p >= 1 ? 0 : NormalDistribution.of(0, 1).inverseSurvivalProbability(p);
    }
}
