package hep.aurum.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hep.aurum.base.BadInput;
import hep.aurum.plot.figure.Curve;
import hep.aurum.plot.figure.LikelihoodScanFigure;
import hep.aurum.plot.figure.TrainingCurveFigure;
import java.awt.GraphicsEnvironment;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Put figures on pages and into windows, as far as a machine without a screen goes. */
class FigurePagesTest {

    @TempDir
    Path folder;

    private static Figure scan() {
        return LikelihoodScanFigure.ofExpected("cHW", "", Curve.of(new double[] {0, 1, 2}, new double[] {1, 0, 1}));
    }

    private static Figure training() {
        return TrainingCurveFigure.of(List.of(0.7, 0.6), List.of(0.7, 0.65), 2);
    }

    @Test
    void aGridHoldsItsFiguresAndLeavesOtherCellsEmpty() {
        FigureGrid grid = FigureGrid.empty(2, 2).with(0, 0, scan()).with(1, 1, training());

        String svg = SvgText.wellFormed(FigureWriter.svg(grid, "g"));
        assertThat(FigureWriter.svg(grid, "g")).isEqualTo(svg);
        assertThat(grid.width()).isEqualTo(1280);
        assertThat(grid.height()).isEqualTo(960);
        assertThat(SvgText.of(svg)).containsSubsequence("−2Δln L", "Epoch");
        assertThat(((List<?>) grid.data().get("cells"))).hasSize(4);
        assertThatThrownBy(() -> grid.with(2, 0, scan())).hasMessageContaining("cell (2, 0)");
        assertThatThrownBy(() -> FigureGrid.empty(0, 1)).hasMessageContaining("0 x 1");
    }

    @Test
    void figuresOfAGridLookAsTheyDoAlone() throws Exception {
        BufferedImage alone = image(scan());
        BufferedImage page = image(FigureGrid.of(2, List.of(training(), scan())));

        for (int y = 0; y < alone.getHeight(); y += 7) {
            for (int x = 0; x < alone.getWidth(); x += 7) {
                assertThat(page.getRGB(alone.getWidth() + x, y)).isEqualTo(alone.getRGB(x, y));
            }
        }
    }

    private static BufferedImage image(Figure figure) throws Exception {
        return javax.imageio.ImageIO.read(new java.io.ByteArrayInputStream(FigureWriter.png(figure)));
    }

    @Test
    void withoutAScreenAWindowIsNotShownAndNothingFails() {
        if (GraphicsEnvironment.isHeadless()) {
            assertThat(FigureWindow.show("Scan", scan())).isFalse();
        }
        assertThat(FigureWindow.fileName("Limits on μ: 95% CL")).isEqualTo("Limits_on_95_CL");
        assertThat(FigureWindow.fileName("μ")).isEqualTo("figure");
        assertThat(FigureWindow.withSuffix(Path.of("a.SVG"), "svg")).isEqualTo(Path.of("a.SVG"));
        assertThat(FigureWindow.withSuffix(Path.of("a.pdf"), "svg")).isEqualTo(Path.of("a.pdf.svg"));
    }

    @Test
    void aWindowKeepsTheProportionsOfItsFigure() {
        FigurePanel panel = new FigurePanel(scan());
        panel.setSize(1000, 300);
        BufferedImage image = new BufferedImage(1000, 300, BufferedImage.TYPE_INT_RGB);

        panel.paint(image.createGraphics());

        // 640 x 480 in 1000 x 300: the page is 400 wide and starts at 300; its frame is dark, what is beside it white.
        int dark = 0;
        for (int y = 0; y < 300; y++) {
            for (int x = 0; x < 1000; x++) {
                if ((image.getRGB(x, y) & 0xff) < 128) {
                    dark++;
                    assertThat(x).isBetween(300, 700);
                }
            }
        }
        assertThat(dark).isGreaterThan(500);
        panel.fitInto(320, 1000);
        assertThat(panel.getPreferredSize()).isEqualTo(new java.awt.Dimension(320, 240));
    }

    @Test
    void oneFileIsWrittenByTheEndOfItsName() throws Exception {
        assertThat(Files.readString(FigureWriter.write(scan(), folder.resolve("a.svg"))))
                .contains("<svg");
        assertThat(Files.readAllBytes(FigureWriter.write(scan(), folder.resolve("a.PNG"))))
                .startsWith(0x89, 'P', 'N', 'G');
        assertThat(Files.readAllBytes(FigureWriter.write(scan(), folder.resolve("a.pdf"))))
                .startsWith('%', 'P', 'D', 'F');
        assertThatThrownBy(() -> FigureWriter.write(scan(), folder.resolve("a.eps")))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("eps");
        assertThatThrownBy(() -> FigureWriter.write(scan(), folder.resolve("none/a.svg")))
                .isInstanceOf(BadInput.class);
    }
}
