package hep.aurum.plot;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.io.Serial;
import javax.swing.JComponent;

/** Draw a figure as large as the component allows in the figure's own proportions, in the middle. */
final class FigurePanel extends JComponent {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Figure figure;

    FigurePanel(Figure figure) {
        this.figure = figure;
        setBackground(Color.WHITE);
        setPreferredSize(new Dimension(figure.width(), figure.height()));
        if (figure instanceof LiveFigure live) {
            live.watch(this::repaint);
        }
    }

    /** Prefer the figure's own size, or a smaller one of the same proportions that fits. */
    void fitInto(double width, double height) {
        double scale = Math.min(1, Math.min(width / figure.width(), height / figure.height()));
        int fittingWidth = (int) Math.round(scale * figure.width());
        setPreferredSize(new Dimension(fittingWidth, (int) Math.round(scale * figure.height())));
    }

    @Override
    protected void paintComponent(Graphics g) {
        g.setColor(getBackground());
        g.fillRect(0, 0, getWidth(), getHeight());
        double scale = Math.min((double) getWidth() / figure.width(), (double) getHeight() / figure.height());
        Graphics2D page = (Graphics2D) g.create();
        page.translate(0.5 * (getWidth() - scale * figure.width()), 0.5 * (getHeight() - scale * figure.height()));
        page.scale(scale, scale);
        figure.draw(page);
        page.dispose();
    }
}
