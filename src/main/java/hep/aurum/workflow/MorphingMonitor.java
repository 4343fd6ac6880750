package hep.aurum.workflow;

import hep.aurum.param.Benchmark;
import hep.aurum.param.Morphing;
import hep.aurum.param.MorphingClosure;
import hep.aurum.param.ParameterPoint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Watch the morphing of one file while its events stream past: closure, residual, mean polynomial, and the parton-level
 * information \(I = \frac1N\sum_i \nabla W_i\nabla W_i^T / W_i\) at the standard point.
 */
final class MorphingMonitor {

    private static final int FIRST = 3;

    private final Morphing morphing;
    private final ParameterPoint standard;
    private final List<MorphingClosure> closures = new ArrayList<>();
    private final double[] coefficients;
    private final double[] sum;
    private final double[] slope;
    private final double[] scoreSum;
    private final double[][] information;
    private final List<List<Double>> firstScores = new ArrayList<>();
    private double weightSum;
    private double maxResidual;
    private long events;

    MorphingMonitor(Morphing morphing, List<Benchmark> checks, ParameterPoint standard) {
        this.morphing = morphing;
        this.standard = standard;
        checks.forEach(check -> closures.add(MorphingClosure.of(morphing, check)));
        int k = standard.size();
        this.coefficients = new double[morphing.basis().size()];
        this.sum = new double[coefficients.length];
        this.slope = new double[k];
        this.scoreSum = new double[k];
        this.information = new double[k][k];
    }

    /** Take in one event: its weights at the benchmarks and at the checks. */
    void add(double[] weights, double[] checks) {
        morphing.coefficients(weights, coefficients);
        maxResidual = Math.max(maxResidual, morphing.residual(weights, coefficients));
        for (int c = 0; c < checks.length; c++) {
            closures.get(c).add(weights, checks[c]);
        }
        for (int j = 0; j < sum.length; j++) {
            sum[j] += coefficients[j];
        }
        events++;
        addScore(morphing.weight(coefficients, standard.toArray()));
    }

    private void addScore(double weight) {
        double[] theta = standard.toArray();
        for (int a = 0; a < slope.length; a++) {
            slope[a] = 0;
            for (int j = 0; j < coefficients.length; j++) {
                slope[a] += coefficients[j] * morphing.basis().derivative(j, theta, a);
            }
        }
        weightSum += weight;
        for (int a = 0; a < slope.length; a++) {
            scoreSum[a] += slope[a];
            for (int b = 0; b < slope.length && weight != 0; b++) {
                information[a][b] += slope[a] * slope[b] / weight;
            }
        }
        if (events <= FIRST && weight != 0) {
            firstScores.add(Arrays.stream(slope).map(s -> s / weight).boxed().toList());
        }
    }

    /** Return the facts; {@code scale} turns a sum of weights into a cross-section in pb. */
    ProcessFacts.MorphingFacts facts(double scale) {
        List<String> names = morphing.space().names();
        List<String> monomials = new ArrayList<>();
        for (int j = 0; j < sum.length; j++) {
            monomials.add(morphing.basis().name(j, names));
        }
        return new ProcessFacts.MorphingFacts(
                monomials,
                morphing.benchmarkNames(),
                morphing.conditionNumber(),
                maxResidual,
                list(sum, scale),
                list(scoreSum, 1 / weightSum),
                Arrays.stream(information).map(row -> list(row, scale)).toList(),
                List.copyOf(firstScores),
                MorphingClosure.results(closures));
    }

    private static List<Double> list(double[] values, double factor) {
        return Arrays.stream(values).map(v -> v * factor).boxed().toList();
    }
}
