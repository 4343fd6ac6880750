package hep.aurum.plot.figure;

import hep.aurum.plot.style.Layer;
import hep.aurum.plot.style.Palette;
import hep.aurum.plot.style.RichText;
import java.awt.Font;
import java.awt.Graphics2D;
import java.util.List;

/** Write names just above horizontal lines, at their right ends. */
final class LevelLabels extends Layer {

    private final double right;
    private final List<Double> levels;
    private final List<String> names;

    LevelLabels(double right, List<Double> levels, List<String> names) {
        this.right = right;
        this.levels = levels;
        this.names = names;
    }

    @Override
    protected void draw(Graphics2D g, Area area) {
        g.setPaint(Palette.FAINT);
        for (int i = 0; i < levels.size(); i++) {
            RichText.of(names.get(i), Font.PLAIN, 11.5).draw(g, area.x(right) - 14, area.y(levels.get(i)) - 4, 1);
        }
    }
}
