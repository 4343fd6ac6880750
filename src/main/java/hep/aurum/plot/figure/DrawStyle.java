package hep.aurum.plot.figure;

import hep.aurum.base.Check;
import hep.aurum.plot.style.HouseChart;
import hep.aurum.plot.style.Tint;
import java.awt.BasicStroke;
import java.util.List;
import java.util.Optional;

/**
 * Say how one object of a canvas looks; what it holds is kept apart.
 *
 * @param form steps, line or points
 * @param tint its colour; empty for the next one of the palette
 * @param fill the colour inside a histogram or under a curve; empty for none
 * @param width width of lines in points
 * @param dash lengths of dashes and gaps in points; empty for a solid line
 * @param errors whether error bars are drawn
 * @param symbol shape of points, 0 to 9 as {@link PointSymbol} numbers them
 * @param size diameter of points, in points
 */
public record DrawStyle(
        Form form,
        Optional<Tint> tint,
        Optional<Tint> fill,
        double width,
        List<Double> dash,
        boolean errors,
        int symbol,
        double size) {

    /** Say what is drawn. */
    public enum Form {
        /** The outline of the bins. */
        STEPS,
        /** A line through the points. */
        LINE,
        /** Symbols. */
        POINTS,
        /** Symbols joined by a line. */
        POINTS_AND_LINE
    }

    /** Check the numbers and copy the dashes. */
    public DrawStyle {
        Check.argument(width > 0 && width <= 100, "a line is %s points wide, expected more than 0", width);
        Check.argument(size >= 0 && size <= 100, "a symbol has the size %s, expected 0 or more", size);
        Check.argument(symbol >= 0 && symbol < PointSymbol.COUNT, "there is no symbol %d, only 0 to 9", symbol);
        dash = List.copyOf(dash);
        dash.forEach(length -> Check.argument(length > 0, "a dash of length %s", length));
    }

    /** Return the style of a histogram: outline and error bars. */
    public static DrawStyle steps() {
        return new DrawStyle(Form.STEPS, Optional.empty(), Optional.empty(), 1.9, List.of(), true, 4, 0);
    }

    /** Return the style of data points: discs with error bars. */
    public static DrawStyle points() {
        return new DrawStyle(Form.POINTS, Optional.empty(), Optional.empty(), 1.3, List.of(), true, 4, 6.4);
    }

    /** Return the style of a curve: a solid line. */
    public static DrawStyle line() {
        return new DrawStyle(Form.LINE, Optional.empty(), Optional.empty(), 2.2, List.of(), false, 4, 0);
    }

    /** Return this style in another form; symbols get a size if they have none. */
    public DrawStyle withForm(Form newForm) {
        boolean shows = newForm == Form.POINTS || newForm == Form.POINTS_AND_LINE;
        return new DrawStyle(newForm, tint, fill, width, dash, errors, symbol, shows && size == 0 ? 6.4 : size);
    }

    /** Return this style in a colour. */
    public DrawStyle withTint(Tint newTint) {
        return new DrawStyle(form, Optional.of(newTint), fill, width, dash, errors, symbol, size);
    }

    /** Return this style with a colour inside. */
    public DrawStyle withFill(Optional<Tint> newFill) {
        return new DrawStyle(form, tint, newFill, width, dash, errors, symbol, size);
    }

    /** Return this style with lines of another width. */
    public DrawStyle withWidth(double newWidth) {
        return new DrawStyle(form, tint, fill, newWidth, dash, errors, symbol, size);
    }

    /** Return this style with dashed lines. */
    public DrawStyle withDash(List<Double> newDash) {
        return new DrawStyle(form, tint, fill, width, newDash, errors, symbol, size);
    }

    /** Return this style with or without error bars. */
    public DrawStyle withErrors(boolean shown) {
        return new DrawStyle(form, tint, fill, width, dash, shown, symbol, size);
    }

    /** Return this style with another shape of points. */
    public DrawStyle withSymbol(int newSymbol) {
        return new DrawStyle(form, tint, fill, width, dash, errors, newSymbol, size);
    }

    /** Return this style with points of another diameter. */
    public DrawStyle withSize(double newSize) {
        return new DrawStyle(form, tint, fill, width, dash, errors, symbol, newSize);
    }

    boolean hasSymbols() {
        return form == Form.POINTS || form == Form.POINTS_AND_LINE;
    }

    boolean hasLine() {
        return form == Form.LINE || form == Form.POINTS_AND_LINE;
    }

    BasicStroke stroke() {
        return dash.isEmpty()
                ? HouseChart.stroke(width)
                : HouseChart.dashed(
                        width, dash.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
