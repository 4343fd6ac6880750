package hep.aurum.plot.style;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * Draw notes and legend entries without a frame where they hide least.
 *
 * <p>Among the corners and places along the sides the one is taken that covers the fewest of the
 * points that the figure declares; the first in the order of preference wins a draw.
 */
public final class Legend extends Layer {

    private static final double LINE = 20;
    private static final double MARGIN = 16;

    /** Horizontal and vertical place: 0 is left or top, 1 right or bottom. */
    private static final double[][] PLACES = {
        {1, 0}, {0, 0}, {0.5, 0}, {0.25, 0}, {0.75, 0}, {1, 1}, {0, 1}, {0.5, 1}, {1, 0.5}, {0, 0.5}
    };

    private final List<String> notes;
    private final List<LegendEntry> entries;
    private final List<Point2D> obstacles;

    /**
     * Create a legend.
     *
     * @param notes lines without a sample, above the entries
     * @param obstacles points of the data that should stay visible, in values of the axes
     */
    public Legend(List<String> notes, List<LegendEntry> entries, List<Point2D> obstacles) {
        this.notes = List.copyOf(notes);
        this.entries = List.copyOf(entries);
        this.obstacles = List.copyOf(obstacles);
    }

    @Override
    protected void draw(Graphics2D g, Area area) {
        Rectangle2D box = place(area);
        double y = box.getMinY() + 0.5 * LINE;
        for (String note : notes) {
            g.setPaint(Palette.INK);
            text(note).draw(g, box.getMinX(), y + 0.36 * HouseChart.LEGEND_SIZE);
            y += LINE;
        }
        for (LegendEntry entry : entries) {
            entry.drawSample(g, box.getMinX(), y);
            g.setPaint(Palette.INK);
            double x = box.getMinX() + LegendEntry.SAMPLE + 8;
            text(entry.text()).draw(g, x, y + 0.36 * HouseChart.LEGEND_SIZE);
            y += LINE;
        }
    }

    private static RichText text(String markup) {
        return RichText.of(markup, Font.PLAIN, HouseChart.LEGEND_SIZE);
    }

    private Rectangle2D place(Area area) {
        double width = 0;
        for (String note : notes) {
            width = Math.max(width, text(note).width());
        }
        for (LegendEntry entry : entries) {
            width = Math.max(width, LegendEntry.SAMPLE + 8 + text(entry.text()).width());
        }
        double height = LINE * (notes.size() + entries.size());
        Rectangle2D best = box(area, PLACES[0], width, height);
        long fewest = Long.MAX_VALUE;
        for (double[] place : PLACES) {
            Rectangle2D box = box(area, place, width, height);
            long covered = covered(area, box);
            if (covered < fewest) {
                fewest = covered;
                best = box;
            }
        }
        return best;
    }

    private static Rectangle2D box(Area area, double[] place, double width, double height) {
        Rectangle2D frame = area.frame();
        double x = frame.getMinX() + MARGIN + place[0] * (frame.getWidth() - 2 * MARGIN - width);
        double y = frame.getMinY() + MARGIN + place[1] * (frame.getHeight() - 2 * MARGIN - height);
        return new Rectangle2D.Double(x, y, width, height);
    }

    private long covered(Area area, Rectangle2D box) {
        Rectangle2D wide =
                new Rectangle2D.Double(box.getX() - 6, box.getY() - 6, box.getWidth() + 12, box.getHeight() + 12);
        return obstacles.stream()
                .filter(p -> wide.contains(area.x(p.getX()), area.y(p.getY())))
                .count();
    }
}
