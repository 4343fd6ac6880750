package hep.aurum.estimator.calibrate;

/**
 * Say how well a score tells two laws apart, and how well calibrated it is: binary cross-entropy, Brier score and area under
 * the ROC curve.
 *
 * <p>With both laws scaled to the same total weight and y = 1 for the denominator θ1,
 *
 * <p>\[ {\rm BCE} = -\tfrac12E_{\theta_1}[\log\hat s] - \tfrac12E_{\theta_0}[\log(1-\hat s)], \quad {\rm Brier} =
 * \tfrac12E_{\theta_1}[(1-\hat s)^2] + \tfrac12E_{\theta_0}[\hat s^2], \quad {\rm AUC} = P(\hat s_1 > \hat s_0) +
 * \tfrac12P(\hat s_1 = \hat s_0), \]
 *
 * <p>where \(\hat s_1\) is of an event of θ1 and \(\hat s_0\) of one of θ0. The first two are least, in expectation, for the true
 * ratio; the third depends on the order of the scores only. A constant ratio of 1 gives log 2, ¼ and ½.
 *
 * <p>Negative weights subtract from the means and from the pairs, so that all three estimate the same as without; then, and only
 * then, they may leave their ranges by a fluctuation. An event that stands for both laws is tied with itself, of order 1/n. The standard errors are of the sums of weighted terms, those of the area
 * by placements. For N(0, 1) | N(1, 1) and log r = ½ − x: .581726, .198986 and \(\Phi(1/\sqrt2) = .760250\).
 *
 * @param bce binary cross-entropy
 * @param bceError its standard error
 * @param brier mean squared distance of the score from the label
 * @param brierError its standard error
 * @param auc area under the ROC curve
 * @param aucError its standard error
 * @see <a href="https://doi.org/10.2307/2531595">DeLong, DeLong, Clarke-Pearson: Comparing the areas under correlated ROC curves
 *     (1988), for the error of the area</a>
 */
public record Separation(double bce, double bceError, double brier, double brierError, double auc, double aucError) {

    /** Compute all of them for scored events in \(O(n)\); they are sorted already. */
    public static Separation of(ScoreSample sample) {
        Loss bce = new Loss(sample) {
            @Override
            double ofDenominator(double logRatio) {
                return ClassifierOutput.minusLog(logRatio);
            }
        };
        Loss brier = new Loss(sample) {
            @Override
            double ofDenominator(double logRatio) {
                double miss = ClassifierOutput.of(-logRatio);
                return miss * miss;
            }
        };
        double auc = auc(sample);
        return new Separation(bce.mean(), bce.error(), brier.mean(), brier.error(), auc, aucError(sample, auc));
    }

    private static double auc(ScoreSample sample) {
        double sum = 0;
        double above = 1;
        for (int start = 0; start < sample.size(); ) {
            int end = sample.endOfTie(start);
            double a = 0;
            double b = 0;
            for (int i = start; i < end; i++) {
                a += sample.numerator(i);
                b += sample.denominator(i);
            }
            above -= a;
            sum += b * (above + 0.5 * a);
            start = end;
        }
        return sum;
    }

    /** The placement of an event is the part of the other law that it beats; the area is the mean of either law's. */
    private static double aucError(ScoreSample sample, double auc) {
        double squares = 0;
        double above = 1;
        double below = 0;
        for (int start = 0; start < sample.size(); ) {
            int end = sample.endOfTie(start);
            double a = 0;
            double b = 0;
            for (int i = start; i < end; i++) {
                a += sample.numerator(i);
                b += sample.denominator(i);
            }
            above -= a;
            double ofDenominator = above + 0.5 * a - auc;
            double ofNumerator = below + 0.5 * b - auc;
            below += b;
            for (int i = start; i < end; i++) {
                double part = sample.denominator(i) * ofDenominator + sample.numerator(i) * ofNumerator;
                squares += part * part;
            }
            start = end;
        }
        return Math.sqrt(squares);
    }

    /** A loss that treats the two laws alike: that of a numerator's event is that of the mirrored log ratio. */
    private abstract static class Loss {
        private final ScoreSample sample;

        Loss(ScoreSample sample) {
            this.sample = sample;
        }

        abstract double ofDenominator(double logRatio);

        double mean() {
            return 0.5 * (mean(1) + mean(-1));
        }

        private double mean(int sign) {
            double sum = 0;
            for (int i = 0; i < sample.size(); i++) {
                double weight = sign > 0 ? sample.denominator(i) : sample.numerator(i);
                sum += weight * ofDenominator(sign * sample.logRatio(i));
            }
            return sum;
        }

        double error() {
            double meanOfDenominator = mean(1);
            double meanOfNumerator = mean(-1);
            double squares = 0;
            for (int i = 0; i < sample.size(); i++) {
                double t = sample.logRatio(i);
                double part = sample.denominator(i) * (ofDenominator(t) - meanOfDenominator)
                        + sample.numerator(i) * (ofDenominator(-t) - meanOfNumerator);
                squares += part * part;
            }
            return 0.5 * Math.sqrt(squares);
        }
    }
}
