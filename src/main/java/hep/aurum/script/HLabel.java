package hep.aurum.script;

import hep.aurum.base.NotFound;
import hep.aurum.plot.figure.CanvasText;
import hep.aurum.plot.style.Tint;
import java.util.Locale;
import java.util.Optional;

/** Hold a text for an {@link HPlot} and its place. */
public final class HLabel {

    private final String text;
    private final double x;
    private final double y;
    private final boolean ofFrame;
    private Optional<Tint> tint = Optional.empty();

    /** Create a text at a place given in fractions of the frame, from its lower left corner. */
    public HLabel(String text, double x, double y) {
        this(text, x, y, "NDC");
    }

    /**
     * Create a text.
     *
     * @param text may hold {@code _{...}} and {@code ^{...}}
     * @param x where it begins
     * @param y height of its base line
     * @param system {@code "NDC"} for fractions of the frame, {@code "USER"} for values of the axes
     */
    public HLabel(String text, double x, double y, String system) {
        this.text = text;
        this.x = x;
        this.y = y;
        this.ofFrame = switch (system.toUpperCase(Locale.ROOT)) {
            case "NDC" -> true;
            case "USER" -> false;
            default -> throw new NotFound("no coordinates are named \"" + system + "\"", "", "known: NDC, USER");
        };
    }

    /** Set the colour: a name such as {@code "blue"}, {@code "#e42536"}, or a {@code java.awt.Color}. */
    public HLabel setColor(Object colour) {
        tint = Optional.of(Tint.of(colour));
        return this;
    }

    /** Return the text. */
    public String getText() {
        return text;
    }

    CanvasText canvasText() {
        return new CanvasText(text, x, y, ofFrame, tint);
    }

    @Override
    public String toString() {
        return "HLabel \"" + text + "\" at (" + x + ", " + y + ")";
    }
}
