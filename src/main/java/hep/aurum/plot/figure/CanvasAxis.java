package hep.aurum.plot.figure;

import hep.aurum.base.Check;
import java.util.OptionalDouble;

/**
 * Describe one axis of a {@link CanvasFigure}.
 *
 * @param label its title with the unit; may hold scripts
 * @param min where it begins; empty to see all that is drawn
 * @param max where it ends
 * @param logarithmic whether equal ratios are equally long
 */
public record CanvasAxis(String label, OptionalDouble min, OptionalDouble max, boolean logarithmic) {

    /** Check the ends. */
    public CanvasAxis {
        min.ifPresent(value -> Check.finite("lower end of an axis", value));
        max.ifPresent(value -> Check.finite("upper end of an axis", value));
        if (min.isPresent() && max.isPresent()) {
            Check.argument(
                    min.getAsDouble() < max.getAsDouble(),
                    "an axis runs from %s to %s, expected min < max",
                    min.getAsDouble(),
                    max.getAsDouble());
        }
    }

    /** Return a linear axis that shows all that is drawn. */
    public static CanvasAxis automatic(String label) {
        return new CanvasAxis(label, OptionalDouble.empty(), OptionalDouble.empty(), false);
    }

    /** Return this axis with another title. */
    public CanvasAxis withLabel(String newLabel) {
        return new CanvasAxis(newLabel, min, max, logarithmic);
    }

    /** Return this axis between two ends. */
    public CanvasAxis withRange(double from, double to) {
        return new CanvasAxis(label, OptionalDouble.of(from), OptionalDouble.of(to), logarithmic);
    }

    /** Return this axis with ends that show all that is drawn. */
    public CanvasAxis withAutomaticRange() {
        return new CanvasAxis(label, OptionalDouble.empty(), OptionalDouble.empty(), logarithmic);
    }

    /** Return this axis with a logarithmic or a linear scale. */
    public CanvasAxis withLogarithmic(boolean yes) {
        return new CanvasAxis(label, min, max, yes);
    }
}
