package hep.aurum.bench;

import hep.aurum.base.Check;
import hep.aurum.estimator.RatioEstimator;
import hep.aurum.math.random.RandomStreams;
import hep.aurum.param.ParameterPoint;
import hep.aurum.param.Prior;
import hep.aurum.simulator.ExactTruth;
import hep.aurum.simulator.SolvedSimulator;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Hold events with pairs of points and the true log ratio, weighted as the bench averages them. Immutable after {@link
 * Builder#build}.
 */
public final class TestPoints {

    private final List<Point> points;

    private TestPoints(List<Point> points) {
        this.points = List.copyOf(points);
        Check.argument(!points.isEmpty(), "there is no test point");
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Point(double[] x, double[] theta0, double[] theta1, double truth, double weight) {}

    /** Know the true log ratio. */
    @FunctionalInterface
    public interface TrueRatio {

        /** Return \(\log r(x|\theta_0,\theta_1)\). */
        double logRatio(double[] x, double[] theta0, double[] theta1);
    }

    /** Collect test points. */
    public static final class Builder {

        private final TrueRatio truth;
        private final List<Point> points = new ArrayList<>();

        /** Begin a collection. */
        public Builder(ExactTruth truth) {
            this(truth::logRatio);
        }

        /** Begin a collection where only the ratio is known. */
        public Builder(TrueRatio truth) {
            this.truth = truth;
        }

        /**
         * Add a point.
         *
         * @param x {@code [d]}
         * @param theta0 the numerator's point, {@code [k]}
         * @param theta1 the denominator's point, {@code [k]}
         * @param weight how much it counts
         */
        public Builder add(double[] x, double[] theta0, double[] theta1, double weight) {
            points.add(new Point(x.clone(), theta0.clone(), theta1.clone(), truth.logRatio(x, theta0, theta1), weight));
            return this;
        }

        /** Return the points. */
        public TestPoints build() {
            return new TestPoints(points);
        }
    }

    /**
     * Draw θ from a prior and x half from the law at θ, half from a reference.
     *
     * @param simulator draws the events, with streams that no training uses
     * @param reference the denominator's point
     * @param count how many
     */
    static TestPoints halfAndHalf(SolvedSimulator simulator, Prior prior, ParameterPoint reference, int count) {
        double[] denominator = reference.toArray();
        double[] theta = new double[denominator.length];
        double[] x = new double[simulator.featureNames().size()];
        double[] z = new double[simulator.latentNames().size()];
        Builder points = new Builder(simulator.truth());
        for (int i = 0; i < count; i++) {
            UniformRandomProvider random = RandomStreams.of(0).stream(simulator.name() + " test", i);
            prior.draw(random, theta);
            simulator.draw(i % 2 == 0 ? theta : denominator, random, x, z);
            points.add(x, theta, denominator, 1);
        }
        return points.build();
    }

    /** Return the number of points. */
    public int size() {
        return points.size();
    }

    /** Return the mean square of the true log ratio: the error of saying zero. */
    public double trivial() {
        return meanSquare(Point::truth);
    }

    /** Return the mean squared error of \(\log\hat r(x|\theta_0) - \log\hat r(x|\theta_1)\). */
    public double meanSquaredError(RatioEstimator estimator) {
        return meanSquare(
                p -> estimator.logRatio(p.x(), p.theta0()) - estimator.logRatio(p.x(), p.theta1()) - p.truth());
    }

    /** Return the mean squared error of \(\log\hat r(x|\theta_0)\) to a reference that is the denominator itself. */
    public double meanSquaredErrorToReference(RatioEstimator estimator) {
        return meanSquare(p -> estimator.logRatio(p.x(), p.theta0()) - p.truth());
    }

    /** Return the mean of a function of the events' features. */
    double mean(ToDoubleFunction<double[]> ofFeatures) {
        double sum = 0;
        double weights = 0;
        for (Point p : points) {
            sum += p.weight() * ofFeatures.applyAsDouble(p.x());
            weights += p.weight();
        }
        return sum / weights;
    }

    private double meanSquare(ToDoubleFunction<Point> miss) {
        double sum = 0;
        double weights = 0;
        for (Point p : points) {
            double value = miss.applyAsDouble(p);
            sum += p.weight() * value * value;
            weights += p.weight();
        }
        return sum / weights;
    }

    /** Return how many values of one event at one point an estimator gives in a second, events in batches. */
    public double evaluationsPerSecond(RatioEstimator estimator, int threads) {
        int d = points.get(0).x().length;
        int n = Math.min(points.size(), 10_000);
        double[] events = new double[n * d];
        for (int i = 0; i < n; i++) {
            System.arraycopy(points.get(i).x(), 0, events, i * d, d);
        }
        double[] logRatios = new double[n];
        double[] theta = points.get(0).theta0();
        long evaluations = 0;
        long start = System.nanoTime();
        while (System.nanoTime() - start < 50_000_000L) {
            estimator.logRatios(events, theta, logRatios, threads);
            evaluations += n;
        }
        return evaluations / (1e-9 * (System.nanoTime() - start));
    }
}
