package hep.aurum.script;

import hep.aurum.base.Check;
import hep.aurum.hist.Points;
import hep.aurum.plot.figure.DrawStyle;
import hep.aurum.plot.figure.Drawing;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Hold points (x, y) with errors of both, which may differ upwards and downwards; errors are distances. */
public final class P1D extends Drawn<P1D> {

    private static final int X = 0;
    private static final int Y = 1;
    private static final int LEFT = 2;
    private static final int RIGHT = 3;
    private static final int UPPER = 4;
    private static final int LOWER = 5;

    private final List<double[]> rows = new ArrayList<>();

    /** Create an empty list of points. */
    public P1D(String title) {
        super(title, DrawStyle.points());
    }

    /** Create points without errors. */
    public P1D(String title, double[] x, double[] y) {
        this(title);
        fill(x, y);
    }

    /** Create points without errors. */
    public P1D(String title, List<? extends Number> x, List<? extends Number> y) {
        this(title, Numbers.array(x), Numbers.array(y));
    }

    /** Take over points of two dimensions. */
    public static P1D of(Points points) {
        Check.argument(points.dimension() == 2, "points of dimension %d, expected 2", points.dimension());
        P1D copy = new P1D(points.title());
        for (int i = 0; i < points.size(); i++) {
            copy.add(
                    points.value(i, 0),
                    points.value(i, 1),
                    points.minus(i, 0),
                    points.plus(i, 0),
                    points.plus(i, 1),
                    points.minus(i, 1));
        }
        return copy;
    }

    /** Return the bins of a histogram as points: x at the centre with half the width, y the height with its error. */
    public static P1D of(H1D histogram) {
        P1D points = new P1D(histogram.getTitle());
        for (int i = 0; i < histogram.getBins(); i++) {
            double x = histogram.binCenter(i);
            double half = x - histogram.binLowerEdge(i);
            double error = histogram.binError(i);
            points.add(x, histogram.binHeight(i), half, half, error, error);
        }
        return points;
    }

    /** Read points from a file of any format by their path, the last part of their path, or their title. */
    public static P1D read(String path, String name) {
        return of(HistFiles.read(path, name, Points.class));
    }

    /** Write the points to a file of their own, in the format that the ending says. */
    public P1D toFile(String path) {
        HistFiles.write(path, get());
        return this;
    }

    /** Return the points so far; later ones do not change it. */
    public Points get() {
        return Points.of(
                getTitle(),
                new double[][] {column(X), column(Y)},
                new double[][] {column(LEFT), column(LOWER)},
                new double[][] {column(RIGHT), column(UPPER)});
    }

    private double[] column(int c) {
        return rows.stream().mapToDouble(row -> row[c]).toArray();
    }

    /** Add a point without errors. */
    public P1D add(double x, double y) {
        return add(x, y, 0, 0, 0, 0);
    }

    /** Add a point with an error of y. */
    public P1D add(double x, double y, double err) {
        return add(x, y, 0, 0, err, err);
    }

    /** Add a point with errors of y upwards and downwards. */
    public P1D add(double x, double y, double up, double down) {
        return add(x, y, 0, 0, up, down);
    }

    /** Add a point with errors of x to the left and to the right, and of y upwards and downwards. */
    public P1D add(double x, double y, double left, double right, double up, double down) {
        Check.argument(
                left >= 0 && right >= 0 && up >= 0 && down >= 0,
                "the errors of a point are %s, %s, %s, %s; expected 0 or more",
                left,
                right,
                up,
                down);
        rows.add(new double[] {x, y, left, right, up, down});
        return this;
    }

    /** Add points without errors. */
    public P1D fill(double[] x, double[] y) {
        return fill(x, y, new double[y.length]);
    }

    /** Add points with errors of y. */
    public P1D fill(double[] x, double[] y, double[] err) {
        Numbers.sameLength("x", x.length, "y", y.length);
        Numbers.sameLength("y", y.length, "errors", err.length);
        for (int i = 0; i < x.length; i++) {
            add(x[i], y[i], err[i]);
        }
        return this;
    }

    /** Add points without errors. */
    public P1D fill(List<? extends Number> x, List<? extends Number> y) {
        return fill(Numbers.array(x), Numbers.array(y));
    }

