package hep.aurum.workflow;

import hep.aurum.estimator.CalibratedOdds;
import hep.aurum.estimator.RatioEstimator;
import hep.aurum.sample.EventSample;

/**
 * Calibrate the odds of a process against the first, \(o = p_p/p_0\), with events that no network was trained on:
 * \(\log o' = a\log o + b\), a by logistic regression between even shares of the two, b so that the densities are normalised.
 *
 * <p>A density has to be right as a number, not in its order alone: a network that is too sure of itself moves the fitted rate. With
 * the mixture \(p_\varphi = (1-\varphi)p_0 + \varphi p_p\)
 *
 * <p>\[ E_\varphi\Bigl[\frac{o'}{1-\varphi+\varphi o'}\Bigr] = 1 \quad\Leftrightarrow\quad (1-\varphi)\,E_0[t] =
 * \varphi\,E_p[1-t], \qquad t = \frac{\varphi o'}{1-\varphi+\varphi o'}, \]
 *
 * <p>so that the density of p is normalised over the mixture, relative to which it is nowhere above \(1/\varphi\); \(\varphi\to0\)
 * is \(E_0[o'] = 1\). Odds whose order is not quite right fulfil this at one \(\varphi\) only. For a signal p on a background 0 it has
 * to be the background: by \(E_1[\ln r'] - \ln E_0[r'] \le E_1[\ln r]\) with \(r' = 1 + \epsilon(o'-1)\), no odds with \(E_0[o'] = 1\)
 * give more expected significance than the right ones; odds that are normalised over the even mixture do. A little of the narrow
 * law keeps the weights finite where the wide one has no events.
 *
 * @param slope a
 * @param shift b
 * @param error statistical error of b at this a, with rows of one generated event as one event
 * @see <a href="https://doi.org/10.1016/0021-9991(76)90078-4">Bennett: Efficient estimation of free energy differences from
 *     Monte Carlo data (1976), Eq. (12)</a>
 * @see <a href="https://doi.org/10.1002/cpa.3160280102">Donsker, Varadhan: Asymptotic evaluation of certain Markov process
 *     expectations for large time (1975), on the inequality</a>
 * @see <a href="https://arxiv.org/abs/1706.04599">Guo, Pleiss, Sun, Weinberger: On calibration of modern neural networks, on
 *     scaling of the logit</a>
 */
record OddsCalibration(double slope, double shift, double error) {

    /** Both laws alike: for two signals or two backgrounds, and for laws that hardly differ. */
    static final double EVEN = 0.5;

    /** The share of a signal where odds are normalised over the background. */
    static final double RARE = 0.01;

    private static final int STEPS = 100;
    private static final double SMALL = 1e-12;

    /** Slope of the cross-entropy that a minimum may have. */
    private static final double FLAT = 1e-6;

    /** Where the shift is looked for. */
    private static final double MOST_SHIFT = 1000;

    /**
     * Calibrate.
     *
     * <p>Where no pair of a and b is best, as where the odds separate the two laws entirely, a is 1.
     *
     * @param odds as a network has them: the ratio between 1 and 0 of its parameter
     * @param one events of the law below
     * @param other events of the law above
     * @param fraction \(\varphi\), of the law above in the mixture over which the densities are normalised
     */
    static OddsCalibration of(RatioEstimator odds, LawSample one, LawSample other, double fraction, int threads) {
        Side first = Side.of(odds, one, threads);
        Side second = Side.of(odds, other, threads);
        double slope = slope(first, second);
        double shift = shift(first, second, slope, fraction);
        return new OddsCalibration(slope, shift, error(first, second, slope, shift, fraction));
    }

    /**
     * Return what the calibration of odds that have one is, with its error.
     *
     * @param one events of the law below that it was made with
     * @param other events of the law above
     * @param fraction that it was made with
     */
    static OddsCalibration known(CalibratedOdds odds, LawSample one, LawSample other, double fraction, int threads) {
        Side first = Side.of(odds.base(), one, threads);
        Side second = Side.of(odds.base(), other, threads);
        double error = error(first, second, odds.slope(), odds.shift(), fraction);
        return new OddsCalibration(odds.slope(), odds.shift(), error);
    }

    /** Return the odds, calibrated. */
    CalibratedOdds apply(RatioEstimator odds) {
        return CalibratedOdds.of(odds, slope, shift);
    }

