package hep.aurum.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hep.aurum.plot.figure.Curve;
import hep.aurum.plot.figure.LikelihoodScanFigure;
import hep.aurum.plot.style.FigureLabels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LikelihoodScanFigureTest {

    @TempDir
    Path folder;

    private static Curve parabola(double centre) {
        double[] x = new double[41];
        double[] y = new double[41];
        for (int i = 0; i < 41; i++) {
            x[i] = -1 + 0.05 * i;
            y[i] = (x[i] - centre) * (x[i] - centre) / 0.09;
        }
        return Curve.of(x, y);
    }

    private static LikelihoodScanFigure scan() {
        return LikelihoodScanFigure.ofExpected("c_{HW}", "TeV^{−2}", parabola(0))
                .withObserved(parabola(0.1))
                .withGaussian(0.3)
                .withTruth(0)
                .withLabels(FigureLabels.simulation().withCollisions(13, 300).withNote("h < γγ"));
    }

    @Test
    void oneCallWritesThreeFilesAndNothingElse() throws Exception {
        List<Path> files = FigureWriter.write(scan(), folder.resolve("figures"), "scan_cHW");

        assertThat(files)
                .extracting(f -> f.getFileName().toString())
                .containsExactly("scan_cHW.svg", "scan_cHW.png", "scan_cHW.pdf");
        try (var listed = Files.list(folder.resolve("figures"))) {
            assertThat(listed).containsExactlyInAnyOrderElementsOf(files);
        }
        byte[] png = Files.readAllBytes(files.get(1));
        assertThat(png).startsWith(0x89, 'P', 'N', 'G');
        // Width and height in the header of the image: 640 x 480 points at 2.5 pixels.
        assertThat(java.nio.ByteBuffer.wrap(png).getInt(16)).isEqualTo(1600);
        assertThat(java.nio.ByteBuffer.wrap(png).getInt(20)).isEqualTo(1200);
        assertThat(new String(Files.readAllBytes(files.get(2)), StandardCharsets.ISO_8859_1))
                .startsWith("%PDF-1");
    }

    @Test
    void svgIsTheSameTextTwiceAndHoldsNeitherDateNorFreeFonts() {
        String svg = FigureWriter.svg(scan(), "scan");

        assertThat(FigureWriter.svg(scan(), "scan")).isEqualTo(svg);
        assertThat(FigureWriter.pdf(scan())).isEqualTo(FigureWriter.pdf(scan()));
        assertThat(svg).doesNotContain("Date:").contains("<desc>Creator: Aurum</desc>");
        assertThat(svg).contains("<title>Likelihood scan of cHW</title>");
        assertThat(svg)
                .contains("'TeX Gyre Heros', Helvetica, Arial, sans-serif")
                .contains("textLength=");
        assertThat(svg).doesNotContainPattern("-?\\d\\.\\d{4}");
    }

    @Test
    void svgSaysWhatTheFigureShows() {
        String svg = FigureWriter.svg(scan(), "scan");

        assertThat(SvgText.of(svg))
                .contains("Aurum", "Simulation", "√s = 13 TeV, 300 fb", "−2Δln L", "HW", "68.3% CL", "95.45% CL")
                .contains("Observed", "Expected (Asimov)", "Gaussian", "Truth", "h < γγ", "−1.0", "0.5");
    }

    @Test
    void curvesLieWhereTheirValuesAre() {
        SvgText svg = SvgText.parse(FigureWriter.svg(scan(), "scan"));

        // Frame of 559.. points for x in [-1, 1]: the observed minimum, x = 0.1, is 0.55 of the way to the right.
        double left = svg.frameLeft();
        double right = svg.frameRight();
        double bottom = svg.frameBottom();
        double top = svg.frameTop();
        List<double[]> observed = svg.path("#000000", "2.2");
        double[] minimum =
                observed.stream().max((a, b) -> Double.compare(a[1], b[1])).orElseThrow();
        assertThat(minimum[0]).isCloseTo(left + 0.55 * (right - left), org.assertj.core.data.Offset.offset(0.02));
        assertThat(minimum[1]).isCloseTo(bottom, org.assertj.core.data.Offset.offset(0.02));
        // 12.15 is 1.35 times 9: the axis ends there, and the dotted lines of 1 and 4 divide it.
        double unit = (bottom - top) / 12.15;
        assertThat(svg.horizontals()).contains(Math.round(bottom - unit), Math.round(bottom - 4 * unit));
    }

    @Test
    void curvesThatLeaveTheFrameAreClipped() {
        String svg = FigureWriter.svg(scan(), "scan");

        assertThat(svg).contains("<clipPath id=\"scan-clip1\">").contains("clip-path=\"url(#scan-clip1)\"");
    }

    @Test
    void dataHoldTheNumbersInOrder() {
        assertThat(scan().data().keySet())
                .containsExactly(
                        "figure", "parameter", "unit", "levels", "expected", "observed", "gaussian_sigma", "truth");
        assertThat(scan().data()).containsEntry("truth", 0.0);
    }

    @Test
    void nonFiniteCurvesAndPathsAsNamesAreRefused() {
        assertThatThrownBy(() -> Curve.of(new double[] {0, 1}, new double[] {0, Double.NaN}))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> FigureWriter.write(scan(), folder, "../scan"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
