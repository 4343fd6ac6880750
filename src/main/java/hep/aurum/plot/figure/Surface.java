package hep.aurum.plot.figure;

import hep.aurum.base.Check;
import java.util.ArrayList;
import java.util.List;

/** Hold values of a function on a rectangular grid, for example \(-2\Delta\ln L\) in two parameters. */
public final class Surface {

    private final double[] x;
    private final double[] y;
    private final double[][] z;

    private Surface(double[] x, double[] y, double[][] z) {
        this.x = x;
        this.y = y;
        this.z = z;
    }

    /**
     * Create a surface.
     *
     * @param x {@code [nx]}, strictly ascending, at least 2
     * @param y {@code [ny]}, strictly ascending, at least 2
     * @param z {@code [nx][ny]}, finite: {@code z[i][j]} belongs to {@code (x[i], y[j])}
     */
    public static Surface of(double[] x, double[] y, double[][] z) {
        ascending("x", x);
        ascending("y", y);
        Check.length("z of the surface", z.length, x.length);
        double[][] copy = new double[x.length][];
        for (int i = 0; i < x.length; i++) {
            Check.length("a column of the surface", z[i].length, y.length);
            for (double value : z[i]) {
                Check.finite("a value of the surface", value);
            }
            copy[i] = z[i].clone();
        }
        return new Surface(x.clone(), y.clone(), copy);
    }

    private static void ascending(String name, double[] values) {
        Check.argument(values.length >= 2, "%s of the surface has %d values, expected 2 or more", name, values.length);
        for (int i = 0; i < values.length; i++) {
            Check.finite(name + " of the surface", values[i]);
            Check.argument(i == 0 || values[i] > values[i - 1], "%s of the surface does not ascend at %d", name, i);
        }
    }

    /** Return the number of columns. */
    public int nx() {
        return x.length;
    }

    /** Return the number of rows. */
    public int ny() {
        return y.length;
    }

    /** Return the abscissa of column {@code i}. */
    public double x(int i) {
        return x[i];
    }

    /** Return the ordinate of row {@code j}. */
    public double y(int j) {
        return y[j];
    }

    /** Return the value at column {@code i}, row {@code j}. */
    public double z(int i, int j) {
        return z[i][j];
    }

    /** Return the abscissas. */
    public List<Double> xs() {
        return Curve.list(x);
    }

    /** Return the ordinates. */
    public List<Double> ys() {
        return Curve.list(y);
    }

    /** Return the values, {@code [nx][ny]}. */
    public List<List<Double>> zs() {
        List<List<Double>> columns = new ArrayList<>();
        for (double[] column : z) {
            columns.add(Curve.list(column));
        }
        return columns;
    }

    /** Return the contours at a level as polylines, closed ones ending where they start. */
    public List<Curve> contours(double level) {
        return MarchingSquares.contours(this, level);
    }
}
