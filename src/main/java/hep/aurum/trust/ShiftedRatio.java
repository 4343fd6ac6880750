package hep.aurum.trust;

import hep.aurum.estimator.RatioEstimator;
import hep.aurum.param.ParameterSpace;
import java.util.Arrays;
import java.util.List;

/**
 * Answer for θ + δ when asked for θ: a bias of −δ in every estimate, a twin.
 *
 * <p>For a shift of δ in \(N(\theta, 1)\) the best classifier of right against reweighted events reaches an AUC of
 * \(\Phi(\delta/\sqrt2)\), .52819 at δ = .1, and the pull of n events is \(\sqrt n\,\delta\).
 */
public final class ShiftedRatio implements RatioEstimator {

    private final RatioEstimator ratio;
    private final double[] shift;

    /**
     * Shift a ratio.
     *
     * @param ratio the right ratio
     * @param shift δ, {@code [k]}
     */
    public ShiftedRatio(RatioEstimator ratio, double[] shift) {
        hep.aurum.base.Check.length(
                "the shift", shift.length, ratio.space().size());
        this.ratio = ratio;
        this.shift = shift.clone();
    }

    @Override
    public ParameterSpace space() {
        return ratio.space();
    }

    @Override
    public List<String> featureNames() {
        return ratio.featureNames();
    }

    @Override
    public String describe() {
        return ratio.describe() + ", shifted by " + Arrays.toString(shift);
    }

    @Override
    public double logRatio(double[] x, double[] theta) {
        return ratio.logRatio(x, shifted(theta));
    }

    @Override
    public double logRatioAndScore(double[] x, double[] theta, double[] score) {
        return ratio.logRatioAndScore(x, shifted(theta), score);
    }

    @Override
    public void logRatios(double[] events, double[] thetas, double[] logRatios, int threads) {
        ratio.logRatios(events, shifted(thetas), logRatios, threads);
    }

    @Override
    public void logRatiosAndScores(double[] events, double[] theta, double[] logRatios, double[] scores, int threads) {
        ratio.logRatiosAndScores(events, shifted(theta), logRatios, scores, threads);
    }

    /** Shift points by rows. */
    private double[] shifted(double[] thetas) {
        double[] there = thetas.clone();
        Arrays.setAll(there, i -> thetas[i] + shift[i % shift.length]);
        return there;
    }
}
