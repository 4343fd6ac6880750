package hep.aurum.plot.figure;

import hep.aurum.base.Check;
import java.util.ArrayList;
import java.util.List;

/** Hold points of a curve, in the order in which they are joined. */
public final class Curve {

    private final double[] x;
    private final double[] y;

    private Curve(double[] x, double[] y) {
        this.x = x;
        this.y = y;
    }

    /**
     * Create a curve.
     *
     * @param x {@code [n]}, finite
     * @param y {@code [n]}, finite
     */
    public static Curve of(double[] x, double[] y) {
        Check.length("y of the curve", y.length, x.length);
        Check.argument(x.length > 0, "a curve has no points");
        for (int i = 0; i < x.length; i++) {
            Check.finite("x of the curve", x[i]);
            Check.finite("y of the curve", y[i]);
        }
        return new Curve(x.clone(), y.clone());
    }

    /** Return the number of points. */
    public int size() {
        return x.length;
    }

    /** Return the abscissa of point {@code i}. */
    public double x(int i) {
        return x[i];
    }

    /** Return the ordinate of point {@code i}. */
    public double y(int i) {
        return y[i];
    }

    /** Return the smallest abscissa. */
    public double minX() {
        return min(x);
    }

    /** Return the largest abscissa. */
    public double maxX() {
        return max(x);
    }

    /** Return the smallest ordinate. */
    public double minY() {
        return min(y);
    }

    /** Return the largest ordinate. */
    public double maxY() {
        return max(y);
    }

    /** Return the number of the point with the smallest ordinate. */
    public int lowest() {
        int lowest = 0;
        for (int i = 1; i < y.length; i++) {
            lowest = y[i] < y[lowest] ? i : lowest;
        }
        return lowest;
    }

    private static double min(double[] values) {
        double min = values[0];
        for (double value : values) {
            min = Math.min(min, value);
        }
        return min;
    }

    private static double max(double[] values) {
        double max = values[0];
        for (double value : values) {
            max = Math.max(max, value);
        }
        return max;
    }

    /** Return the abscissas, {@code [n]}. */
    public List<Double> xs() {
        return list(x);
    }

    /** Return the ordinates, {@code [n]}. */
    public List<Double> ys() {
        return list(y);
    }

    double[][] columns() {
        return new double[][] {x.clone(), y.clone()};
    }

    static List<Double> list(double[] values) {
        List<Double> list = new ArrayList<>(values.length);
        for (double value : values) {
            list.add(value);
        }
        return list;
    }
}
