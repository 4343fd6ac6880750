package hep.aurum.estimator;

import hep.aurum.base.BadInput;
import hep.aurum.base.Check;
import hep.aurum.base.NotConverged;
import java.util.Arrays;
import java.util.List;

/**
 * Find the members' weights with the least mean squared error that \(E_s[\hat r] = 1\) lets one see; {@link
 * EnsembleRatio#expectationConsistent} has the formula.
 */
final class ExpectationWeights {

    private static final int MAX_SWEEPS = 100_000;

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
     * conditions, \(Ax \ge 1\) with equality where \(x > 0\), up to the scale of x; descent along one coordinate at a time
     * converges to it for every positive definite A.
     */
    private double[] weights() {
        double[] x = new double[members];
        Arrays.fill(x, 1.0 / members);
        double trace = 0;
        for (int m = 0; m < members; m++) {
            trace += violations[m][m];
        }
        if (trace == 0) {
            return x;
        }
        // Members that differ by constants only leave nothing unseen; any small variance then shares out what is free.
        double diagonal = Math.max(unseen, 1e-6 * trace);
        Arrays.fill(x, 0);
        for (int sweep = 0; sweep < MAX_SWEEPS; sweep++) {
            double moved = 0;
            double largest = 0;
            for (int m = 0; m < members; m++) {
                double gradient = diagonal * x[m] - 1;
                for (int l = 0; l < members; l++) {
                    gradient += violations[m][l] * x[l];
                }
                double next = Math.max(0, x[m] - gradient / (diagonal + violations[m][m]));
                moved = Math.max(moved, Math.abs(next - x[m]));
                largest = Math.max(largest, next);
                x[m] = next;
            }
            if (moved <= 1e-12 * largest) {
                return normalised(x);
            }
        }
        throw new NotConverged(
                "the weights of the ensemble did not settle in " + MAX_SWEEPS + " sweeps",
                Arrays.toString(x),
                "leave out members that agree to all digits");
    }

    private static double[] normalised(double[] x) {
        double sum = Arrays.stream(x).sum();
        return Arrays.stream(x).map(value -> value / sum).toArray();
    }
}
