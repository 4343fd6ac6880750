package hep.aurum.plot.figure;

import hep.aurum.plot.style.Layer;
import hep.aurum.plot.style.RichText;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** Paint the cells of a correlation matrix and their numbers. */
final class CorrelationCells extends Layer {

    private static final Color MINUS = new Color(0x2166ac);
    private static final Color PLUS = new Color(0xb2182b);
    private static final double NEGLIGIBLE = 0.005;
    private static final double SMALLEST_CELL = 24;

    private final CorrelationFigure figure;

    CorrelationCells(CorrelationFigure figure) {
        this.figure = figure;
    }

    @Override
    protected void draw(Graphics2D g, Area area) {
        List<Integer> shown = figure.shown();
        for (int row = 0; row < shown.size(); row++) {
            for (int column = 0; column < shown.size(); column++) {
                double rho = figure.correlations().get(shown.get(row)).get(shown.get(column));
                cell(g, area, row, column, rho);
            }
        }
    }

    private static void cell(Graphics2D g, Area area, int row, int column, double rho) {
        double x = area.x(column);
        double width = area.x(column + 1) - x;
        double y = Math.min(area.y(row), area.y(row + 1));
        g.setPaint(shade(rho));
        // A hair wider than the cell, or white seams show between neighbours.
        g.fill(new Rectangle2D.Double(x, y, width + 0.3, width + 0.3));
        if (Math.abs(rho) > NEGLIGIBLE && width >= SMALLEST_CELL) {
            double size = Math.min(13, 0.34 * width);
            g.setPaint(Math.abs(rho) > 0.6 ? Color.WHITE : Color.BLACK);
            RichText.of(Numbers.fixed(rho, 2), Font.PLAIN, size)
                    .draw(g, x + 0.5 * width, y + 0.5 * width + 0.36 * size, 0.5);
        }
    }

    /** Return blue for −1, white for 0, red for 1: the two ends are told apart with any colour vision. */
    static Color shade(double rho) {
        Color end = rho < 0 ? MINUS : PLUS;
        double t = Math.min(1, Math.abs(rho));
        return new Color(mix(end.getRed(), t), mix(end.getGreen(), t), mix(end.getBlue(), t));
    }

    private static int mix(int end, double t) {
        return (int) Math.round(255 + t * (end - 255));
    }

    /** Paint the scale of colours. */
    static final class Scale extends Layer {

        private static final int STEPS = 100;

        @Override
        protected void draw(Graphics2D g, Area area) {
            Rectangle2D frame = area.frame();
            for (int i = 0; i < STEPS; i++) {
                double low = -1 + 2.0 * i / STEPS;
                double bottom = area.y(low);
                double top = area.y(low + 2.0 / STEPS);
                g.setPaint(shade(low + 1.0 / STEPS));
                g.fill(new Rectangle2D.Double(frame.getMinX(), top, frame.getWidth(), bottom - top + 0.3));
            }
        }
    }
}
