package hep.aurum.estimator;

import hep.aurum.base.Check;
import hep.aurum.param.ParameterSpace;
import java.util.Arrays;
import java.util.List;

/**
 * Average the log ratios of several members; their spread says how far training alone can move the answer.
 *
 * <p>\[ \log\hat r = \frac1M\sum_m\log\hat r_m, \qquad u^2 = \frac{1}{M-1}\sum_m(\log\hat r_m - \log\hat r)^2 \]
 *
 * <p>The spread u is of one member; the mean's statistical part is \(u/\sqrt M\). Members that share their training events
 * share the errors that come from them, so the spread is a lower bound. A single event allocates nothing after a thread's
 * first call. Immutable.
 */
public final class EnsembleRatio implements RatioEstimator {

    private final List<RatioEstimator> members;
    private final ThreadLocal<double[]> oneScore;

    private EnsembleRatio(List<? extends RatioEstimator> members) {
        this.members = List.copyOf(members);
        this.oneScore = ThreadLocal.withInitial(() -> new double[space().size()]);
        Check.argument(!this.members.isEmpty(), "an ensemble needs a member");
        for (RatioEstimator member : members) {
            Check.argument(
                    member.space().equals(space()) && member.featureNames().equals(featureNames()),
                    "the members of an ensemble differ in their parameters or features");
        }
    }

    /**
     * Return the ensemble of the given members.
     *
     * @throws IllegalArgumentException if they differ in parameters or features, or there is none
     */
    public static EnsembleRatio of(List<? extends RatioEstimator> members) {
        return new EnsembleRatio(members);
    }

    /** Return the members. */
    public List<RatioEstimator> members() {
        return members;
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
        for (RatioEstimator member : members) {
            sum += member.logRatio(x, theta);
        }
        return sum / members.size();
    }

    /**
     * Return the standard deviation of the members' log ratios.
     *
     * @throws IllegalArgumentException if there is only one member
     */
    public double spread(double[] x, double[] theta) {
        Check.argument(members.size() > 1, "one member has no spread");
        double mean = logRatio(x, theta);
        double squares = 0;
        for (RatioEstimator member : members) {
            double miss = member.logRatio(x, theta) - mean;
            squares += miss * miss;
        }
        return Math.sqrt(squares / (members.size() - 1));
    }

    @Override
    public double logRatioAndScore(double[] x, double[] theta, double[] score) {
        Check.length("score", score.length, space().size());
        double[] one = oneScore.get();
        Arrays.fill(score, 0);
        double sum = 0;
        for (RatioEstimator member : members) {
            sum += member.logRatioAndScore(x, theta, one);
            add(one, score);
        }
        divide(score);
        return sum / members.size();
    }

    @Override
    public void logRatios(double[] events, double[] thetas, double[] logRatios, int threads) {
        double[] one = new double[logRatios.length];
        Arrays.fill(logRatios, 0);
        for (RatioEstimator member : members) {
            member.logRatios(events, thetas, one, threads);
            add(one, logRatios);
        }
        divide(logRatios);
    }

    @Override
    public void logRatiosAndScores(double[] events, double[] theta, double[] logRatios, double[] scores, int threads) {
        double[] oneRatio = new double[logRatios.length];
        double[] oneScore = new double[scores.length];
        Arrays.fill(logRatios, 0);
        Arrays.fill(scores, 0);
        for (RatioEstimator member : members) {
            member.logRatiosAndScores(events, theta, oneRatio, oneScore, threads);
            add(oneRatio, logRatios);
            add(oneScore, scores);
        }
        divide(logRatios);
        divide(scores);
    }

    private static void add(double[] from, double[] to) {
        for (int i = 0; i < to.length; i++) {
            to[i] += from[i];
        }
    }

    private void divide(double[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] /= members.size();
        }
    }
}
