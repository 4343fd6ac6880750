package hep.aurum.simulator.toy;

import hep.aurum.simulator.ExactTruth;

/** Evaluate the exact detector-level likelihood of the {@link EftToy}; formulas there. */
final class EftTruth implements ExactTruth {

    private final double s;
    private final double crossSectionPb;

    EftTruth(EftOptions options) {
        s = options.smearing();
        crossSectionPb = options.crossSectionPb();
    }

    @Override
    public double logDensity(double[] x, double[] theta) {
        double log = StrictMath.log(bracket(x, theta) / EftToy.rate(theta));
        for (double value : x) {
            double u = (value - s * s) / s;
            log += -value + 0.5 * s * s + HalfNormalMoments.logMass(u);
        }
        return log;
    }

    @Override
    public double logRatio(double[] x, double[] theta0, double[] theta1) {
        return StrictMath.log(bracket(x, theta0) / EftToy.rate(theta0))
                - StrictMath.log(bracket(x, theta1) / EftToy.rate(theta1));
    }

    @Override
    public void score(double[] x, double[] theta, double[] score) {
        double bracket = bracket(x, theta);
        double rate = EftToy.rate(theta);
        double sum = 0;
        double weighted = 0;
        for (int a = 0; a < x.length; a++) {
            sum += theta[a];
            weighted += theta[a] * first(x[a]);
        }
        for (int a = 0; a < x.length; a++) {
            double m1 = first(x[a]);
            double slope = 2 * m1 + 2 * theta[a] * second(x[a]) + 2 * m1 * (weighted - theta[a] * m1);
            score[a] = slope / bracket - (2 + 2 * theta[a] + 2 * sum) / rate;
        }
    }

    @Override
    public double crossSection(double[] theta) {
        return crossSectionPb * EftToy.rate(theta);
    }

    /** The posterior mean of \((1+\theta\cdot z)^2\) given x at θ = 0, written as (mean)² + variance. */
    private double bracket(double[] x, double[] theta) {
        double mean = 1;
        double variance = 0;
        for (int a = 0; a < x.length; a++) {
            double m1 = first(x[a]);
            mean += theta[a] * m1;
            variance += theta[a] * theta[a] * (second(x[a]) - m1 * m1);
        }
        return mean * mean + variance;
    }

    private double first(double x) {
        return s * HalfNormalMoments.mean((x - s * s) / s);
    }

    private double second(double x) {
        return s * s * HalfNormalMoments.meanSquare((x - s * s) / s);
    }
}
