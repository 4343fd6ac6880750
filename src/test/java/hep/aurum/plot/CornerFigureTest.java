package hep.aurum.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.plot.figure.CornerFigure;
import hep.aurum.plot.figure.Curve;
import hep.aurum.plot.figure.Surface;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Check regions and intervals against those of Gaussian densities. */
class CornerFigureTest {

    /** −2 ln(1 − content) for two parameters: 2.2957 and 6.1801. */
    private static final double[] RADII = {Math.sqrt(2.2957), Math.sqrt(6.1801)};

    private static double[] axis(double reach, int n) {
        double[] x = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = -reach + 2 * reach * i / (n - 1);
        }
        return x;
    }

    /** A Gaussian with the widths 1 and 2. */
    private static CornerFigure grid() {
        double[] x = axis(5, 81);
        double[] y = axis(10, 61);
        double[] density = new double[x.length * y.length];
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < y.length; j++) {
                density[i * y.length + j] = 7 * Math.exp(-0.5 * (x[i] * x[i] + 0.25 * y[j] * y[j]));
            }
        }
        return CornerFigure.ofGrid(List.of("cHW", "mu"), List.of(x, y), density);
    }

    /** The same Gaussian as weighted samples on a fine lattice, without any chance. */
    private static CornerFigure samples() {
        int n = 400;
        double[] x = axis(5, n);
        double[][] samples = new double[n * n][];
        double[] weights = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                samples[i * n + j] = new double[] {x[i], 2 * x[j]};
                weights[i * n + j] = Math.exp(-0.5 * (x[i] * x[i] + x[j] * x[j]));
            }
        }
        return CornerFigure.ofSamples(List.of("cHW", "mu"), samples, weights);
    }

    private static List<?> list(Map<?, ?> data, String key) {
        return (List<?>) Objects.requireNonNull(data.get(key));
    }

    private static double[] numbers(Object list) {
        return ((List<?>) list).stream().mapToDouble(v -> (Double) v).toArray();
    }

    private static void radii(CornerFigure figure, double relative) {
        Map<?, ?> plane = (Map<?, ?>) list(figure.data(), "planes").get(0);
        double[][] z =
                list(plane, "density").stream().map(CornerFigureTest::numbers).toArray(double[][]::new);
        Surface surface = Surface.of(numbers(list(plane, "x")), numbers(list(plane, "y")), z);
        double[] levels = numbers(list(plane, "levels"));
        for (int i = 0; i < 2; i++) {
            List<Curve> pieces = surface.contours(levels[i]);
            assertThat(pieces).hasSize(1);
            assertThat(pieces.get(0).maxX()).isCloseTo(RADII[i], within(relative * RADII[i]));
            assertThat(pieces.get(0).maxY()).isCloseTo(2 * RADII[i], within(2 * relative * RADII[i]));
        }
    }

    private static void intervals(CornerFigure figure, double tolerance) {
        List<?> quantiles = list(figure.data(), "quantiles_16_50_84");
        for (int k = 0; k < 2; k++) {
            double[] q = numbers(quantiles.get(k));
            assertThat(q[0]).isCloseTo(-1 - k, within(tolerance));
            assertThat(q[1]).isCloseTo(0, within(tolerance));
            assertThat(q[2]).isCloseTo(1 + k, within(tolerance));
        }
    }

    @Test
    void regionsOfAGridHoldTheirPartOfAGaussian() {
        radii(grid(), 0.02);
        intervals(grid(), 0.01);
    }

    @Test
    void regionsOfWeightedSamplesDoSoUpToTheSmoothingOfOneBin() {
        // Bins of 0.17 standard deviations widen a region by 1.5 %, and the steps of the levels add to it.
        radii(samples(), 0.04);
        intervals(samples(), 0.03);
    }

    @Test
    void panelsSayNamesIntervalsAndTruth() {
        CornerFigure figure = grid().withTruth(List.of(0.5, 20.0));

        String svg = SvgText.wellFormed(FigureWriter.svg(figure, "c"));
        assertThat(FigureWriter.svg(figure, "c")).isEqualTo(svg);
        assertThat(SvgText.of(svg)).contains("68% of the density", "95% of the density", "Truth", "HW", "μ", "+1.0");
        assertThat(figure.data()).containsEntry("truth", List.of(0.5, 20.0));
        assertThat(svg.indexOf("#d5e3fd")).isPositive().isLessThan(svg.indexOf("#8fb4f8"));
    }

    @Test
    void oneSampleOneParameterAndEightOfThemAreDrawn() {
        List<String> names = new ArrayList<>();
        for (int k = 0; k < 8; k++) {
            names.add("theta_" + k);
        }
        double[][] one = {{1, 2, 3, 4, 5, 6, 7, 8}};

        assertThat(FigureWriter.svg(CornerFigure.ofSamples(names, one), "c")).doesNotContain("NaN");
        assertThat(FigureWriter.svg(CornerFigure.ofSamples(List.of("mu"), new double[][] {{1}, {2}}), "c"))
                .contains("Median");
    }

    @Test
    void whatIsNoDensityIsRefusedWithASentence() {
        double[][] two = {{1, 2}, {2, 3}};
        List<String> names = List.of("a", "b");

        assertThatThrownBy(() -> CornerFigure.ofSamples(names, two, new double[] {1, -1}))
                .hasMessageContaining("a sample has the weight -1.0");
        assertThatThrownBy(() -> CornerFigure.ofSamples(names, two, new double[] {0, 0}))
                .hasMessageContaining("sum to 0.0");
        assertThatThrownBy(() -> CornerFigure.ofSamples(names, new double[][] {{1, Double.NaN}}))
                .hasMessageContaining("a sample of b");
        assertThatThrownBy(() -> CornerFigure.ofSamples(Collections.nCopies(9, "x"), new double[][] {new double[9]}))
                .hasMessageContaining("9 parameters");
        assertThatThrownBy(() -> CornerFigure.ofGrid(List.of("a"), List.of(new double[] {0, 1}), new double[] {1}))
                .hasMessageContaining("2 points");
        assertThatThrownBy(() ->
                        CornerFigure.ofGrid(List.of("a"), List.of(new double[] {0, 1}), new double[] {1, Double.NaN}))
                .hasMessageContaining("a density of NaN");
    }
}
