package hep.aurum.workflow;

import hep.aurum.estimator.RatioEstimator;
import hep.aurum.param.ParameterSpace;
import hep.aurum.simulator.ExactTruth;
import hep.aurum.simulator.SolvedSimulator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Stand in for a learned ratio where it has a closed form: the ratio to the law at the standard point.
 *
 * @param truth the likelihood
 * @param space the parameters
 * @param featureNames the features
 */
record ClosedForm(ExactTruth truth, ParameterSpace space, List<String> featureNames) implements RatioEstimator {

    static ClosedForm of(SolvedSimulator simulator, ParameterSpace space) {
        return new ClosedForm(simulator.truth(), space, simulator.featureNames());
    }

    @Override
    public String describe() {
        return "the exact ratio to the standard point";
    }

    @Override
    public double logRatio(double[] x, double[] theta) {
        return truth.logRatio(x, theta, space.standard().toArray());
    }

    @Override
    public double logRatioAndScore(double[] x, double[] theta, double[] score) {
        truth.score(x, theta, score);
        return logRatio(x, theta);
    }

    /** {@inheritDoc} Events are independent, so threads share them; the denominator is computed once for each. */
    @Override
    public void logRatios(double[] events, double[] thetas, double[] logRatios, int threads) {
        checkBatch(events, thetas, logRatios);
        int d = featureNames.size();
        int k = space.size();
        int points = points(thetas);
        double[] standard = space.standard().toArray();
        IntStream rows = IntStream.range(0, events.length / d);
        (threads > 1 ? rows.parallel() : rows).forEach(i -> {
            double[] x = new double[d];
            double[] theta = new double[k];
            System.arraycopy(events, i * d, x, 0, d);
            double denominator = truth.logDensity(x, standard);
            for (int j = 0; j < points; j++) {
                System.arraycopy(thetas, j * k, theta, 0, k);
                logRatios[i * points + j] = truth.logDensity(x, theta) - denominator;
            }
        });
    }
}
