package hep.aurum.estimator;

import hep.aurum.sample.HostArrays;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Ask a ratio about many events at once, with arrays of ND4J in and out.
 *
 * <p>Events are {@code x [n, d]} with features in the order of {@link Estimator#featureNames()}, points are {@code theta [p,
 * k]} in the order of the parameter space, or {@code [k]} for a single one. Float32 and float64 are taken; what is returned
 * is float64 and new. {@link hep.aurum.base.BadInput} says what is wrong with an array of another type or shape.
 *
 * <pre>{@code
 * INDArray scan = RatioArrays.logRatios(ratio, x, grid, threads);        // [n, p]
 * INDArray twiceNll = scan.sum(0).mul(-2);                               // [p], up to a constant
 * }</pre>
 */
public final class RatioArrays {

    private RatioArrays() {}

    /**
     * Return \(\log\hat r(x_i|\theta_j, s)\).
     *
     * @param x {@code [n, d]}
     * @param theta {@code [p, k]}
     * @param threads how many threads may work; the result does not depend on it
     * @return {@code [n, p]}
     */
    public static INDArray logRatios(RatioEstimator ratio, INDArray x, INDArray theta, int threads) {
        int k = ratio.space().size();
        double[] events = events(ratio, x);
        double[] thetas = HostArrays.rows("theta", theta, k);
        int n = events.length / ratio.featureNames().size();
        int p = ratio.points(thetas);
        double[] logRatios = new double[n * p];
        ratio.logRatios(events, thetas, logRatios, threads);
        return HostArrays.matrix(logRatios, n, p);
    }

    /**
     * Return the scores \(\nabla_\theta\log\hat r(x_i|\theta, s)\) at one point.
     *
     * @param x {@code [n, d]}
     * @param theta {@code [k]}
     * @param threads how many threads may work; the result does not depend on it
     * @return {@code [n, k]} per unit of each parameter
     */
    public static INDArray scores(RatioEstimator ratio, INDArray x, INDArray theta, int threads) {
        int k = ratio.space().size();
        double[] events = events(ratio, x);
        double[] point = HostArrays.entries("theta", theta, k);
        int n = events.length / ratio.featureNames().size();
        double[] scores = new double[n * k];
        ratio.logRatiosAndScores(events, point, new double[n], scores, threads);
        return HostArrays.matrix(scores, n, k);
    }

    private static double[] events(RatioEstimator ratio, INDArray x) {
        return HostArrays.rows("x", x, ratio.featureNames().size());
    }
}
