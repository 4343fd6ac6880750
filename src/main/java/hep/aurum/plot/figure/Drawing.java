package hep.aurum.plot.figure;

import hep.aurum.hist.Histogram1D;
import hep.aurum.hist.Histogram2D;
import hep.aurum.plot.style.Layer;
import hep.aurum.plot.style.LegendEntry;
import java.awt.Color;
import java.awt.geom.Point2D;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/** Hold one object of a {@link CanvasFigure} with its name and its style. */
public abstract sealed class Drawing permits HistogramDrawing, PointsDrawing, FunctionDrawing, DensityDrawing {

    private final String name;
    private final DrawStyle style;

    Drawing(String name, DrawStyle style) {
        this.name = name;
        this.style = style;
    }

    /** Draw a histogram, as steps or as points at the centres of its bins. */
    public static Drawing of(Histogram1D histogram, DrawStyle style) {
        return new HistogramDrawing(histogram, style);
    }

    /**
     * Draw points with errors.
     *
     * @param points of two dimensions; points that are not finite are left out
     */
    public static Drawing of(hep.aurum.hist.Points points, DrawStyle style) {
        return new PointsDrawing(points, style);
    }

    /**
     * Draw a function; where it is not finite the line is interrupted.
     *
     * @param from where the line begins; -Infinity for the left end of the frame
     * @param to where it ends; Infinity for the right end of the frame
     * @param count number of places at which the function is evaluated, 2 or more
     */
    public static Drawing of(String name, DoubleUnaryOperator f, double from, double to, int count, DrawStyle style) {
        return new FunctionDrawing(name, f, from, to, count, style);
    }

    /** Draw a histogram of two variables as cells from pale to dark, by the logarithm of their height. */
    public static Drawing of(Histogram2D histogram) {
        return new DensityDrawing(histogram);
    }

    /** Return the name, as the legend prints it. */
    public final String name() {
        return name;
    }

    /** Return the style. */
    public final DrawStyle style() {
        return style;
    }

    /** Take in the abscissas that must be seen. */
    abstract void addX(Extent x);

    /** Take in the ordinates that must be seen between two abscissas. */
    abstract void addY(Extent y, Window window);

    /** Return whether the vertical axis starts at zero because lengths are compared. */
    boolean standsOnZero() {
        return false;
    }

    /** Return whether the frame ends where the object ends. */
    boolean fillsFrame() {
        return false;
    }

    abstract Layer layer(Color colour, Window window);

    /** Return the line of the legend, empty if the object explains itself. */
    abstract Optional<LegendEntry> entry(Color colour);

    abstract List<Point2D> obstacles(Window window);

    abstract Map<String, Object> data(Window window);

    /**
     * Hold the horizontal interval that is seen.
     *
     * @param from left end
     * @param to right end
     * @param logarithmic whether the horizontal axis is
     */
    record Window(double from, double to, boolean logarithmic) {

        boolean contains(double x) {
            return x >= from && x <= to;
        }

        /** Return places that are equally far apart in the figure. */
        double[] places(double first, double last, int count) {
            double[] places = new double[count];
            for (int i = 0; i < count; i++) {
                double t = (double) i / (count - 1);
                places[i] = logarithmic ? first * StrictMath.pow(last / first, t) : first + t * (last - first);
            }
            places[count - 1] = last;
            return places;
        }
    }
}