    private static double slope(Side first, Side second) {
        double slope = 1;
        double shift = 0;
        for (int step = 0; step < STEPS; step++) {
            Sums sums = Sums.of(first, second, slope, shift, EVEN);
            double determinant = sums.bend[0] * sums.bend[2] - sums.bend[1] * sums.bend[1];
            if (!(determinant > SMALL * sums.bend[0] * sums.bend[2])) {
                // Odds that are the same for all events have a factor and no slope.
                shift -= sums.slope[1] / sums.bend[2];
            } else {
                double down = (sums.bend[2] * sums.slope[0] - sums.bend[1] * sums.slope[1]) / determinant;
                slope -= down;
                shift -= (sums.bend[0] * sums.slope[1] - sums.bend[1] * sums.slope[0]) / determinant;
            }
            if (sums.steepness() < SMALL) {
                break;
            }
        }
        boolean isFound = Double.isFinite(slope)
                && Sums.of(first, second, slope, shift, EVEN).steepness() < FLAT;
        return isFound ? slope : 1;
    }

    /** The normalisation rises with the shift. */
    private static double shift(Side first, Side second, double slope, double fraction) {
        double low = -MOST_SHIFT;
        double high = MOST_SHIFT;
        double shift = 0;
        for (int step = 0; step < STEPS; step++) {
            Sums sums = Sums.of(first, second, slope, shift, fraction);
            if (sums.slope[1] < 0) {
                low = shift;
            } else {
                high = shift;
            }
            double next = shift - sums.slope[1] / sums.bend[2];
            if (Math.abs(next - shift) < SMALL || high - low < SMALL) {
                break;
            }
            // Newton's step where it stays between the bounds, which a half step narrows.
            shift = next > low && next < high ? next : (low + high) / 2;
        }
        return shift;
    }

    private static double error(Side first, Side second, double slope, double shift, double fraction) {
        double variance = (1 - fraction) * (1 - fraction) * first.variance(slope, shift + logit(fraction), 0)
                + fraction * fraction * second.variance(slope, shift + logit(fraction), 1);
        return Math.sqrt(variance) / Sums.of(first, second, slope, shift, fraction).bend[2];
    }

    private static double logit(double fraction) {
        return StrictMath.log(fraction / (1 - fraction));
    }

    /** The first two derivatives in a and b of the cross-entropy between shares of the two laws. */
    private static final class Sums {

        private final double[] slope = new double[2];
        private final double[] bend = new double[3];

        private static Sums of(Side first, Side second, double a, double b, double fraction) {
            Sums sums = new Sums();
            sums.add(first, 1 - fraction, a, b + logit(fraction), 0);
            sums.add(second, fraction, a, b + logit(fraction), 1);
            return sums;
        }

        private double steepness() {
            return Math.abs(slope[0]) + Math.abs(slope[1]);
        }

        private void add(Side side, double prior, double a, double b, int label) {
            for (int i = 0; i < side.weights.length; i++) {
                double f = side.logOdds[i];
                double share = share(a * f + b);
                double weight = prior * side.weights[i];
                double miss = weight * (share - label);
                double width = weight * share * (1 - share);
                slope[0] += miss * f;
                slope[1] += miss;
                bend[0] += width * f * f;
                bend[1] += width * f;
                bend[2] += width;
            }
        }
    }

    private static double share(double logOdds) {
        return 1 / (1 + StrictMath.exp(-logOdds));
    }

    /** The log odds of the events of one process, with weights that add up to 1 and the numbers of the generated events. */
    private static final class Side {

        private final double[] logOdds;
        private final double[] weights;
        private final EventSample events;

        private Side(double[] logOdds, double[] weights, EventSample events) {
            this.logOdds = logOdds;
            this.weights = weights;
            this.events = events;
        }

        static Side of(RatioEstimator odds, LawSample law, int threads) {
            double[] pair = new double[2 * law.size()];
            odds.logRatios(law.features(), new double[] {0, 1}, pair, threads);
            double[] logOdds = new double[law.size()];
            for (int i = 0; i < logOdds.length; i++) {
                logOdds[i] = pair[2 * i + 1] - pair[2 * i];
            }
            return new Side(logOdds, law.weights(), law.events());
        }

        /** Return the variance of the derivative in b. */
        double variance(double a, double b, int label) {
            double mean = 0;
            for (int i = 0; i < weights.length; i++) {
                mean += weights[i] * (share(a * logOdds[i] + b) - label);
            }
            double squares = 0;
            double open = 0;
            for (int i = 0; i < weights.length; i++) {
                open += weights[i] * (share(a * logOdds[i] + b) - label - mean);
                if (i + 1 == weights.length || events.origin(i + 1) != events.origin(i)) {
                    squares += open * open;
                    open = 0;
                }
            }
            return squares;
        }
    }
}
