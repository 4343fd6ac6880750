package hep.aurum.infer.discovery;

import hep.aurum.hist.Axis;
import hep.aurum.hist.Histogram1D;
import hep.aurum.math.optim.Objective;
import java.util.Arrays;
import java.util.List;

/**
 * Sum \(2\,(f - n + n\ln(n/f))\) over the bins of spectra, as a function of the rate of the signal and of the coefficients of
 * the backgrounds, with exact derivatives. One thread each.
 */
final class SpectrumObjective implements Objective {

    private final List<Histogram1D> signals;
    private final List<Histogram1D> data;
    private final int degree;
    private final int k;
    private final double[] slope;

    SpectrumObjective(List<Histogram1D> signals, List<Histogram1D> data, int degree) {
        this.signals = signals;
        this.data = data;
        this.degree = degree;
        this.k = 1 + signals.size() * (degree + 1);
        this.slope = new double[degree + 2];
    }

    @Override
    public int dimension() {
        return k;
    }

    /** Return the background in a bin: its width times the exponential of a polynomial at its centre. */
    static double background(Axis axis, int bin, double[] point, int first, int degree) {
        double u = place(axis, bin);
        double exponent = 0;
        for (int j = degree; j >= 0; j--) {
            exponent = exponent * u + point[first + j];
        }
        return axis.width(bin) * StrictMath.exp(exponent);
    }

    /** The centre of a bin on a scale from −1 to 1. */
    private static double place(Axis axis, int bin) {
        return (2 * axis.center(bin) - axis.min() - axis.max()) / (axis.max() - axis.min());
    }

    @Override
    public double value(double[] x) {
        double sum = 0;
        for (int c = 0; c < signals.size(); c++) {
            Histogram1D signal = signals.get(c);
            for (int b = 0; b < signal.axis().bins(); b++) {
                double f = x[0] * signal.height(b) + background(signal.axis(), b, x, 1 + c * (degree + 1), degree);
                sum += deviance(data.get(c).height(b), f);
            }
        }
        return finite(sum);
    }

    @Override
    public double evaluate(double[] x, double[] gradient, double[] hessian) {
        Arrays.fill(gradient, 0);
        Arrays.fill(hessian, 0);
        double sum = 0;
        for (int c = 0; c < signals.size(); c++) {
            Histogram1D signal = signals.get(c);
            int first = 1 + c * (degree + 1);
            for (int b = 0; b < signal.axis().bins(); b++) {
                double smooth = background(signal.axis(), b, x, first, degree);
                double f = x[0] * signal.height(b) + smooth;
                double n = data.get(c).height(b);
                sum += deviance(n, f);
                add(signal.height(b), smooth, place(signal.axis(), b), first, n, f, gradient, hessian);
            }
        }
        return finite(sum);
    }

    /** Derivatives of f: the signal in the rate, and powers of the place times the background in its coefficients. */
    private void add(
            double s, double smooth, double u, int first, double n, double f, double[] gradient, double[] hessian) {
        double one = 2 * (1 - n / f);
        double two = 2 * n / (f * f);
        slope[0] = s;
        slope[1] = smooth;
        for (int j = 1; j <= degree; j++) {
            slope[j + 1] = slope[j] * u;
        }
        for (int a = 0; a < slope.length; a++) {
            int row = a == 0 ? 0 : first + a - 1;
            gradient[row] += one * slope[a];
            for (int b = 0; b < slope.length; b++) {
                int column = b == 0 ? 0 : first + b - 1;
                double curvature = a == 0 || b == 0 ? 0 : slope[a] * slope[b] / smooth;
                hessian[row * k + column] += two * slope[a] * slope[b] + one * curvature;
            }
        }
    }

    /** Near the minimum the terms cancel: in \(x = (f-n)/n\) the sum is \(2n(x - \ln(1+x))\). */
    private static double deviance(double n, double f) {
        if (!(f > 0)) {
            return n == 0 && f == 0 ? 0 : Double.POSITIVE_INFINITY;
        }
        if (n == 0) {
            return 2 * f;
        }
        double x = (f - n) / n;
        return 2 * n * (x - StrictMath.log1p(x));
    }

    private static double finite(double sum) {
        return Double.isNaN(sum) ? Double.POSITIVE_INFINITY : sum;
    }
}
