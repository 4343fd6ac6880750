package hep.aurum.infer.discovery;

import hep.aurum.base.Check;
import hep.aurum.base.NotConverged;
import hep.aurum.hist.Axis;
import hep.aurum.hist.Histogram1D;
import hep.aurum.infer.interval.ChiSquare;
import hep.aurum.infer.test.Gaussian;
import hep.aurum.math.optim.BoundedNewton;
import hep.aurum.math.optim.Box;
import hep.aurum.math.optim.Cholesky;
import hep.aurum.math.optim.Minimum;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Test a peak of known shape over backgrounds that nothing but their smoothness is assumed of, in one or more spectra with a
 * common rate μ:
 *
 * <p>\[ n_{ci} \sim \mathrm{Pois}\Bigl(\mu S_{ci} + w_{ci}\exp\sum_{k=0}^{d} a_{ck}u_i^k\Bigr) \]
 *
 * <p>where c counts spectra and i bins, \(S\) are the expected events of the signal, w is the width of a bin and u its centre on a
 * scale from −1 to 1 over the spectrum. All \(a_{ck}\) are free: the background is measured in the data, under the peak from its
 * sides, and simulation need not predict it. The shape of the signal is taken as exact, and μ may be negative.
 *
 * <pre>{@code
 * SpectrumFit fit = SpectrumFit.of(List.of(signal), 2);
 * double expected = fit.of(fit.expected(List.of(simulatedBackground), 1)).z();
 * double observed = fit.of(List.of(data)).z();
 * }</pre>
 */
public final class SpectrumFit {

    /** Highest degree of the polynomial. */
    public static final int MAX_DEGREE = 6;

    private static final double TOLERANCE = 1e-10;
    private static final int RATE = 0;

    private final List<Histogram1D> signals;
    private final int degree;

    private SpectrumFit(List<Histogram1D> signals, int degree) {
        this.signals = List.copyOf(signals);
        this.degree = degree;
    }

    /**
     * Describe the fit.
     *
     * @param signals expected events of the signal at μ = 1, one histogram per spectrum
     * @param degree d of the polynomial in the exponent, 0 to {@link #MAX_DEGREE}; each spectrum needs more bins than
     *     the d + 2 parameters that it determines alone
     */
    public static SpectrumFit of(List<Histogram1D> signals, int degree) {
        Check.argument(!signals.isEmpty(), "a fit of no spectrum");
        Check.argument(degree >= 0 && degree <= MAX_DEGREE, "the degree is %d, expected 0 to %d", degree, MAX_DEGREE);
        for (Histogram1D signal : signals) {
            Check.argument(
                    signal.axis().bins() >= degree + 2,
                    "\"%s\" has %d bins for %d parameters",
                    signal.title(),
                    signal.axis().bins(),
                    degree + 2);
        }
        return new SpectrumFit(signals, degree);
    }

    /**
     * Return the expected (Asimov) spectra: the smooth background that fits simulated ones best, and the signal.
     *
     * @param backgrounds expected events of the background, by spectrum; their fluctuations are smoothed away
     * @param rate μ
     * @throws NotConverged if no background of this kind fits
     */
    public List<Histogram1D> expected(List<Histogram1D> backgrounds, double rate) {
        double[] point = minimum(backgrounds, 0, start(backgrounds)).point();
        point[RATE] = rate;
        return prediction(point).stream().map(SpectrumFit::asCounts).toList();
    }

    private static Histogram1D asCounts(Histogram1D h) {
        double[] errors = Arrays.stream(h.heights()).map(Math::sqrt).toArray();
        return Histogram1D.ofHeights(h.title(), h.axis(), h.heights(), errors);
    }

