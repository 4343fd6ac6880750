package hep.aurum.simulator.toy;

import hep.aurum.simulator.ExactTruth;

/** Evaluate the exact detector-level likelihood of the {@link InterferenceToy}; formulas there. */
final class InterferenceTruth implements ExactTruth {

    private final double crossSectionPb;

    /** The variance of an observable at κ = 0, \(1 + s^2\); then a and τ². */
    private final double variance;

    private final double shrinkage;
    private final double posteriorVariance;

    InterferenceTruth(InterferenceOptions options) {
        crossSectionPb = options.crossSectionPb();
        double s2 = options.smearing() * options.smearing();
        variance = 1 + s2;
        shrinkage = 1 / variance;
        posteriorVariance = s2 * shrinkage;
    }

    @Override
    public double logDensity(double[] x, double[] theta) {
        double squares = x[0] * x[0] + x[1] * x[1];
        return logWeight(x, theta[0]) - 0.5 * squares / variance - StrictMath.log(2 * Math.PI * variance);
    }

    @Override
    public double logRatio(double[] x, double[] theta0, double[] theta1) {
        return logWeight(x, theta0[0]) - logWeight(x, theta1[0]);
    }

    @Override
    public void score(double[] x, double[] theta, double[] score) {
        double kappa = theta[0];
        double product = product(x);
        double slope = product * (1 + kappa * product) + kappa * spread(x);
        score[0] = 2 * slope / bracket(x, kappa) - 2 * kappa / (1 + kappa * kappa);
    }

    @Override
    public double crossSection(double[] theta) {
        return crossSectionPb * InterferenceToy.rate(theta[0]);
    }

    private double logWeight(double[] x, double kappa) {
        return StrictMath.log(bracket(x, kappa)) - StrictMath.log1p(kappa * kappa);
    }

    /** The posterior mean of \((1+\kappa uv)^2\) at κ = 0, written as (mean)² + variance: never below zero. */
    private double bracket(double[] x, double kappa) {
        double mean = 1 + kappa * product(x);
        return mean * mean + kappa * kappa * spread(x);
    }

    /** The posterior mean of uv. */
    private double product(double[] x) {
        return shrinkage * x[0] * shrinkage * x[1];
    }

    /** The posterior variance of uv. */
    private double spread(double[] x) {
        double u = shrinkage * x[0];
        double v = shrinkage * x[1];
        return posteriorVariance * (u * u + v * v + posteriorVariance);
    }
}
