package hep.aurum.sample;

import hep.aurum.base.Check;
import hep.aurum.math.array.ArrayTable;
import hep.aurum.math.random.RandomStreams;
import hep.aurum.param.MonomialBasis;
import hep.aurum.param.ParameterSpace;
import hep.aurum.param.Prior;
import hep.aurum.simulator.Simulator;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Draw pairs of events once, as in the original papers: one from the law at the pair's θ0, one from a reference law, both
 * labelled with the joint ratio and the joint score of the pair.
 */
public final class FixedPairs {

    /** Drawing from weighted events takes the cumulative weights of all events, so points are shared. */
    private static final int POINTS = 1000;

    private final double[] x;
    private final double[] theta0;
    private final double[] y;
    private final double[] ratio;
    private final double[] score;
    private final double[] weight;
    private final long[] origin;
    private final int d;
    private final int k;

    private FixedPairs(int pairs, int d, int k) {
        this.d = d;
        this.k = k;
        this.x = new double[2 * pairs * d];
        this.theta0 = new double[2 * pairs * k];
        this.y = new double[2 * pairs];
        this.ratio = new double[2 * pairs];
        this.score = new double[2 * pairs * k];
        this.weight = new double[2 * pairs];
        this.origin = new long[2 * pairs];
    }

    private LabelledSample finish(ParameterSpace space, List<String> featureNames) {
        LabelledSample labelled = k == 0
                ? LabelledSample.ofTwoLaws(featureNames, ArrayTable.of(x, d), ArrayTable.of(y, 1))
                : LabelledSample.of(
                                space, featureNames, ArrayTable.of(x, d), ArrayTable.of(theta0, k), ArrayTable.of(y, 1))
                        .withScore(ArrayTable.of(score, k));
        return labelled.withRatio(ArrayTable.of(ratio, 1))
                .withWeight(ArrayTable.of(weight, 1))
                .withOrigins(origin);
    }

    /**
     * Draw as many pairs as half the events; the reference is the sampling law.
     *
     * <p>An event is drawn from the law at θ with probability proportional to \(|w_i(\theta)|\) and keeps the sign of its
     * weight, so that negative weights stay in the average. There are at most a thousand distinct points θ.
     *
     * @throws hep.aurum.base.BadModel if the cross-section is not positive somewhere in the prior
     */
    public static LabelledSample of(EventSample sample, Prior prior, UniformRandomProvider random) {
        int pairs = Math.max(1, sample.size() / 2);
        int k = sample.space().size();
        FixedPairs drawn = new FixedPairs(pairs, sample.dimension(), k);
        double[] theta = new double[k];
        double[] cumulative = new double[sample.size()];
        int points = Math.min(POINTS, pairs);
        MinedEvents.Labeller labeller = sample.labeller();
        for (int point = 0; point < points; point++) {
            prior.draw(random, theta);
            double[] monomials = monomials(sample.basis(), theta);
            double sigma = accumulate(sample, monomials, cumulative);
            int to = (int) ((long) pairs * (point + 1) / points);
            for (int pair = (int) ((long) pairs * point / points); pair < to; pair++) {
                int numerator = pick(cumulative, random.nextDouble());
                double excess = cumulative[cumulative.length - 1] / sigma;
                drawn.put(2 * pair, sample, numerator, theta, labeller, 0);
                drawn.weight[2 * pair] = Math.signum(sample.weight(numerator, monomials)) * excess;
                drawn.put(2 * pair + 1, sample, random.nextInt(sample.size()), theta, labeller, 1);
            }
        }
        return drawn.finish(sample.space(), sample.featureNames());
    }

    private static double[] monomials(MonomialBasis basis, double[] theta) {
        double[] monomials = new double[basis.size()];
        basis.values(theta, monomials);
        return monomials;
    }

    /** Sum the absolute weights; return the sum of the weights themselves. */
    private static double accumulate(EventSample sample, double[] monomials, double[] cumulative) {
        double sum = 0;
        double signed = 0;
        for (int i = 0; i < cumulative.length; i++) {
            double weight = sample.weight(i, monomials);
            signed += weight;
            sum += Math.abs(weight);
            cumulative[i] = sum;
        }
        return signed;
    }

    private static int pick(double[] cumulative, double uniform) {
        double at = uniform * cumulative[cumulative.length - 1];
        int index = Arrays.binarySearch(cumulative, at);
        return Math.min(cumulative.length - 1, index >= 0 ? index + 1 : -index - 1);
    }

    private void put(
            int row, EventSample sample, int event, double[] theta, MinedEvents.Labeller labeller, int denominator) {
        for (int j = 0; j < d; j++) {
            x[row * d + j] = sample.feature(event, j);
        }
        double[] gradient = new double[k];
        double r = labeller.ratio(event, theta, gradient);
        System.arraycopy(theta, 0, theta0, row * k, k);
        y[row] = denominator;
        origin[row] = sample.origin(event);
        ratio[row] = r;
        weight[row] = 1;
        for (int a = 0; a < k; a++) {
            score[row * k + a] = r == 0 ? 0 : gradient[a] / r;
        }
    }

    /**
     * Draw pairs from a simulator; the reference is the law at one point.
     *
     * @param reference {@code [k]}, the denominator's point
     * @param pairs how many; twice as many events
     */
    public static LabelledSample draw(
            Simulator simulator, Prior prior, double[] reference, int pairs, RandomStreams streams) {
        Check.argument(pairs >= 1, "%d pairs, expected at least 1", pairs);
        int d = simulator.featureNames().size();
        int k = simulator.space().size();
        FixedPairs drawn = new FixedPairs(pairs, d, k);
        double[] theta = new double[k];
        double[] x = new double[d];
        double[] z = new double[simulator.latentNames().size()];
        double[] t = new double[k];
        for (int row = 0; row < 2 * pairs; row++) {
            boolean denominator = row % 2 == 1;
            UniformRandomProvider random = streams.stream(simulator.name(), row);
            if (!denominator) {
                prior.draw(random, theta);
            }
            simulator.draw(denominator ? reference : theta, random, x, z);
            simulator.score(x, z, theta, t);
            System.arraycopy(x, 0, drawn.x, row * d, d);
            System.arraycopy(theta, 0, drawn.theta0, row * k, k);
            System.arraycopy(t, 0, drawn.score, row * k, k);
            drawn.y[row] = denominator ? 1 : 0;
            drawn.weight[row] = 1;
            drawn.origin[row] = row;
            drawn.ratio[row] =
                    StrictMath.exp(simulator.logDensity(x, z, theta) - simulator.logDensity(x, z, reference));
        }
        return drawn.finish(simulator.space(), simulator.featureNames());
    }
}