    /**
     * Fit spectra, and test μ = 0.
     *
     * @param data counts, by spectrum, in the bins of the signal; those of Asimov data need not be whole
     * @throws NotConverged if a fit fails
     */
    public SpectrumFitResult of(List<Histogram1D> data) {
        Minimum without = minimum(data, 0, start(data));
        Minimum best = minimum(data, Double.NaN, without.point());
        double rate = best.point(RATE);
        double q0 = rate > 0 ? Math.max(0, without.value() - best.value()) : 0;
        double z = Math.sqrt(q0);
        int bins = data.stream().mapToInt(h -> h.axis().bins()).sum();
        int freedom = bins - 1 - signals.size() * (degree + 1);
        List<List<Double>> coefficients = new ArrayList<>();
        for (int c = 0; c < signals.size(); c++) {
            coefficients.add(Arrays.stream(best.point())
                    .skip(1 + (long) c * (degree + 1))
                    .limit(degree + 1)
                    .boxed()
                    .toList());
        }
        return new SpectrumFitResult(
                rate,
                error(best),
                q0,
                Gaussian.pValue(z),
                z,
                best.value(),
                freedom,
                ChiSquare.pValue(Math.max(1, freedom), Math.max(0, best.value())),
                coefficients);
    }

    /** Return what a fit expects, with this rate of the signal, by spectrum; without errors. */
    public List<Histogram1D> prediction(SpectrumFitResult fit, double rate) {
        double[] point = new double[1 + signals.size() * (degree + 1)];
        point[RATE] = rate;
        int next = 1;
        for (List<Double> spectrum : fit.coefficients()) {
            for (double coefficient : spectrum) {
                point[next++] = coefficient;
            }
        }
        return prediction(point);
    }

    private List<Histogram1D> prediction(double[] point) {
        List<Histogram1D> spectra = new ArrayList<>();
        for (int c = 0; c < signals.size(); c++) {
            Axis axis = signals.get(c).axis();
            double[] heights = new double[axis.bins()];
            for (int b = 0; b < heights.length; b++) {
                heights[b] = point[RATE] * signals.get(c).height(b)
                        + SpectrumObjective.background(axis, b, point, 1 + c * (degree + 1), degree);
            }
            spectra.add(Histogram1D.ofHeights(signals.get(c).title(), axis, heights, new double[heights.length]));
        }
        return spectra;
    }

    /** Flat backgrounds and no signal. */
    private double[] start(List<Histogram1D> data) {
        Check.length("spectra", data.size(), signals.size());
        double[] start = new double[1 + signals.size() * (degree + 1)];
        for (int c = 0; c < signals.size(); c++) {
            Axis axis = data.get(c).axis();
            Check.argument(
                    axis.hasEdgesOf(signals.get(c).axis()),
                    "\"%s\" and the signal have different edges",
                    data.get(c).title());
            double sum = Arrays.stream(data.get(c).heights()).sum();
            Check.argument(
                    sum > 0,
                    "\"%s\" is empty: there is no background to fit",
                    data.get(c).title());
            start[1 + c * (degree + 1)] = StrictMath.log(sum / (axis.max() - axis.min()));
        }
        return start;
    }

    /** Minimise with the rate held, or free where it is not a number. */
    private Minimum minimum(List<Histogram1D> data, double rate, double[] start) {
        double[] lower = new double[start.length];
        double[] upper = new double[start.length];
        Arrays.fill(lower, Double.NEGATIVE_INFINITY);
        Arrays.fill(upper, Double.POSITIVE_INFINITY);
        if (!Double.isNaN(rate)) {
            lower[RATE] = rate;
            upper[RATE] = rate;
        }
        Minimum minimum = BoundedNewton.withDefaults()
                .withTolerance(TOLERANCE)
                .minimize(new SpectrumObjective(signals, data, degree), start, Box.of(lower, upper));
        if (!minimum.isConverged()) {
            throw new NotConverged(
                    "the fit of a peak over a smooth background did not converge ("
                            + minimum.status().name().toLowerCase(Locale.ROOT) + ")",
                    "degree " + degree + ", " + signals.size() + " spectra",
                    "choose a lower degree, a wider range or fewer spectra");
        }
        return minimum;
    }

    /** The root of the variance of the rate; the minimised function is twice a log likelihood. */
    private static double error(Minimum best) {
        double[] half = Arrays.stream(best.hessian()).map(h -> 0.5 * h).toArray();
        int k = best.point().length;
        return Cholesky.inverse(half, k)
                .map(covariance -> Math.sqrt(covariance[RATE]))
                .orElseThrow(() -> new NotConverged(
                        "the spectra do not determine the rate of the peak", "", "give a signal that has events"));
    }
}
