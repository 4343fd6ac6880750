package hep.aurum.estimator.ratio;

import hep.aurum.param.MonomialBasis;
import hep.aurum.sample.EventSample;
import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Draw pairs of events once ({@link LabelForm#FIXED_PAIRS}): one from the reference law, one from the law at the pair's θ.
 *
 * <p>An event is drawn from the law at θ with probability proportional to \(|w_i(\theta)|\) and keeps the sign of its weight,
 * so that negative weights stay in the average. Since that takes the cumulative weights of all events at θ, there are at
 * most a thousand distinct points θ.
 */
final class FixedPairs implements TrainingExamples {

    private static final int POINTS = 1000;

    private final EventSample sample;
    private final double[] total;
    private final int[] events;
    private final double[] thetas;
    private final double[] factors;

    /** Draw {@code sample.size() / 2} pairs. */
    FixedPairs(EventSample sample, ThetaPrior prior, UniformRandomProvider random) {
        this.sample = sample;
        this.total = sample.totalCoefficients();
        int k = sample.space().size();
        int pairs = Math.max(1, sample.size() / 2);
        this.events = new int[2 * pairs];
        this.thetas = new double[pairs * k];
        this.factors = new double[pairs];
        double[] theta = new double[k];
        double[] cumulative = new double[sample.size()];
        int points = Math.min(POINTS, pairs);
        for (int point = 0; point < points; point++) {
            prior.draw(random, theta);
            accumulate(theta, cumulative);
            int from = (int) ((long) pairs * point / points);
            int to = (int) ((long) pairs * (point + 1) / points);
            for (int pair = from; pair < to; pair++) {
                System.arraycopy(theta, 0, thetas, pair * k, k);
                int drawn = pick(cumulative, random.nextDouble());
                factors[pair] = thetaWeight(drawn, theta, cumulative[cumulative.length - 1]);
                events[2 * pair] = drawn;
                events[2 * pair + 1] = random.nextInt(sample.size());
            }
        }
    }

    private void accumulate(double[] theta, double[] cumulative) {
        double[] monomials = monomials(theta);
        double sum = 0;
        for (int i = 0; i < cumulative.length; i++) {
            sum += Math.abs(sample.weight(i, monomials));
            cumulative[i] = sum;
        }
    }

    private static int pick(double[] cumulative, double uniform) {
        double at = uniform * cumulative[cumulative.length - 1];
        int index = Arrays.binarySearch(cumulative, at);
        return Math.min(cumulative.length - 1, index >= 0 ? index + 1 : -index - 1);
    }

    /** Return the sign of the weight, times what all \(|w|\) exceed σ by, so that averages are those under θ. */
    private double thetaWeight(int event, double[] theta, double absolute) {
        double[] monomials = monomials(theta);
        double sigma = 0;
        for (int j = 0; j < total.length; j++) {
            sigma += total[j] * monomials[j];
        }
        return Math.signum(sample.weight(event, monomials)) * absolute / sigma;
    }

    private double[] monomials(double[] theta) {
        MonomialBasis basis = sample.basis();
        double[] monomials = new double[basis.size()];
        basis.values(theta, monomials);
        return monomials;
    }

    @Override
    public int size() {
        return events.length;
    }

    @Override
    public int event(int example) {
        return events[example];
    }

    @Override
    public Reader reader() {
        MorphedLabels labels = new MorphedLabels(sample, total);
        return (example, random, theta, label) -> {
            int pair = example / 2;
            System.arraycopy(thetas, pair * theta.length, theta, 0, theta.length);
            double ratio = labels.ratio(events[example], theta);
            double weight = factors[pair];
            boolean fromTheta = example % 2 == 0 && ratio != 0;
            double scoreScale = fromTheta ? weight / ratio : 0;
            label.set(ratio, fromTheta ? 0 : 1, fromTheta ? weight : 0, fromTheta ? weight / ratio : 0);
            for (int i = 0; i < theta.length; i++) {
                label.weightedScore()[i] = scoreScale * labels.ratioGradient()[i];
            }
        };
    }
}
