package hep.aurum.plot.figure;

import hep.aurum.base.Check;
import hep.aurum.plot.Figure;
import hep.aurum.plot.style.HouseChart;
import hep.aurum.plot.style.Palette;
import hep.aurum.plot.style.RichText;
import java.awt.Font;
import java.awt.Graphics2D;
import java.util.Map;

/**
 * Show another figure in a given size, its proportions kept, below a heading.
 *
 * @param figure that is shown
 * @param heading a line above it, may hold scripts; empty for none
 * @param width in points
 * @param height in points, heading included
 */
public record FittedFigure(Figure figure, String heading, int width, int height) implements Figure {

    /** Height of the line above the figure, in points. */
    public static final int HEADING = 32;

    /** Check the size. */
    public FittedFigure {
        Check.argument(width > 0 && height > HEADING, "a figure of %d by %d points", width, height);
    }

    @Override
    public String title() {
        return heading.isEmpty() ? figure.title() : heading;
    }

    @Override
    public void draw(Graphics2D g) {
        HouseChart.page(g, width, height);
        int above = heading.isEmpty() ? 0 : HEADING;
        g.setPaint(Palette.INK);
        RichText.of(heading, Font.BOLD, HouseChart.TITLE_SIZE + 1).draw(g, 0.5 * width, 23, 0.5);
        double scale = Math.min((double) width / figure.width(), (double) (height - above) / figure.height());
        Graphics2D inside = (Graphics2D) g.create();
        inside.translate(0.5 * (width - scale * figure.width()), above);
        inside.scale(scale, scale);
        figure.draw(inside);
        inside.dispose();
    }

    @Override
    public Map<String, Object> data() {
        return figure.data();
    }
}
