package hep.aurum.jas.page;

import hep.aurum.plot.Figure;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.io.Serial;
import javax.swing.JComponent;

/** Draw a figure as large as there is room, in its own proportions. */
public final class FigurePanel extends JComponent {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Figure figure;

    /** Show a figure. */
    public FigurePanel(Figure figure) {
        this.figure = figure;
        setPreferredSize(new Dimension(figure.width(), figure.height()));
        setName(figure.title());
    }

    /** Return the figure. */
    public Figure figure() {
        return figure;
    }

    @Override
    protected void paintComponent(Graphics g) {
        double scale = Math.min((double) getWidth() / figure.width(), (double) getHeight() / figure.height());
        if (!(scale > 0)) {
            return;
        }
        Graphics2D copy = (Graphics2D) g.create();
        try {
            copy.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            copy.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            copy.translate(0.5 * (getWidth() - scale * figure.width()), 0.5 * (getHeight() - scale * figure.height()));
            copy.scale(scale, scale);
            copy.setColor(Color.WHITE);
            copy.fillRect(0, 0, figure.width(), figure.height());
            figure.draw(copy);
        } finally {
            copy.dispose();
        }
    }
}
