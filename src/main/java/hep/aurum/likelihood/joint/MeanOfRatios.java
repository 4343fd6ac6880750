package hep.aurum.likelihood.joint;

import hep.aurum.estimator.RatioEstimator;
import hep.aurum.param.ParameterSpace;
import java.util.Arrays;
import java.util.List;

/**
 * Average ratios, not their logarithms: \(\bar r = \frac1E\sum_er_e\), normalised wherever the members are.
 *
 * @param members at least one, with the same parameters and features
 */
record MeanOfRatios(List<RatioEstimator> members) implements RatioEstimator {

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
        return "the mean of " + members.size() + " ratios: " + members.get(0).describe();
    }

    @Override
    public double logRatio(double[] x, double[] theta) {
        double[] mean = new double[1];
        logRatios(x, theta, mean, 1);
        return mean[0];
    }

    @Override
    public double logRatioAndScore(double[] x, double[] theta, double[] score) {
        double[] mean = new double[1];
        logRatiosAndScores(x, theta, mean, score, 1);
        return mean[0];
    }

    @Override
    public void logRatios(double[] events, double[] thetas, double[] logRatios, int threads) {
        double[] one = new double[logRatios.length];
        Arrays.fill(logRatios, 0);
        for (RatioEstimator member : members) {
            member.logRatios(events, thetas, one, threads);
            for (int i = 0; i < one.length; i++) {
                logRatios[i] += StrictMath.exp(one[i]) / members.size();
            }
        }
        logarithms(logRatios);
    }

    @Override
    public void logRatiosAndScores(double[] events, double[] theta, double[] logRatios, double[] scores, int threads) {
        int k = space().size();
        double[] one = new double[logRatios.length];
        double[] slopes = new double[scores.length];
        Arrays.fill(logRatios, 0);
        Arrays.fill(scores, 0);
        for (RatioEstimator member : members) {
            member.logRatiosAndScores(events, theta, one, slopes, threads);
            for (int i = 0; i < one.length; i++) {
                double ratio = StrictMath.exp(one[i]) / members.size();
                logRatios[i] += ratio;
                for (int a = 0; a < k; a++) {
                    scores[i * k + a] += ratio * slopes[i * k + a];
                }
            }
        }
        for (int i = 0; i < scores.length; i++) {
            scores[i] /= logRatios[i / k];
        }
        logarithms(logRatios);
    }

    private static void logarithms(double[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = StrictMath.log(values[i]);
        }
    }
}
