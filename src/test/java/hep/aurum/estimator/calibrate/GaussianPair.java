package hep.aurum.estimator.calibrate;

import hep.aurum.math.random.Draws;
import hep.aurum.math.random.RandomStreams;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.statistics.distribution.NormalDistribution;

/** N(0, 1) over N(1, 1): log r = ½ − x. */
final class GaussianPair {

    static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private GaussianPair() {}

    static double logRatio(double x) {
        return 0.5 - x;
    }

    /** A monotone distortion of log r: a wrong scale, a wrong offset and a wrong shape. */
    static double distorted(double x) {
        double f = logRatio(x);
        return 0.3 + 0.5 * f + 0.1 * f * f * f;
    }

    static ScoreSample draw(int n, DoubleUnaryOperator score, RandomStreams streams, int replica) {
        return ScoreSample.ofPair(
                draw(n, 0, score, streams.stream("numerator", replica)),
                draw(n, 1, score, streams.stream("denominator", replica)));
    }

    private static double[] draw(int n, double mean, DoubleUnaryOperator score, UniformRandomProvider random) {
        double[] scores = new double[n];
        for (int i = 0; i < n; i++) {
            scores[i] = score.applyAsDouble(mean + Draws.gaussian(random));
        }
        return scores;
    }

    /** Quantiles in place of random draws: the law without its fluctuation. */
    static ScoreSample quantiles(int n, DoubleUnaryOperator score) {
        double[] z = IntStream.range(0, n)
                .mapToDouble(i -> NORMAL.inverseCumulativeProbability((i + 0.5) / n))
                .toArray();
        return ScoreSample.ofPair(
                IntStream.range(0, n)
                        .mapToDouble(i -> score.applyAsDouble(z[i]))
                        .toArray(),
                IntStream.range(0, n)
                        .mapToDouble(i -> score.applyAsDouble(1 + z[i]))
                        .toArray());
    }

    /** Density of the even mix. */
    static double mix(double x) {
        return 0.5 * (NORMAL.density(x) + NORMAL.density(x - 1));
    }

    /** Integrate over an interval by the midpoint rule. */
    static double integral(double low, double high, DoubleUnaryOperator f) {
        int steps = 20_000;
        double h = (high - low) / steps;
        double sum = 0;
        for (int i = 0; i < steps; i++) {
            sum += f.applyAsDouble(low + (i + 0.5) * h);
        }
        return sum * h;
    }

    /** Return the mean squared error of a calibration of the distorted score, under the even mix. */
    static double error(Calibration calibration, double low, double high) {
        return integral(low, high, x -> {
            double miss = calibration.logRatio(distorted(x)) - logRatio(x);
            return miss * miss * mix(x);
        });
    }
}
