package hep.aurum.script;

import hep.aurum.base.NotFound;
import hep.aurum.plot.figure.DrawStyle;
import hep.aurum.plot.figure.Drawing;
import hep.aurum.plot.style.Tint;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Hold title and looks of what can be drawn on an {@link HPlot}; they say nothing about the content.
 *
 * @param <T> the class itself, which every setter returns
 */
public abstract sealed class Drawn<T extends Drawn<T>> permits H1D, H2D, HProf1D, P1D, F1D {

    private String title;
    private DrawStyle style;

    Drawn(String title, DrawStyle style) {
        this.title = title;
        this.style = style;
    }

    abstract T self();

    /** Return what a canvas draws. */
    abstract Drawing drawing();

    /** Return the title. */
    public String getTitle() {
        return title;
    }

    /** Replace the title, which the legend prints; it may hold {@code _{...}} and {@code ^{...}}. */
    public T setTitle(String newTitle) {
        title = newTitle;
        return self();
    }

    /**
     * Set the colour of lines and symbols.
     *
     * @param colour a name such as {@code "blue"}, {@code "#e42536"}, or a {@code java.awt.Color}
     */
    public T setColor(Object colour) {
        return restyle(style.withTint(Tint.of(colour)));
    }

    /** Fill the inside with the colour of the palette that is palest, or leave it empty. */
    public T setFill(boolean fill) {
        return restyle(style.withFill(fill ? Optional.of(style.fill().orElse(Tint.of("#d9e6fe"))) : Optional.empty()));
    }

    /** Fill the inside with a colour, as in {@link #setColor}. */
    public T setFillColor(Object colour) {
        return restyle(style.withFill(Optional.of(Tint.of(colour))));
    }

    /** Set the width of lines in points. */
    public T setPenWidth(double points) {
        return restyle(style.withWidth(points));
    }

    /** Draw dashed lines. */
    public T setPenDash() {
        return setPenDash(6);
    }

    /** Draw dashed lines with dashes of a length in points; 0 for solid lines. */
    public T setPenDash(double length) {
        return restyle(style.withDash(length == 0 ? List.of() : List.of(length, 0.7 * length)));
    }

    /** Set the shape of symbols: 0 to 3 an open circle, square, diamond, triangle, 4 to 7 the same filled, 8 + and 9 x. */
    public T setSymbol(int number) {
        return restyle(style.withSymbol(number));
    }

    /** Set the diameter of symbols in points. */
    public T setSymbolSize(double points) {
        return restyle(style.withSize(points));
    }

    /** Draw error bars or leave them out. */
    public T setErr(boolean shown) {
        return restyle(style.withErrors(shown));
    }

    /**
     * Set how it is drawn.
     *
     * @param form {@code "h"} the outline of bins, {@code "l"} a line, {@code "p"} symbols, {@code "lp"} both
     * @throws NotFound if the form is another
     */
    public T setStyle(String form) {
        return restyle(style.withForm(
                switch (form.toLowerCase(Locale.ROOT)) {
                    case "h" -> DrawStyle.Form.STEPS;
                    case "l" -> DrawStyle.Form.LINE;
                    case "p" -> DrawStyle.Form.POINTS;
                    case "lp", "pl" -> DrawStyle.Form.POINTS_AND_LINE;
                    default -> throw new NotFound("no style is named \"" + form + "\"", "", "known: h, l, p, lp");
                }));
    }

    T restyle(DrawStyle newStyle) {
        style = newStyle;
        return self();
    }

    DrawStyle style() {
        return style;
    }
}
