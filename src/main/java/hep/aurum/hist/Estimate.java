package hep.aurum.hist;

import hep.aurum.base.Check;
import java.util.Arrays;
import java.util.List;

/**
 * Hold a value per bin with any number of error sources, flow bins included; without axes a single value.
 *
 * <p>Arrays of all cells are ordered with the first axis fastest, each axis from its underflow to its overflow. A value
 * may be NaN where there is none.
 */
public final class Estimate implements Content {

    private final String title;
    private final List<Axis> axes;
    private final double[] values;
    private final List<ErrorSource> sources;

    private Estimate(String title, List<Axis> axes, double[] values, List<ErrorSource> sources) {
        this.title = title;
        this.axes = axes;
        this.values = values;
        this.sources = sources;
    }

    /**
     * Create an estimate.
     *
     * @param axes none, one or two
     * @param values {@code [cells]}, of each axis {@code bins + 2}
     * @param sources each of {@code [cells]}, possibly none
     */
    public static Estimate of(String title, List<Axis> axes, double[] values, List<ErrorSource> sources) {
        Check.argument(axes.size() <= 2, "an estimate has %d axes, expected 0 to 2", axes.size());
        long cells = cells(axes);
        Check.argument(cells <= Histogram2D.MAX_CELLS, "%d cells, expected at most %d", cells, Histogram2D.MAX_CELLS);
        Check.length("values", values.length, (int) cells);
        sources.forEach(source -> Check.length("an error source", source.size(), (int) cells));
        return new Estimate(title, List.copyOf(axes), values.clone(), List.copyOf(sources));
    }

    private static long cells(List<Axis> axes) {
        long cells = 1;
        for (Axis axis : axes) {
            cells *= axis.bins() + 2L;
        }
        return cells;
    }

    @Override
    public String title() {
        return title;
    }

    /** Return the axes. */
    public List<Axis> axes() {
        return axes;
    }

    /** Return the number of cells, flow bins included. */
    public int cells() {
        return values.length;
    }

    /** Return the value of a cell. */
    public double value(int cell) {
        return values[cell];
    }

    /** Return the error sources. */
    public List<ErrorSource> sources() {
        return sources;
    }

    /** Return the size of all changes downwards, added in quadrature; 0 where no source says anything. */
    public double errorDown(int cell) {
        double squares = 0;
        for (ErrorSource source : sources) {
            double change = Math.min(0, Math.min(known(source.down(cell)), known(source.up(cell))));
            squares += change * change;
        }
        return Math.sqrt(squares);
    }

    /** Return the size of all changes upwards, added in quadrature; 0 where no source says anything. */
    public double errorUp(int cell) {
        double squares = 0;
        for (ErrorSource source : sources) {
            double change = Math.max(0, Math.max(known(source.down(cell)), known(source.up(cell))));
            squares += change * change;
        }
        return Math.sqrt(squares);
    }

    private static double known(double change) {
        return Double.isNaN(change) ? 0 : change;
    }

    /** Return the cells in range as points at the centres of their bins, with half widths as errors of the place. */
    public Points points() {
        int[] inRange = cellsInRange();
        int dimension = axes.size() + 1;
        double[][] at = new double[dimension][inRange.length];
        double[][] minus = new double[dimension][inRange.length];
        double[][] plus = new double[dimension][inRange.length];
        for (int k = 0; k < inRange.length; k++) {
            int rest = inRange[k];
            for (int d = 0; d < axes.size(); d++) {
                Axis axis = axes.get(d);
                int bin = rest % (axis.bins() + 2) - 1;
                rest /= axis.bins() + 2;
                at[d][k] = axis.center(bin);
                minus[d][k] = at[d][k] - axis.edge(bin);
                plus[d][k] = axis.edge(bin + 1) - at[d][k];
            }
            at[dimension - 1][k] = values[inRange[k]];
            minus[dimension - 1][k] = errorDown(inRange[k]);
            plus[dimension - 1][k] = errorUp(inRange[k]);
        }
        List<ErrorSource> kept = sources.stream()
                .map(source -> ErrorSource.of(
                        source.name(),
                        Arrays.stream(inRange).mapToDouble(source::down).toArray(),
                        Arrays.stream(inRange).mapToDouble(source::up).toArray()))
                .toList();
        return Points.of(title, at, minus, plus).withSources(kept);
    }

    private int[] cellsInRange() {
        int[] found = new int[values.length];
        int count = 0;
        for (int cell = 0; cell < values.length; cell++) {
            int rest = cell;
            boolean isInside = true;
            for (Axis axis : axes) {
                int bin = rest % (axis.bins() + 2) - 1;
                rest /= axis.bins() + 2;
                isInside &= bin >= 0 && bin < axis.bins();
            }
            if (isInside) {
                found[count++] = cell;
            }
        }
        return Arrays.copyOf(found, count);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Estimate e
                && title.equals(e.title)
                && axes.equals(e.axes)
                && Arrays.equals(values, e.values)
                && sources.equals(e.sources);
    }

    @Override
    public int hashCode() {
        return 31 * axes.hashCode() + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "Estimate " + title + ": " + cells() + " cells, " + sources.size() + " error sources";
    }
}
