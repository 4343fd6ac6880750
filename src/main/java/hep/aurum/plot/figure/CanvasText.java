package hep.aurum.plot.figure;

import hep.aurum.base.Check;
import hep.aurum.plot.style.HouseChart;
import hep.aurum.plot.style.Layer;
import hep.aurum.plot.style.Palette;
import hep.aurum.plot.style.RichText;
import hep.aurum.plot.style.Tint;
import java.awt.Font;
import java.awt.Graphics2D;
import java.util.Optional;

/**
 * Put a text into the frame.
 *
 * @param text may hold scripts
 * @param x where its base line begins
 * @param y height of its base line
 * @param ofFrame whether x and y are fractions of the frame, from its lower left corner, and not values of the axes
 * @param tint its colour; empty for ink
 */
public record CanvasText(String text, double x, double y, boolean ofFrame, Optional<Tint> tint) {

    /** Check the place. */
    public CanvasText {
        Check.finite("x of a text", x);
        Check.finite("y of a text", y);
    }

    Layer layer() {
        return new Layer() {
            @Override
            protected void draw(Graphics2D g, Area area) {
                double left =
                        ofFrame ? area.frame().getMinX() + x * area.frame().getWidth() : area.x(x);
                double base =
                        ofFrame ? area.frame().getMaxY() - y * area.frame().getHeight() : area.y(y);
                g.setPaint(tint.map(Tint::color).orElse(Palette.INK));
                RichText.of(text, Font.PLAIN, HouseChart.LEGEND_SIZE).draw(g, left, base);
            }
        };
    }
}
