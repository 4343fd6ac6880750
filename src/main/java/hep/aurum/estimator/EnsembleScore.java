package hep.aurum.estimator;

import hep.aurum.base.Check;
import hep.aurum.param.ParameterSpace;
import java.util.Arrays;
import java.util.List;

/**
 * Average the scores of several members; their spread says how far training alone can move the answer.
 *
 * <p>\[ \hat t_a = \frac1M\sum_m\hat t_{ma}, \qquad u_a^2 = \frac1{M-1}\sum_m(\hat t_{ma}-\hat t_a)^2 \]
 *
 * <p>The spread u is of one member; the uncertainty of the mean is \(u/\sqrt M\) if the members are independent. Immutable.
 */
public final class EnsembleScore implements ScoreEstimator {

    private final List<ScoreEstimator> members;
    private final ThreadLocal<double[]> scratch;

    private EnsembleScore(List<ScoreEstimator> members) {
        this.members = members;
        this.scratch = ThreadLocal.withInitial(() -> new double[space().size()]);
    }

    /**
     * Return the ensemble of members with equal weights.
     *
     * @throws IllegalArgumentException if they differ in parameters, features or reference point, or there is none
     */
    public static EnsembleScore of(List<? extends ScoreEstimator> members) {
        Check.argument(!members.isEmpty(), "an ensemble has no member");
        ScoreEstimator first = members.get(0);
        for (ScoreEstimator member : members) {
            Check.argument(
                    member.space().equals(first.space())
                            && member.featureNames().equals(first.featureNames())
                            && Arrays.equals(member.reference(), first.reference()),
                    "members of an ensemble differ in their parameters, features or reference point");
        }
        return new EnsembleScore(List.copyOf(members));
    }

    /** Return the members. */
    public List<ScoreEstimator> members() {
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
    public double[] reference() {
        return members.get(0).reference();
    }

    @Override
    public void score(double[] x, double[] score) {
        double[] one = scratch.get();
        Arrays.fill(score, 0);
        for (int m = 0; m < members.size(); m++) {
            members.get(m).score(x, one);
            for (int a = 0; a < score.length; a++) {
                score[a] += one[a] / members.size();
            }
        }
    }

    @Override
    public void scores(double[] events, double[] scores, int threads) {
        double[] one = new double[scores.length];
        Arrays.fill(scores, 0);
        for (ScoreEstimator member : members) {
            member.scores(events, one, threads);
            for (int i = 0; i < scores.length; i++) {
                scores[i] += one[i] / members.size();
            }
        }
    }

    /**
     * Compute the spread \(u_a\) of the members' scores of one event.
     *
     * @param spread {@code [k]}, overwritten
     * @throws IllegalArgumentException if there is only one member
     */
    public void spread(double[] x, double[] spread) {
        Check.argument(members.size() > 1, "one member has no spread");
        double[] mean = new double[spread.length];
        double[] one = new double[spread.length];
        score(x, mean);
        Arrays.fill(spread, 0);
        for (ScoreEstimator member : members) {
            member.score(x, one);
            for (int a = 0; a < spread.length; a++) {
                spread[a] += (one[a] - mean[a]) * (one[a] - mean[a]) / (members.size() - 1);
            }
        }
        Arrays.setAll(spread, a -> Math.sqrt(spread[a]));
    }
}
