package hep.aurum.estimator;

import hep.aurum.base.BadInput;
import hep.aurum.base.Check;
import hep.aurum.param.ParameterSpace;
import java.util.Arrays;
import java.util.List;

/**
 * Average the log ratios of several members; their spread says how far training alone can move the answer.
 *
 * <p>\[ \log\hat r = \sum_m W_m\log\hat r_m, \qquad u^2 = \frac{\sum_m W_m(\log\hat r_m - \log\hat r)^2}{1-\sum_m W_m^2},
 * \qquad \sum_m W_m = 1 \]
 *
 * <p>The spread u is of one member; for equal weights it is the usual standard deviation with M − 1. The uncertainty of the
 * weighted mean is \(u/\sqrt{M_{\rm eff}}\) with \(M_{\rm eff} = 1/\sum_m W_m^2\), if the members are independent. Members that
 * share their training events share the errors that come from them, so both are lower bounds; members that are each trained
 * on a {@link hep.aurum.sample.Bootstrap} replica are not, but then each has the larger error of fewer different events.
 *
 * <p>A single event allocates nothing after a thread's first call. Immutable.
 */
public final class EnsembleRatio implements RatioEstimator {

    private final List<RatioEstimator> members;
    private final double[] weights;
    private final double total;
    private final ThreadLocal<double[]> oneScore;

    private EnsembleRatio(List<? extends RatioEstimator> members, double[] weights) {
        this.members = List.copyOf(members);
        this.weights = weights;
        this.oneScore = ThreadLocal.withInitial(() -> new double[space().size()]);
        Check.argument(!this.members.isEmpty(), "an ensemble needs a member");
        Check.length("weights", weights.length, members.size());
        double sum = 0;
        for (double weight : weights) {
            Check.argument(weight >= 0, "the weight of a member is %s, expected 0 or more", weight);
            sum += weight;
        }
        Check.argument(sum > 0 && Double.isFinite(sum), "the weights of the members add up to %s", sum);
        this.total = sum;
        for (RatioEstimator member : members) {
            Check.argument(
                    member.space().equals(space()) && member.featureNames().equals(featureNames()),
                    "the members of an ensemble differ in their parameters or features");
        }
    }

    /**
     * Return the ensemble of the given members, all with the same weight.
     *
     * @throws IllegalArgumentException if they differ in parameters or features, or there is none
     */
    public static EnsembleRatio of(List<? extends RatioEstimator> members) {
        double[] ones = new double[members.size()];
        Arrays.fill(ones, 1);
        return new EnsembleRatio(members, ones);
    }

    /**
     * Return the ensemble of the given members.
     *
     * @param weights of the members, none negative, up to a common factor
     * @throws IllegalArgumentException if the members differ in parameters or features, or there is none, or all weights are 0
     */
    public static EnsembleRatio of(List<? extends RatioEstimator> members, double[] weights) {
        Check.length("weights", weights.length, members.size());
        boolean equal = weights.length > 0 && Arrays.stream(weights).allMatch(weight -> weight == weights[0]);
        // Equal weights are 1, so that an ensemble has one form whatever the common factor was.
        return equal && weights[0] > 0 ? of(members) : new EnsembleRatio(members, weights.clone());
    }

