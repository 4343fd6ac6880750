package hep.aurum.estimator.ratio;

/**
 * Compute the binary cross-entropy of \(\hat s = 1/(1+\hat r)\), the probability that an event is from the denominator.
 *
 * <p>\[ -a\log\hat s - b\log(1-\hat s) = a\log(1+\hat r) + b\log(1+1/\hat r) \]
 */
final class CrossEntropy {

    private CrossEntropy() {}

    /** Return the loss for weights a and b and write its derivative in \(\log\hat r\) to the point. */
    static double evaluate(double a, double b, LossPoint point) {
        double f = point.logRatio();
        // log(1 + e^f) without overflow, and log(1 + e^-f) = log(1 + e^f) - f.
        double small = StrictMath.exp(-Math.abs(f));
        double s = f >= 0 ? 1 / (1 + small) : small / (1 + small);
        double softplus = Math.max(f, 0) + StrictMath.log1p(small);
        point.setLogRatioDerivative(a * s - b * (1 - s));
        return a * softplus + b * (softplus - f);
    }
}
