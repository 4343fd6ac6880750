package hep.aurum.trust;

import hep.aurum.infer.test.Gaussian;

/**
 * Hold a difference of weighted means that vanishes if the ratio is right.
 *
 * <p>Where few events make the error, the normal law has the wrong tail: such a difference is not judged, p = 1.
 *
 * @param value the difference
 * @param error its standard error
 * @param effective how many events the error rests on, \((\sum e^2)^2/\sum e^4\) for contributions e
 */
record Contrast(double value, double error, double effective) {

    /** With this many a law of unit skewness has a tail at 3.7 standard errors that is right within a factor of two. */
    private static final double ENOUGH = 200;

    private static final double ROUNDING = 1e-12;

    /**
     * Subtract two means over independent events.
     *
     * @param a values of the first, {@code [n]}
     * @param aWeights their weights
     * @param b values of the second, {@code [m]}
     * @param bWeights their weights
     */
    static Contrast of(double[] a, double[] aWeights, double[] b, double[] bWeights) {
        Mean first = Mean.of(a, aWeights);
        Mean second = Mean.of(b, bWeights);
        return of(first.value - second.value, first.squares + second.squares, first.fourths + second.fourths);
    }

    /** Hold one mean against zero. */
    static Contrast of(double[] a, double[] weights) {
        Mean mean = Mean.of(a, weights);
        return of(mean.value, mean.squares, mean.fourths);
    }

    private static Contrast of(double value, double squares, double fourths) {
        return new Contrast(value, Math.sqrt(squares), fourths > 0 ? squares * squares / fourths : 0);
    }

    /** Return whether all events say the same, as they do at the reference point of an exact ratio. */
    private boolean isConstant() {
        return error < ROUNDING;
    }

    /** Return whether enough events are behind it. */
    boolean isJudged() {
        return isConstant() || effective >= ENOUGH;
    }

    /** Return the difference in standard errors. */
    double pull() {
        if (isConstant()) {
            return Math.abs(value) < 1e3 * ROUNDING ? 0 : Math.copySign(Double.POSITIVE_INFINITY, value);
        }
        return value / error;
    }

    /** Return the probability of a difference as large, of either sign. */
    double pValue() {
        return isJudged() ? Math.min(1, 2 * Gaussian.pValue(Math.abs(pull()))) : 1;
    }

    /** Return the probability of a difference as large, of positive sign. */
    double pValueAbove() {
        return isJudged() ? Gaussian.pValue(pull()) : 1;
    }

    /** A weighted mean with sums of powers of what each event contributes to its error. */
    private record Mean(double value, double squares, double fourths) {

        static Mean of(double[] a, double[] weights) {
            double sum = 0;
            double total = 0;
            for (int i = 0; i < a.length; i++) {
                sum += weights[i] * a[i];
                total += weights[i];
            }
            double mean = sum / total;
            double squares = 0;
            double fourths = 0;
            for (int i = 0; i < a.length; i++) {
                double e = weights[i] * (a[i] - mean) / total;
                squares += e * e;
                fourths += e * e * e * e;
            }
            return new Mean(mean, squares, fourths);
        }
    }
}