    /**
     * Return the combination that obeys \(E_s[\hat r(x|\theta, s)] = 1\) best without resting on few members.
     *
     * <p>Of a member's error \(\varepsilon_m(x,\theta) = \log\hat r_m - \log r\) the mean is visible without knowing r:
     * \(E_s[\hat r_m] = E_\theta[e^{\varepsilon_m}]\), so \(v_m(\theta) = \log E_s[\hat r_m] \approx E_\theta[\varepsilon_m]\).
     * The rest of the error, with variance \(u^2\), is not, and is taken as independent from member to member. The mean
     * squared error of the combination is then
     *
     * <p>\[ Q(W) = \frac1p\sum_\theta\kappa(\theta)\Bigl(\sum_m W_mv_m(\theta)\Bigr)^2 + u^2\sum_mW_m^2, \]
     *
     * <p>and the weights are those that make it least among \(W_m \ge 0\), \(\sum W_m = 1\). \(u^2\) is the spread of the
     * members' log ratios about each other after their means are taken out, averaged over the law at θ. The factor \(\kappa =
     * \max(0, 1 - \sigma_v^2/\overline{v^2})\) takes out what the sample's own fluctuation \(\sigma_v\), which all members
     * share, puts into v. Members without violation, or that agree in it, have equal weights.
     *
     * <p>Weights like \(e^{-\chi^2_m/2}\) or \(e^{-k|v_m|}\) of single members also favour small violations, but the first
     * picks one member as soon as the sample is large enough to see any violation, the second needs a k, and neither lets
     * violations of opposite sign cancel. The other identity, \(E_\theta[\hat t] = 0\) under the member's own law, is the
     * derivative of the first: \(E_s[\hat r\,\hat t] = \nabla_\theta E_s[\hat r]\); points that cover the ranges contain it.
     *
     * @param members at least one
     * @param events {@code [n*d]} by rows, of the reference law s, not trained on
     * @param weights {@code [n]}, of the events in that law, of either sign
     * @param points θ at which the identity is asked for, each {@code [k]}
     * @param threads how many threads may work; the result does not depend on it
     * @throws BadInput if a member's mean ratio is not positive
     * @see <a href="https://arxiv.org/abs/1805.00020">Brehmer, Cranmer, Louppe, Pavez, on the expectation of the ratio as a
     *     diagnostic</a>
     * @see <a href="https://arxiv.org/abs/1907.10621">Brehmer, Kling, Espejo, Cranmer: MadMiner, on ensembles</a>
     */
    public static EnsembleRatio expectationConsistent(
            List<? extends RatioEstimator> members,
            double[] events,
            double[] weights,
            List<double[]> points,
            int threads) {
        return of(members, ExpectationWeights.over(members, events, weights, points, threads));
    }

    /** Return the members. */
    public List<RatioEstimator> members() {
        return members;
    }

    /** Return the members' weights \(W_m\), which add up to 1. */
    public double[] weights() {
        double[] shares = weights.clone();
        divide(shares);
        return shares;
    }

    /** Return the weights as they are kept, up to a common factor: 1 if they are equal. */
    double[] rawWeights() {
        return weights.clone();
    }

    /** Return whether all members have the same weight. */
    public boolean isEqual() {
        return Arrays.stream(weights).allMatch(weight -> weight == weights[0]);
    }

    /** Return \(M_{\rm eff} = 1/\sum_m W_m^2\), the number of equally weighted members with the same statistical power. */
    public double effectiveMembers() {
        double squares = 0;
        for (double weight : weights) {
            squares += weight * weight;
        }
        return total * total / squares;
    }

    @Override
    public ParameterSpace space() {
        return members.get(0).space();
    }

    @Override
    public List<String> featureNames() {
        return members.get(0).featureNames();
    }

    @Override
    public String describe() {
        return members.get(0).describe();
    }

    @Override
    public double logRatio(double[] x, double[] theta) {
        double sum = 0;
        for (int m = 0; m < weights.length; m++) {
            sum += weights[m] * members.get(m).logRatio(x, theta);
        }
        return sum / total;
    }

    /**
     * Return the spread u of the members' log ratios, the standard deviation of one member.
     *
     * @throws IllegalArgumentException if there is only one member that counts
     */
    public double spread(double[] x, double[] theta) {
        requireSpread();
        double first = members.get(0).logRatio(x, theta);
        double sum = weights[0] * first;
        double squares = 0;
        for (int m = 1; m < weights.length; m++) {
            double f = members.get(m).logRatio(x, theta);
            sum += weights[m] * f;
            squares += weights[m] * (f - first) * (f - first);
        }
        return spread(sum / total - first, squares);
    }

