package hep.aurum.estimator.calibrate;

import hep.aurum.base.BadInput;
import hep.aurum.base.Check;
import java.util.Arrays;
import org.apache.commons.math3.util.MathArrays;

/**
 * Hold scored events of two laws: for every event its \(\log\hat r\), its weight a in the numerator and its weight b in the
 * denominator.
 *
 * <p>Two separate samples have b = 0 in one and a = 0 in the other. One sample of the denominator whose events know their
 * joint ratio to the numerator has b = 1 and \(a = r(x,z|\theta_0,\theta_1)\): then both laws share their fluctuations, and
 * uncertainties know it. Both sets of weights are scaled to the sum 1, and may be negative event by event.
 *
 * <p>Weights count as independent of each other. If C rows are detector copies of one generator event, uncertainties are up to
 * \(\sqrt C\) too small; give one copy of each, {@link hep.aurum.sample.EventSample#oneCopyEach}, if that matters.
 *
 * <p>Immutable; sorted by log ratio.
 */
public final class ScoreSample {

    private final double[] logRatios;
    private final double[] numerator;
    private final double[] denominator;

    private ScoreSample(double[] logRatios, double[] numerator, double[] denominator) {
        for (int i = 0; i < logRatios.length; i++) {
            if (!Double.isFinite(logRatios[i])) {
                throw new BadInput(
                        "the log ratio of event " + i + " is " + logRatios[i],
                        "",
                        "a classifier that saturates gives 0 or 1: take its answer before the sigmoid");
            }
        }
        this.logRatios = logRatios;
        this.numerator = normalised(numerator, "numerator");
        this.denominator = normalised(denominator, "denominator");
        MathArrays.sortInPlace(this.logRatios, this.numerator, this.denominator);
    }

    private static double[] normalised(double[] weights, String law) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        if (!(sum > 0 && Double.isFinite(sum))) {
            throw new BadInput(
                    "the weights of the " + law + " add up to " + sum + ", expected a positive number",
                    "",
                    "use more events, or check the weights' signs");
        }
        double[] result = weights.clone();
        for (int i = 0; i < result.length; i++) {
            result[i] /= sum;
        }
        return result;
    }

    /**
     * Return two separate samples, each event counting once.
     *
     * @param numerator \(\log\hat r\) of events of θ0
     * @param denominator \(\log\hat r\) of events of θ1
     */
    public static ScoreSample ofPair(double[] numerator, double[] denominator) {
        return ofPair(numerator, ones(numerator.length), denominator, ones(denominator.length));
    }

    /**
     * Return two separate samples of weighted events.
     *
     * @param numerator \(\log\hat r\) of events of θ0
     * @param numeratorWeights one weight for each, of either sign, with a positive sum
     * @param denominator \(\log\hat r\) of events of θ1
     * @param denominatorWeights one weight for each, of either sign, with a positive sum
     */
    public static ScoreSample ofPair(
            double[] numerator, double[] numeratorWeights, double[] denominator, double[] denominatorWeights) {
        Check.length("numeratorWeights", numeratorWeights.length, numerator.length);
        Check.length("denominatorWeights", denominatorWeights.length, denominator.length);
        int n = numerator.length + denominator.length;
        double[] t = Arrays.copyOf(numerator, n);
        double[] a = Arrays.copyOf(numeratorWeights, n);
        double[] b = new double[n];
        System.arraycopy(denominator, 0, t, numerator.length, denominator.length);
        System.arraycopy(denominatorWeights, 0, b, numerator.length, denominator.length);
        return new ScoreSample(t, a, b);
    }

    /**
     * Return one sample of the denominator, whose events also stand for the numerator with a weight.
     *
     * @param logRatios \(\log\hat r\) of events of θ1
     * @param jointRatios \(r(x,z|\theta_0,\theta_1)\) of each, up to a common factor
     */
    public static ScoreSample ofReweighted(double[] logRatios, double[] jointRatios) {
        Check.length("jointRatios", jointRatios.length, logRatios.length);
        return new ScoreSample(logRatios.clone(), jointRatios, ones(logRatios.length));
    }

    private static double[] ones(int n) {
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        return ones;
    }

    /** Return the same events with calibrated log ratios. */
    public ScoreSample calibrated(Calibration calibration) {
        double[] t = new double[size()];
        for (int i = 0; i < t.length; i++) {
            t[i] = calibration.logRatio(logRatios[i]);
        }
        return new ScoreSample(t, numerator, denominator);
    }

    /** Return the number of events. */
    public int size() {
        return logRatios.length;
    }

    /** Return the log ratio of an event; they ascend. */
    public double logRatio(int event) {
        return logRatios[event];
    }

    /** Return the weight of an event in the numerator; they add up to 1. */
    public double numerator(int event) {
        return numerator[event];
    }

    /** Return the weight of an event in the denominator; they add up to 1. */
    public double denominator(int event) {
        return denominator[event];
    }

    /** Return the end, exclusive, of the events that have the same log ratio as the given one. */
    int endOfTie(int event) {
        int end = event + 1;
        while (end < logRatios.length && logRatios[end] == logRatios[event]) {
            end++;
        }
        return end;
    }

    /** Return the number of effective events of the law that has fewer, \((\sum w)^2/\sum w^2\). */
    public double effectiveSize() {
        return 1 / Math.max(sumOfSquares(numerator), sumOfSquares(denominator));
    }

    /** Return the weight of a typical event of the numerator, \(\sum w^2/\sum w\). */
    double typicalNumerator() {
        return sumOfSquares(numerator);
    }

    /** Return the weight of a typical event of the denominator, \(\sum w^2/\sum w\). */
    double typicalDenominator() {
        return sumOfSquares(denominator);
    }

    private static double sumOfSquares(double[] weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight * weight;
        }
        return sum;
    }
}