    /** Add points with errors of y. */
    public P1D fill(List<? extends Number> x, List<? extends Number> y, List<? extends Number> err) {
        return fill(Numbers.array(x), Numbers.array(y), Numbers.array(err));
    }

    /** Forget all points. */
    public P1D clear() {
        rows.clear();
        return this;
    }

    /** Return the number of points. */
    public int size() {
        return rows.size();
    }

    private double get(int i, int c) {
        Check.argument(i >= 0 && i < rows.size(), "point %d of %d", i, rows.size());
        return rows.get(i)[c];
    }

    /** Return x of point {@code i}, from 0. */
    public double getX(int i) {
        return get(i, X);
    }

    /** Return y of point {@code i}. */
    public double getY(int i) {
        return get(i, Y);
    }

    /** Return the error of x to the left. */
    public double getXleft(int i) {
        return get(i, LEFT);
    }

    /** Return the error of x to the right. */
    public double getXright(int i) {
        return get(i, RIGHT);
    }

    /** Return the error of y upwards. */
    public double getYupper(int i) {
        return get(i, UPPER);
    }

    /** Return the error of y downwards. */
    public double getYlower(int i) {
        return get(i, LOWER);
    }

    /** Return all x. */
    public double[] getArrayX() {
        return column(X);
    }

    /** Return all y. */
    public double[] getArrayY() {
        return column(Y);
    }

    /** Return all errors of y upwards. */
    public double[] getArrayYupper() {
        return column(UPPER);
    }

    /** Return all errors of y downwards. */
    public double[] getArrayYlower() {
        return column(LOWER);
    }

    /** Return the smallest value of an axis, 0 for x and 1 for y. */
    public double getMin(int axis) {
        return row(axis).getMin();
    }

    /** Return the largest value of an axis, 0 for x and 1 for y. */
    public double getMax(int axis) {
        return row(axis).getMax();
    }

    /** Return the mean of an axis, 0 for x and 1 for y; errors do not weigh. */
    public double mean(int axis) {
        return row(axis).mean();
    }

    private P0D row(int axis) {
        Check.argument(axis == X || axis == Y, "axis %d of points, expected 0 for x or 1 for y", axis);
        return new P0D(getTitle()).fill(column(axis));
    }

    /**
     * Combine the ordinates with those of other points, one by one, taken to be statistically independent; x and its errors
     * are those of these points.
     *
     * <p>Errors are propagated linearly, upwards and downwards apart: where the other one is subtracted or divides, its error
     * downwards goes upwards.
     *
     * @param operation {@code "+"}, {@code "-"}, {@code "*"} or {@code "/"}; a quotient by zero is 0 with the error 0
     */
    public P1D oper(P1D other, String title, String operation) {
        Numbers.sameLength("points", size(), "points", other.size());
        Operation op = Operation.of(operation);
        boolean turns = op == Operation.SUBTRACT || op == Operation.DIVIDE;
        P1D result = new P1D(title).restyle(style());
        for (int i = 0; i < size(); i++) {
            double a = getY(i);
            double b = other.getY(i);
            double up = op.error(a, getYupper(i), b, turns ? other.getYlower(i) : other.getYupper(i));
            double down = op.error(a, getYlower(i), b, turns ? other.getYupper(i) : other.getYlower(i));
            result.add(getX(i), op.value(a, b), getXleft(i), getXright(i), up, down);
        }
        return result;
    }

    /** Return a copy under another title. */
    public P1D copy(String title) {
        P1D copy = new P1D(title).restyle(style());
        rows.forEach(row -> copy.rows.add(row.clone()));
        return copy;
    }

    /** Return a copy. */
    public P1D copy() {
        return copy(getTitle());
    }

    @Override
    P1D self() {
        return this;
    }

    @Override
    Drawing drawing() {
        return Drawing.of(get(), style());
    }

    @Override
    public String toString() {
        return size() == 0
                ? "P1D \"" + getTitle() + "\": empty"
                : String.format(
                        Locale.ROOT,
                        "P1D \"%s\": %d points, x from %.6g to %.6g, y from %.6g to %.6g",
                        getTitle(),
                        size(),
                        getMin(X),
                        getMax(X),
                        getMin(Y),
                        getMax(Y));
    }
}
