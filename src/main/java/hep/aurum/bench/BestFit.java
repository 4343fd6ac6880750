package hep.aurum.bench;

import hep.aurum.estimator.RatioEstimator;
import hep.aurum.math.optim.BoundedBfgs;
import hep.aurum.math.optim.Differentiable;
import hep.aurum.math.optim.LocalMinimum;
import hep.aurum.param.Parameter;
import hep.aurum.param.ParameterSpace;
import hep.aurum.simulator.ExactTruth;
import java.util.Arrays;

/**
 * Fit a data set by the greatest \(\sum_i\log r(x_i|\theta)\) inside the ranges of the parameters, with a learned or with the
 * exact ratio.
 *
 * <p>Shapes: events {@code [n*d]} by rows, θ {@code [k]}. {@link LocalMinimum#isAtBound()} says that the fit ended at the end of a
 * range, where its distance from another fit means little.
 */
final class BestFit {

    /** Of the logarithm of the likelihood: the fit is within \(\sqrt{2\cdot10^{-6}} = .0014\) of its uncertainties. */
    private static final double TOLERANCE = 1e-6;

    private BestFit() {}

    /** Return the fit by a learned ratio. */
    static LocalMinimum learned(RatioEstimator ratio, double[] events, double[] start, int threads) {
        int n = events.length / ratio.featureNames().size();
        double[] logRatios = new double[n];
        double[] scores = new double[n * start.length];
        return find(ratio.space(), start, (theta, gradient) -> {
            ratio.logRatiosAndScores(events, theta, logRatios, scores, threads);
            return minusSum(logRatios, scores, gradient);
        });
    }

    /** Return the fit by the exact ratio; the start is the denominator's point. */
    static LocalMinimum exact(ExactTruth truth, ParameterSpace space, double[] events, int d, double[] start) {
        int k = start.length;
        double[] logRatios = new double[events.length / d];
        double[] scores = new double[logRatios.length * k];
        double[] x = new double[d];
        double[] score = new double[k];
        return find(space, start, (theta, gradient) -> {
            for (int i = 0; i < logRatios.length; i++) {
                System.arraycopy(events, i * d, x, 0, d);
                logRatios[i] = truth.logRatio(x, theta, start);
                truth.score(x, theta, score);
                System.arraycopy(score, 0, scores, i * k, k);
            }
            return minusSum(logRatios, scores, gradient);
        });
    }

    private static double minusSum(double[] logRatios, double[] scores, double[] gradient) {
        Arrays.fill(gradient, 0);
        double sum = 0;
        for (int i = 0; i < logRatios.length; i++) {
            sum -= logRatios[i];
            for (int a = 0; a < gradient.length; a++) {
                gradient[a] -= scores[i * gradient.length + a];
            }
        }
        return sum;
    }

    private static LocalMinimum find(ParameterSpace space, double[] start, Differentiable minusLogRatio) {
        double[] lower = space.parameters().stream().mapToDouble(Parameter::min).toArray();
        double[] upper = space.parameters().stream().mapToDouble(Parameter::max).toArray();
        return BoundedBfgs.inside(lower, upper).withTolerance(TOLERANCE).minimise(minusLogRatio, start);
    }

    /** Return whether a fit says where the likelihood is largest: it has converged, and not at the end of a range. */
    static boolean isInside(LocalMinimum fit) {
        return fit.isConverged() && !fit.isAtBound();
    }
}