    /**
     * Return the spread.
     *
     * @param shift the mean less the first member's log ratio
     * @param squares the weighted sum of squared distances from the first member, whose cancellation with the shift is harmless
     *     because both are of the size of the spread
     */
    private double spread(double shift, double squares) {
        double variance = (squares / total - shift * shift) / (1 - 1 / effectiveMembers());
        return Math.sqrt(Math.max(variance, 0));
    }

    private void requireSpread() {
        Check.argument(Arrays.stream(weights).filter(weight -> weight > 0).count() > 1, "one member has no spread");
    }

    /**
     * Return the standard deviation \(u/\sqrt{M_{\rm eff}}\) of the combined log ratio, if the members are independent.
     *
     * @throws IllegalArgumentException if there is only one member that counts
     */
    public double uncertainty(double[] x, double[] theta) {
        return spread(x, theta) / Math.sqrt(effectiveMembers());
    }

    /**
     * Compute the log ratio and the spread of n events at p points in one evaluation of the members. Divide a spread by the root
     * of {@link #effectiveMembers()} to have the uncertainty of the combination.
     *
     * @param events {@code [n*d]} by rows
     * @param thetas {@code [p*k]} by rows
     * @param logRatios {@code [n*p]} by rows, one row for each event, overwritten; the bits of {@link #logRatios}
     * @param spreads {@code [n*p]} likewise, overwritten
     * @param threads how many threads may work; the result does not depend on it
     * @throws IllegalArgumentException if there is only one member that counts
     */
    public void logRatiosAndSpreads(
            double[] events, double[] thetas, double[] logRatios, double[] spreads, int threads) {
        requireSpread();
        Check.length("spreads", spreads.length, logRatios.length);
        double[] first = new double[logRatios.length];
        double[] one = new double[logRatios.length];
        members.get(0).logRatios(events, thetas, first, threads);
        Arrays.fill(spreads, 0);
        Arrays.fill(logRatios, 0);
        add(weights[0], first, logRatios);
        for (int m = 1; m < weights.length; m++) {
            members.get(m).logRatios(events, thetas, one, threads);
            add(weights[m], one, logRatios);
            for (int i = 0; i < one.length; i++) {
                spreads[i] += weights[m] * (one[i] - first[i]) * (one[i] - first[i]);
            }
        }
        divide(logRatios);
        for (int i = 0; i < spreads.length; i++) {
            spreads[i] = spread(logRatios[i] - first[i], spreads[i]);
        }
    }

    @Override
    public double logRatioAndScore(double[] x, double[] theta, double[] score) {
        Check.length("score", score.length, space().size());
        double[] one = oneScore.get();
        Arrays.fill(score, 0);
        double sum = 0;
        for (int m = 0; m < weights.length; m++) {
            sum += weights[m] * members.get(m).logRatioAndScore(x, theta, one);
            add(weights[m], one, score);
        }
        divide(score);
        return sum / total;
    }

    @Override
    public void logRatios(double[] events, double[] thetas, double[] logRatios, int threads) {
        double[] one = new double[logRatios.length];
        Arrays.fill(logRatios, 0);
        for (int m = 0; m < weights.length; m++) {
            members.get(m).logRatios(events, thetas, one, threads);
            add(weights[m], one, logRatios);
        }
        divide(logRatios);
    }

    @Override
    public void logRatiosAndScores(double[] events, double[] theta, double[] logRatios, double[] scores, int threads) {
        double[] oneRatio = new double[logRatios.length];
        double[] oneScore = new double[scores.length];
        Arrays.fill(logRatios, 0);
        Arrays.fill(scores, 0);
        for (int m = 0; m < weights.length; m++) {
            members.get(m).logRatiosAndScores(events, theta, oneRatio, oneScore, threads);
            add(weights[m], oneRatio, logRatios);
            add(weights[m], oneScore, scores);
        }
        divide(logRatios);
        divide(scores);
    }

    private static void add(double weight, double[] from, double[] to) {
        for (int i = 0; i < to.length; i++) {
            to[i] += weight * from[i];
        }
    }

    private void divide(double[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] /= total;
        }
    }
}
