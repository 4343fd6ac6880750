package hep.aurum.workflow;

/**
 * Tell what a test with histograms could expect of its bins alone, without a nuisance: the significance of the Asimov data,
 * \(Z^2 = \sum_i 2\,[(s_i+b_i)\ln(1+s_i/b_i) - s_i]\). Beside the test itself it shows what the errors of the simulation cost.
 *
 * @param z the significance
 * @param error its statistical error from those of the templates, to first order
 * @param bias how much of it their fluctuations make up, to second order: templates that fluctuate seem to separate
 * @see <a href="https://arxiv.org/abs/1007.1727">Cowan, Cranmer, Gross, Vitells, Eq. (97)</a>
 */
record ExactTemplates(double z, double error, double bias) {

    /** Add templates up. */
    static final class Builder {

        private final double[] signal;
        private final double[] background;
        private final double[] signalVariance;
        private final double[] backgroundVariance;

        Builder(int bins) {
            signal = new double[bins];
            background = new double[bins];
            signalVariance = new double[bins];
            backgroundVariance = new double[bins];
        }

        void add(boolean isSignal, double[] contents, double[] errors) {
            double[] sum = isSignal ? signal : background;
            double[] variance = isSignal ? signalVariance : backgroundVariance;
            for (int b = 0; b < sum.length; b++) {
                sum[b] += contents[b];
                variance[b] += errors[b] * errors[b];
            }
        }

        /** A bin without background, or with a negative content, cannot be judged and is left out. */
        ExactTemplates build() {
            double square = 0;
            double variance = 0;
            double excess = 0;
            for (int i = 0; i < signal.length; i++) {
                double s = signal[i];
                double b = background[i];
                if (b > 0 && s > 0) {
                    double log = StrictMath.log1p(s / b);
                    square += 2 * ((s + b) * log - s);
                    double inSignal = 2 * log;
                    double inBackground = 2 * (log - s / b);
                    variance += inSignal * inSignal * signalVariance[i]
                            + inBackground * inBackground * backgroundVariance[i];
                    // Half the second derivatives: 1/(s + b) in s, s^2/(b^2 (s + b)) in b.
                    excess += (signalVariance[i] + s * s / (b * b) * backgroundVariance[i]) / (s + b);
                }
            }
            double z = Math.sqrt(square);
            return z > 0 ? new ExactTemplates(z, Math.sqrt(variance) / (2 * z), excess / (2 * z)) : NONE;
        }
    }

    private static final ExactTemplates NONE = new ExactTemplates(0, 0, 0);
}
