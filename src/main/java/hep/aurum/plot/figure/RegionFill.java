package hep.aurum.plot.figure;

import hep.aurum.plot.style.Layer;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.util.List;

/** Fill the inside of closed contours; a region that leaves the grid stays empty. */
final class RegionFill extends Layer {

    private final List<Curve> pieces;
    private final Color colour;

    RegionFill(List<Curve> pieces, Color colour) {
        this.pieces = List.copyOf(pieces);
        this.colour = colour;
    }

    @Override
    protected void draw(Graphics2D g, Area area) {
        if (pieces.isEmpty() || !pieces.stream().allMatch(RegionFill::isClosed)) {
            return;
        }
        Path2D path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
        for (Curve piece : pieces) {
            for (int i = 0; i < piece.size(); i++) {
                if (i == 0) {
                    path.moveTo(area.x(piece.x(i)), area.y(piece.y(i)));
                } else {
                    path.lineTo(area.x(piece.x(i)), area.y(piece.y(i)));
                }
            }
            path.closePath();
        }
        g.setPaint(colour);
        g.fill(path);
    }

    private static boolean isClosed(Curve piece) {
        int last = piece.size() - 1;
        return last > 1 && piece.x(0) == piece.x(last) && piece.y(0) == piece.y(last);
    }
}
