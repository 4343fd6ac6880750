package hep.aurum.estimator.calibrate;

import hep.aurum.base.Check;

/**
 * Translate between a classifier's output and a log ratio: \(\hat s = 1/(1+\hat r)\), \(\log\hat r = \log\frac{1-\hat s}{\hat
 * s}\).
 *
 * <p>Events of the denominator have the label 1, so \(\hat s\) falls where the ratio rises. With the other labelling, use
 * \(1-\hat s\).
 */
public final class ClassifierOutput {

    private ClassifierOutput() {}

    /**
     * Return \(\log\hat r\) of a classifier's output.
     *
     * @param s \(\hat s\) from 0 to 1; the ends give \(+\infty\) and \(-\infty\)
     */
    public static double logRatio(double s) {
        Check.argument(s >= 0 && s <= 1, "the classifier's output is %s, expected 0 to 1", s);
        return StrictMath.log1p(-s) - StrictMath.log(s);
    }

    /** Return \(\hat s = 1/(1+\hat r)\). */
    public static double of(double logRatio) {
        // exp of a negative number only, so that nothing overflows.
        double small = StrictMath.exp(-Math.abs(logRatio));
        return (logRatio > 0 ? small : 1) / (1 + small);
    }

    /** Return \(-\log\hat s = \log(1+\hat r)\), finite for every finite log ratio; \(-\log(1-\hat s)\) is that of −log r̂. */
    static double minusLog(double logRatio) {
        return Math.max(logRatio, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(logRatio)));
    }
}
