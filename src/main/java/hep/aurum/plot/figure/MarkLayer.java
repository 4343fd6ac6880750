package hep.aurum.plot.figure;

import hep.aurum.plot.style.Layer;
import java.awt.Graphics2D;

/** Draw a single point of a contour figure. */
final class MarkLayer extends Layer {

    private final LikelihoodContourFigure.Mark mark;

    MarkLayer(LikelihoodContourFigure.Mark mark) {
        this.mark = mark;
    }

    @Override
    protected void draw(Graphics2D g, Area area) {
        mark.marker().draw(g, area.x(mark.x()), area.y(mark.y()), mark.colour());
    }
}
