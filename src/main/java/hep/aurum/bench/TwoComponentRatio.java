package hep.aurum.bench;

import hep.aurum.estimator.RatioEstimator;
import hep.aurum.param.ParameterSpace;
import java.util.List;

/**
 * Compose the ratio of a mixture to its background from the odds of the pure components, \(\log r(x|\gamma,0) = \log(1 - \gamma +
 * \gamma\rho(x))\) with \(\rho = p_s/p_b\).
 *
 * @param odds \(\log\rho(x)\) at θ = 1
 * @see <a href="https://arxiv.org/abs/1506.02169">Cranmer, Pavez, Louppe, Sec. 5</a>
 */
record TwoComponentRatio(RatioEstimator odds) implements RatioEstimator {

    private static final double[] PURE = {1};

    @Override
    public ParameterSpace space() {
        return odds.space();
    }

    @Override
    public List<String> featureNames() {
        return odds.featureNames();
    }

    @Override
    public String describe() {
        return "log r of a mixture to its background, from the odds of the components";
    }

    @Override
    public double logRatio(double[] x, double[] theta) {
        return StrictMath.log1p(theta[0] * StrictMath.expm1(odds.logRatio(x, PURE)));
    }

    @Override
    public double logRatioAndScore(double[] x, double[] theta, double[] score) {
        double excess = StrictMath.expm1(odds.logRatio(x, PURE));
        score[0] = excess / (1 + theta[0] * excess);
        return StrictMath.log1p(theta[0] * excess);
    }

    @Override
    public void logRatiosAndScores(double[] events, double[] theta, double[] logRatios, double[] scores, int threads) {
        odds.logRatios(events, PURE, logRatios, threads);
        for (int i = 0; i < logRatios.length; i++) {
            double excess = StrictMath.expm1(logRatios[i]);
            logRatios[i] = StrictMath.log1p(theta[0] * excess);
            scores[i] = excess / (1 + theta[0] * excess);
        }
    }
}
