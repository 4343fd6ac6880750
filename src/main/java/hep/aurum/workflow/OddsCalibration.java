package hep.aurum.workflow;

import hep.aurum.estimator.CalibratedOdds;
import hep.aurum.estimator.RatioEstimator;
import hep.aurum.sample.EventSample;

/**
 * Calibrate the odds of a process against the first, \(o = p_p/p_0\), with events that no network was trained on:
 * \(\log o' = a\log o + b\), by logistic regression between even shares of the two.
 *
 * <p>A density has to be right as a number, not in its order alone: a network that is too sure of itself moves the fitted rate. At the
 * best b
 *
 * <p>\[ E_{(p_0+p_p)/2}\Bigl[\frac{p_p}{(p_0+p_p)/2}\Bigr] = 1 \quad\Leftrightarrow\quad E_0\Bigl[\frac{o'}{1+o'}\Bigr] =
 * E_p\Bigl[\frac1{1+o'}\Bigr], \]
 *
 * <p>so that the densities are normalised over the even mixture of the two, relative to which none is above 2. The mean of the odds
 * over the first process alone has a large or infinite variance where that is the narrower one.
 *
 * @param slope a
 * @param shift b
 * @param error statistical error of b at this a, with rows of one generated event as one event
 * @see <a href="https://doi.org/10.1016/0021-9991(76)90078-4">Bennett: Efficient estimation of free energy differences from
 *     Monte Carlo data (1976), Eq. (12)</a>
 * @see <a href="https://arxiv.org/abs/1706.04599">Guo, Pleiss, Sun, Weinberger: On calibration of modern neural networks, on
 *     scaling of the logit</a>
 */
record OddsCalibration(double slope, double shift, double error) {

    private static final int STEPS = 100;
    private static final double SMALL = 1e-12;

    /** Slope of the cross-entropy that a minimum may have, and where a shift is looked for that has none. */
    private static final double FLAT = 1e-6;

    private static final double MOST_SHIFT = 1000;

    /**
     * Calibrate.
     *
     * <p>Where no pair of a and b is best, as where the odds separate the two laws entirely, a is 1 and b normalises.
     *
     * @param odds as a network has them: the ratio between 1 and 0 of its parameter
     * @param one events of the law below
     * @param other events of the law above
     */
    static OddsCalibration of(RatioEstimator odds, LawSample one, LawSample other, int threads) {
        Side first = Side.of(odds, one, threads);
        Side second = Side.of(odds, other, threads);
        double slope = 1;
        double shift = 0;
        for (int step = 0; step < STEPS; step++) {
            Sums sums = Sums.of(first, second, slope, shift);
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
        if (!Double.isFinite(slope) || !(Sums.of(first, second, slope, shift).steepness() < FLAT)) {
            slope = 1;
            shift = normalising(first, second);
        }
        return new OddsCalibration(slope, shift, error(first, second, slope, shift));
    }

    /**
     * Return what the calibration of odds that have one is, with its error.
     *
     * @param one events of the law below that it was made with
     * @param other events of the law above
     */
    static OddsCalibration of(CalibratedOdds odds, LawSample one, LawSample other, int threads) {
        Side first = Side.of(odds.base(), one, threads);
        Side second = Side.of(odds.base(), other, threads);
        return new OddsCalibration(odds.slope(), odds.shift(), error(first, second, odds.slope(), odds.shift()));
    }

    /** Return the odds, calibrated. */
    CalibratedOdds apply(RatioEstimator odds) {
        return CalibratedOdds.of(odds, slope, shift);
    }

    /** The normalisation rises with the shift. */
    private static double normalising(Side first, Side second) {
        double low = -MOST_SHIFT;
        double high = MOST_SHIFT;
        for (int step = 0; step < STEPS; step++) {
            double middle = (low + high) / 2;
            if (Sums.of(first, second, 1, middle).slope[1] < 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    private static double error(Side first, Side second, double slope, double shift) {
        double variance = first.variance(slope, shift, 0) + second.variance(slope, shift, 1);
        return Math.sqrt(variance) / Sums.of(first, second, slope, shift).bend[2];
    }

    /** The first two derivatives of the cross-entropy in a and b. */
    private static final class Sums {

        private final double[] slope = new double[2];
        private final double[] bend = new double[3];

        private static Sums of(Side first, Side second, double a, double b) {
            Sums sums = new Sums();
            sums.add(first, a, b, 0);
            sums.add(second, a, b, 1);
            return sums;
        }

        private double steepness() {
            return Math.abs(slope[0]) + Math.abs(slope[1]);
        }

        private void add(Side side, double a, double b, int label) {
            for (int i = 0; i < side.weights.length; i++) {
                double f = side.logOdds[i];
                double share = share(a * f + b);
                double miss = side.weights[i] * (share - label);
                double width = side.weights[i] * share * (1 - share);
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
