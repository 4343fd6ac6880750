package hep.aurum.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.plot.figure.Curve;
import hep.aurum.plot.figure.LikelihoodContourFigure;
import hep.aurum.plot.figure.Surface;
import hep.aurum.plot.style.Palette;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;

class LikelihoodContourFigureTest {

    private static Surface surface(int n, DoubleBinaryOperator f) {
        double[] x = new double[n];
        double[][] z = new double[n][n];
        for (int i = 0; i < n; i++) {
            x[i] = -3 + 6.0 * i / (n - 1);
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                z[i][j] = f.applyAsDouble(x[i], x[j]);
            }
        }
        return Surface.of(x, x, z);
    }

    @Test
    void contoursOfAQuadraticFormAreItsEllipsesEvenFromACoarseGrid() {
        Surface coarse = surface(9, (x, y) -> 2 * x * x + y * y + x * y);

        for (double level : LikelihoodContourFigure.LEVELS) {
            List<Curve> pieces = coarse.contours(level);

            assertThat(pieces).hasSize(1);
            Curve ellipse = pieces.get(0);
            assertThat(ellipse.size()).isGreaterThan(100);
            assertThat(ellipse.x(0)).isEqualTo(ellipse.x(ellipse.size() - 1));
            assertThat(ellipse.y(0)).isEqualTo(ellipse.y(ellipse.size() - 1));
            // The largest x of 2x² + xy + y² = L is (8 L / 14)^(1/2), with y = -x/2: 7/4 x² = L.
            assertThat(ellipse.maxX()).isCloseTo(Math.sqrt(level / 1.75), within(2e-3));
            for (int i = 0; i < ellipse.size(); i++) {
                double x = ellipse.x(i);
                double y = ellipse.y(i);
                assertThat(2 * x * x + y * y + x * y).isCloseTo(level, within(3e-3));
            }
        }
    }

    @Test
    void regionsInPiecesAndOpenOnesAreAllFound() {
        Surface twoMinima = surface(31, (x, y) -> (y * y - 2) * (y * y - 2) + 3 * x * x);
        Surface valley = surface(31, (x, y) -> 4 * x * x);

        assertThat(twoMinima.contours(2.30)).hasSize(2);
        assertThat(twoMinima.contours(6.18)).hasSize(1);
        List<Curve> open = valley.contours(2.30);
        assertThat(open).hasSize(2);
        assertThat(open).allSatisfy(line -> {
            assertThat(Math.abs(line.x(0))).isCloseTo(Math.sqrt(2.30 / 4), within(1e-3));
            assertThat(line.maxY() - line.minY()).isEqualTo(6);
        });
        assertThat(valley.contours(100)).isEmpty();
    }

    @Test
    void saddleGivesTwoPiecesThatDoNotCross() {
        Surface saddle = Surface.of(new double[] {0, 1}, new double[] {0, 1}, new double[][] {{1, 0}, {0, 1}});

        assertThat(saddle.contours(0.4)).hasSize(2);
        assertThat(saddle.contours(0.6)).hasSize(2);
    }

    @Test
    void figureNamesItsContoursAndMarks() {
        LikelihoodContourFigure figure = LikelihoodContourFigure.of("c_{HW}", "c̃_{HW}")
                .withExpected(surface(21, (x, y) -> x * x + y * y))
                .withContours("Parton level", surface(21, (x, y) -> 2 * x * x + y * y), Palette.SIX.get(1))
                .withBestFit(0.1, -0.2)
                .withTruth(0, 0);

        String svg = FigureWriter.svg(figure, "contour");

        assertThat(FigureWriter.svg(figure, "contour")).isEqualTo(svg);
        assertThat(SvgText.of(SvgText.wellFormed(svg)))
                .contains("Expected (Asimov), 68.3% CL", "Parton level, 95.45% CL", "Best fit", "Truth");
        assertThat(figure.data()).containsEntry("best_fit", List.of(0.1, -0.2)).containsKey("surfaces");
        assertThatThrownBy(() -> FigureWriter.svg(LikelihoodContourFigure.of("a", "b"), "c"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
