package hep.aurum.hist;

import hep.aurum.base.Check;
import java.util.Arrays;
import java.util.List;

/**
 * Hold points with asymmetric errors in every coordinate, such as published cross-sections.
 *
 * <p>The last coordinate is the measured one, the others say where. Values and errors may be NaN where a file has none.
 */
public final class Points implements Content {

    /** Largest number of coordinates. */
    public static final int MAX_DIMENSION = 16;

    private final String title;
    private final double[][] values;
    private final double[][] minus;
    private final double[][] plus;
    private final List<ErrorSource> sources;

    private Points(String title, double[][] values, double[][] minus, double[][] plus, List<ErrorSource> sources) {
        this.title = title;
        this.values = values;
        this.minus = minus;
        this.plus = plus;
        this.sources = sources;
    }

    /**
     * Create points.
     *
     * @param values {@code [dimension][points]}
     * @param minus {@code [dimension][points]} errors downwards, as distances
     * @param plus {@code [dimension][points]} errors upwards, as distances
     */
    public static Points of(String title, double[][] values, double[][] minus, double[][] plus) {
        Check.argument(
                values.length >= 1 && values.length <= MAX_DIMENSION,
                "points of dimension %d, expected 1 to %d",
                values.length,
                MAX_DIMENSION);
        int size = values[0].length;
        return new Points(
                title,
                copy(values, values.length, size),
                copy(minus, values.length, size),
                copy(plus, values.length, size),
                List.of());
    }

    private static double[][] copy(double[][] rows, int dimension, int size) {
        Check.length("coordinates", rows.length, dimension);
        double[][] copies = new double[dimension][];
        for (int d = 0; d < dimension; d++) {
            Check.length("points of a coordinate", rows[d].length, size);
            copies[d] = rows[d].clone();
        }
        return copies;
    }

    /** Return the same points with the sources of the errors of the last coordinate. */
    public Points withSources(List<ErrorSource> newSources) {
        newSources.forEach(source -> Check.length("an error source", source.size(), size()));
        return new Points(title, values, minus, plus, List.copyOf(newSources));
    }

    @Override
    public String title() {
        return title;
    }

    /** Return the number of coordinates. */
    public int dimension() {
        return values.length;
    }

    /** Return the number of points. */
    public int size() {
        return values[0].length;
    }

    /** Return coordinate {@code d} of point {@code i}. */
    public double value(int i, int d) {
        return values[d][i];
    }

    /** Return the error of coordinate {@code d} of point {@code i} downwards. */
    public double minus(int i, int d) {
        return minus[d][i];
    }

    /** Return the error of coordinate {@code d} of point {@code i} upwards. */
    public double plus(int i, int d) {
        return plus[d][i];
    }

    /** Return the sources of the errors of the last coordinate; empty if they are not known apart. */
    public List<ErrorSource> sources() {
        return sources;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Points p
                && title.equals(p.title)
                && Arrays.deepEquals(values, p.values)
                && Arrays.deepEquals(minus, p.minus)
                && Arrays.deepEquals(plus, p.plus)
                && sources.equals(p.sources);
    }

    @Override
    public int hashCode() {
        return 31 * title.hashCode() + Arrays.deepHashCode(values);
    }

    @Override
    public String toString() {
        return "Points " + title + ": " + size() + " of dimension " + dimension();
    }
}
