package hep.aurum.plot.style;

/**
 * Say where the values of a figure stand: one frame of axes, so that a reader's pointer can be turned back into values.
 *
 * @param left left edge of the frame in points from the left of the figure
 * @param top upper edge in points from the top
 * @param right right edge
 * @param bottom lower edge
 * @param x values along the horizontal axis
 * @param y values along the vertical axis
 */
public record FrameMap(double left, double top, double right, double bottom, Scale x, Scale y) {

    /**
     * Hold the values along one axis.
     *
     * @param min value at the left or lower end
     * @param max value at the other end
     * @param isLogarithmic whether equal factors, not equal differences, are equally far apart
     */
    public record Scale(double min, double max, boolean isLogarithmic) {}
}
