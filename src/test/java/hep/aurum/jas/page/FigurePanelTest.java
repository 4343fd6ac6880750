package hep.aurum.jas.page;

import static org.assertj.core.api.Assertions.assertThat;

import hep.aurum.plot.figure.Curve;
import hep.aurum.plot.figure.LocalPValueFigure;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class FigurePanelTest {

    @Test
    void aFigureKeepsItsProportionsInTheMiddle() {
        LocalPValueFigure figure =
                LocalPValueFigure.ofObserved("m", Curve.of(new double[] {1, 2, 3}, new double[] {0.3, 0.001, 0.2}));
        FigurePanel panel = new FigurePanel(figure);
        panel.setSize(3 * figure.width(), figure.height());
        BufferedImage image = new BufferedImage(panel.getWidth(), panel.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setColor(Color.BLUE);
        g.fillRect(0, 0, image.getWidth(), image.getHeight());

        panel.paint(g);
        g.dispose();

        assertThat(image.getRGB(5, figure.height() / 2)).isEqualTo(Color.BLUE.getRGB());
        assertThat(image.getRGB(figure.width() + 1, 1)).isEqualTo(Color.WHITE.getRGB());
        panel.setSize(0, 0);
        panel.paint(image.createGraphics());
    }

    @Test
    void aTextPageKeepsItsEnd() {
        TextPage page = new TextPage("first\n");
        page.append("second");

        assertThat(page.text()).isEqualTo("first\nsecond\n");
    }
}
