package hep.aurum.estimator;

import hep.aurum.base.BadInput;
import hep.aurum.base.Check;
import hep.aurum.base.NotConverged;
import hep.aurum.math.optim.BoundedNewton;
import hep.aurum.math.optim.Box;
import hep.aurum.math.optim.Minimum;
import hep.aurum.math.optim.Objective;
import java.util.Arrays;
import java.util.List;

/**
 * Find the members' weights with the least mean squared error that \(E_s[\hat r] = 1\) lets one see; {@link
 * EnsembleRatio#expectationConsistent} has the formula.
 */
final class ExpectationWeights {

    private static final double TOLERANCE = 1e-9;

    /** Members that differ by constants leave nothing unseen; an error of a hundredth of the seen one shares out what is free. */
    private static final double LEAST_UNSEEN = 1e-4;

    private final int members;
    private final double[][] violations;
    private double unseen;

    private ExpectationWeights(int members) {
        this.members = members;
        this.violations = new double[members][members];
    }

    /** Return weights that add up to 1. */
    static double[] over(
            List<? extends RatioEstimator> members,
            double[] events,
            double[] weights,
            List<double[]> points,
            int threads) {
        Check.argument(!members.isEmpty(), "an ensemble needs a member");
        Check.argument(!points.isEmpty(), "the expectation is asked for at no point");
        double[][] logRatios = new double[members.size()][weights.length];
        ExpectationWeights sums = new ExpectationWeights(members.size());
        for (double[] theta : points) {
            for (int m = 0; m < logRatios.length; m++) {
                members.get(m).logRatios(events, theta, logRatios[m], threads);
            }
            sums.add(logRatios, weights, theta, 1.0 / points.size());
        }
        return sums.weights();
    }

    /** Add one point's violations, without what the sample's fluctuation explains, and the variance that cannot be seen. */
    private void add(double[][] logRatios, double[] weights, double[] theta, double share) {
        double[] mean = new double[weights.length];
        for (double[] member : logRatios) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += member[i] / members;
            }
        }
        double[] violation = new double[members];
        double size = 0;
        for (int m = 0; m < members; m++) {
            violation[m] = StrictMath.log(meanRatio(logRatios[m], weights, theta));
            size += violation[m] * violation[m] / members;
        }
        double noise = relativeVariance(mean, weights, theta);
        double seen = size > 0 ? Math.max(0, 1 - noise / size) : 0;
        for (int m = 0; m < members; m++) {
            for (int l = 0; l < members; l++) {
                violations[m][l] += share * seen * violation[m] * violation[l];
            }
        }
        unseen += share * unseenVariance(logRatios, mean, weights);
    }

    private static double meanRatio(double[] logRatio, double[] weights, double[] theta) {
        double sum = 0;
        double total = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * StrictMath.exp(logRatio[i]);
            total += weights[i];
        }
        double mean = sum / total;
        if (!(mean > 0 && Double.isFinite(mean))) {
            throw new BadInput(
                    "the mean of a member's ratio over the reference events is " + mean,
                    "theta = " + Arrays.toString(theta),
                    "use more events of the reference law, or points closer to it");
        }
        return mean;
    }

    /** Return the relative variance of the mean ratio over the sample, \(\sum w^2(\hat r-\bar r)^2/(\bar r\sum w)^2\). */
    private static double relativeVariance(double[] logRatio, double[] weights, double[] theta) {
        double mean = meanRatio(logRatio, weights, theta);
        double squares = 0;
        double total = 0;
        for (int i = 0; i < weights.length; i++) {
            double miss = weights[i] * (StrictMath.exp(logRatio[i]) / mean - 1);
            squares += miss * miss;
            total += weights[i];
        }
        return squares / (total * total);
    }

    /** Return the members' variance about their mean log ratio under the law at θ, their own means taken out. */
    private double unseenVariance(double[][] logRatios, double[] mean, double[] weights) {
        if (members == 1) {
            return 0;
        }
        double[] law = new double[weights.length];
        double total = 0;
        for (int i = 0; i < law.length; i++) {
            law[i] = Math.abs(weights[i]) * StrictMath.exp(mean[i]);
            total += law[i];
        }
        double variance = 0;
        for (double[] member : logRatios) {
            double sum = 0;
            double squares = 0;
            for (int i = 0; i < law.length; i++) {
                double miss = member[i] - mean[i];
                sum += law[i] * miss;
                squares += law[i] * miss * miss;
            }
            variance += Math.max(0, squares / total - (sum / total) * (sum / total)) / (members - 1);
        }
        return variance;
    }

    /**
     * Minimise \(W^TAW\), \(A = V + u^2I\), on the simplex. With \(x \ge 0\) the least \(\frac12x^TAx - \sum x\) obeys the same
     * conditions, \(Ax \ge 1\) with equality where \(x > 0\), up to the scale of x.
     */
    private double[] weights() {
        double[] x = new double[members];
        Arrays.fill(x, 1.0 / members);
        double seen = 0;
        for (int m = 0; m < members; m++) {
            seen += violations[m][m] / members;
        }
        if (seen == 0) {
            return x;
        }
        Minimum minimum = BoundedNewton.withDefaults()
                .withTolerance(TOLERANCE)
                .minimize(new Quadratic(violations, Math.max(unseen, LEAST_UNSEEN * seen), seen), x, box());
        if (!minimum.isConverged()) {
            throw new NotConverged(
                    "the weights of the ensemble cannot be found: " + minimum.status(),
                    Arrays.toString(minimum.point()),
                    "leave out members that agree to all digits");
        }
        x = minimum.point();
        double sum = 0;
        for (double value : x) {
            sum += value;
        }
        for (int m = 0; m < members; m++) {
            x[m] /= sum;
        }
        return x;
    }

    private Box box() {
        double[] upper = new double[members];
        Arrays.fill(upper, Double.POSITIVE_INFINITY);
        return Box.of(new double[members], upper);
    }

    /** The quadratic form \(\frac12x^T(V + u^2I)x/c - \sum x\), with a unit c that brings the numbers near 1. */
    private static final class Quadratic implements Objective {
        private final double[][] violations;
        private final double diagonal;
        private final double unit;

        Quadratic(double[][] violations, double diagonal, double unit) {
            this.violations = violations;
            this.diagonal = diagonal;
            this.unit = unit;
        }

        @Override
        public int dimension() {
            return violations.length;
        }

        @Override
        public double value(double[] x) {
            double value = 0;
            for (int m = 0; m < x.length; m++) {
                value += x[m] * (0.5 * row(m, x) - 1);
            }
            return value;
        }

        @Override
        public double evaluate(double[] x, double[] gradient, double[] hessian) {
            for (int m = 0; m < x.length; m++) {
                gradient[m] = row(m, x) - 1;
                for (int l = 0; l < x.length; l++) {
                    hessian[m * x.length + l] = entry(m, l);
                }
            }
            return value(x);
        }

        private double row(int m, double[] x) {
            double sum = 0;
            for (int l = 0; l < x.length; l++) {
                sum += entry(m, l) * x[l];
            }
            return sum;
        }

        private double entry(int m, int l) {
            return (violations[m][l] + (m == l ? diagonal : 0)) / unit;
        }
    }
}
