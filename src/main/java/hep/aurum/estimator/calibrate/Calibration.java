package hep.aurum.estimator.calibrate;

import hep.aurum.base.BadInput;
import java.util.Arrays;
import java.util.List;

/**
 * Map an estimator's log ratio to the calibrated one.
 *
 * <p>The calibrated log ratios at the centres of the bins are joined by straight lines and constant beyond the outer centres:
 * there the outer bin's value is the answer for all of it. Without interpolation it is a step function. Immutable.
 */
public final class Calibration {

    private final double[] centres;
    private final double[] values;
    private final double[] uncertainties;
    private final double[] borders;
    private final boolean interpolated;
    private final List<String> warnings;

    private Calibration(
            double[] centres,
            double[] values,
            double[] uncertainties,
            double[] borders,
            boolean interpolated,
            List<String> warnings) {
        this.centres = centres;
        this.values = values;
        this.uncertainties = uncertainties;
        this.borders = borders;
        this.interpolated = interpolated;
        this.warnings = List.copyOf(warnings);
    }

    /** Return the calibration with a bin for each block. */
    static Calibration of(Blocks blocks, boolean interpolated, List<String> warnings) {
        int n = blocks.size();
        double[] centres = new double[n];
        double[] values = new double[n];
        double[] uncertainties = new double[n];
        double[] borders = new double[n - 1];
        for (int j = 0; j < n; j++) {
            centres[j] = blocks.centre(j);
            values[j] = blocks.logRatio(j);
            uncertainties[j] = blocks.uncertainty(j);
            if (j < n - 1) {
                borders[j] = blocks.border(j);
            }
        }
        return new Calibration(centres, values, uncertainties, borders, interpolated, warnings);
    }

    /** Return the same calibration with other values at both ends. */
    Calibration withEnds(double first, double firstUncertainty, double last, double lastUncertainty) {
        double[] changed = values.clone();
        double[] sigma = uncertainties.clone();
        int end = changed.length - 1;
        changed[0] = first;
        sigma[0] = firstUncertainty;
        changed[end] = last;
        sigma[end] = lastUncertainty;
        return new Calibration(centres, changed, sigma, borders, interpolated, warnings);
    }

    /**
     * Return the calibrated log ratio.
     *
     * @param logRatio the estimator's, infinite ones included
     * @throws BadInput if it is not a number
     */
    public double logRatio(double logRatio) {
        int j = position(logRatio);
        double share = share(j, logRatio);
        return share == 0 ? values[j] : values[j] + share * (values[j + 1] - values[j]);
    }

    /** Return the slope \(d\log\hat r_{\rm cal}/d\log\hat r\): 0 beyond the outer centres and on a step. */
    public double slope(double logRatio) {
        int j = position(logRatio);
        return interpolated && logRatio >= centres[0] && j < centres.length - 1
                ? (values[j + 1] - values[j]) / (centres[j + 1] - centres[j])
                : 0;
    }

    /**
     * Return the standard deviation of the calibrated log ratio from the number of events in the bins, neighbouring bins taken
     * as independent; the width of the bins is not in it.
     */
    public double uncertainty(double logRatio) {
        int j = position(logRatio);
        double share = share(j, logRatio);
        if (share == 0) {
            return uncertainties[j];
        }
        double lower = (1 - share) * uncertainties[j];
        double upper = share * uncertainties[j + 1];
        return Math.sqrt(lower * lower + upper * upper);
    }

    /** Return the bin whose value applies, or with interpolation the last centre at or below the log ratio, at least 0. */
    private int position(double logRatio) {
        if (Double.isNaN(logRatio)) {
            throw new BadInput("a log ratio to calibrate is not a number", "", "look for events with broken features");
        }
        if (interpolated) {
            int found = Arrays.binarySearch(centres, logRatio);
            return found >= 0 ? found : Math.max(-found - 2, 0);
        }
        int found = Arrays.binarySearch(borders, logRatio);
        return found >= 0 ? found + 1 : -found - 1;
    }

    private double share(int j, double logRatio) {
        return interpolated && logRatio > centres[0] && j < centres.length - 1
                ? (logRatio - centres[j]) / (centres[j + 1] - centres[j])
                : 0;
    }

    /** Return the number of bins. */
    public int bins() {
        return centres.length;
    }

    /** Return the estimator's log ratio at the centre of each bin, ascending. */
    public double[] centres() {
        return centres.clone();
    }

    /** Return the calibrated log ratio of each bin. */
    public double[] values() {
        return values.clone();
    }

    /** Return the standard deviation of the calibrated log ratio of each bin. */
    public double[] uncertainties() {
        return uncertainties.clone();
    }

    /** Return the borders between the bins, one fewer than bins. */
    public double[] borders() {
        return borders.clone();
    }

    /** Say what had to be done to the bins that the caller may want to know. */
    public List<String> warnings() {
        return warnings;
    }
}
