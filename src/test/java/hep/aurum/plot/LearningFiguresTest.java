package hep.aurum.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.hist.Axis;
import hep.aurum.hist.Histogram1D;
import hep.aurum.infer.test.Gaussian;
import hep.aurum.plot.figure.CalibrationFigure;
import hep.aurum.plot.figure.Coverage;
import hep.aurum.plot.figure.CoverageFigure;
import hep.aurum.plot.figure.Curve;
import hep.aurum.plot.figure.Distributions;
import hep.aurum.plot.figure.HistogramComparisonFigure;
import hep.aurum.plot.figure.RankFigure;
import hep.aurum.plot.figure.RocCurve;
import hep.aurum.plot.figure.RocFigure;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Check what figures of learned quantities state against closed forms. */
class LearningFiguresTest {

    private static final int N = 4000;

    /** Scores from −8 to 10, to be weighted with densities. */
    private static double[] scores() {
        double[] x = new double[N];
        Arrays.setAll(x, i -> -8 + 18.0 * i / (N - 1));
        return x;
    }

    private static double[] normal(double[] x, double mean) {
        return Arrays.stream(x)
                .map(v -> Math.exp(-0.5 * (v - mean) * (v - mean)))
                .toArray();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.5, 1, 2})
    void theAreaOfTwoShiftedGaussiansIsKnown(double shift) {
        double[] x = scores();
        RocCurve weighted = RocCurve.of("weighted", x, normal(x, shift), x, normal(x, 0));
        double[] t = new double[2001];
        double[] passedB = new double[t.length];
        double[] passedS = new double[t.length];
        for (int i = 0; i < t.length; i++) {
            t[i] = 10 - 20.0 * i / (t.length - 1);
            passedB[i] = Gaussian.pValue(t[i]);
            passedS[i] = Gaussian.pValue(t[i] - shift);
        }
        RocCurve closed = RocCurve.of("closed form", Curve.of(passedB, passedS));

        double area = 1 - Gaussian.pValue(shift / Math.sqrt(2));
        assertThat(weighted.area()).isCloseTo(area, within(1e-5));
        assertThat(closed.area()).isCloseTo(area, within(1e-5));
    }

    @Test
    void negativeWeightsAreKeptAndSaidAndAPositiveSumIsRequired() {
        double[] score = {0.1, 0.1, 0.4, 0.4, 0.7, 0.7};
        double[] split = {1.5, -0.5, 1.5, -0.5, 1.5, -0.5};
        double[] other = {0.2, 0.4, 0.6};
        RocCurve signed = RocCurve.of("signed", score, split, other, new double[] {1, 1, 1});
        RocCurve plain = RocCurve.of("plain", new double[] {0.1, 0.4, 0.7}, other);

        // Each event is 1.5 − 0.5 of itself. By hand: 0.1 wins 0, 0.4 wins 1 and ties 1, 0.7 wins 3 of 9 pairs.
        assertThat(plain.area()).isCloseTo(4.5 / 9, within(1e-15));
        assertThat(signed.area()).isCloseTo(plain.area(), within(1e-15));
        assertThat(SvgText.of(FigureWriter.svg(RocFigure.of(List.of(signed)), "r")))
                .contains("signed, AUC = 0.5000")
                .anyMatch(word -> word.startsWith("Negative weights kept"));
        assertThat(FigureWriter.svg(RocFigure.of(List.of(plain)), "r")).doesNotContain("Negative");
        assertThatThrownBy(() -> RocCurve.of("bad", other, new double[] {1, -1, -1}, other, new double[] {1, 1, 1}))
                .hasMessage("the weights of bad, signal sum to -1.0, expected more than 0");
        assertThatThrownBy(() -> RocCurve.of("bad", new double[] {Double.NaN}, other))
                .hasMessageContaining("a score of bad");
    }

    @Test
    void curvesOfEfficienciesPassThroughTheirPointsInEachView() {
        RocCurve curve = RocCurve.of("cut", Curve.of(new double[] {0, 0.01, 1}, new double[] {0, 0.6, 1}));
        RocFigure figure = RocFigure.of(List.of(curve));

        assertPoint(FigureWriter.svg(figure, "r"), 0.6, 0.99);
        assertPoint(FigureWriter.svg(figure.withBackground(RocFigure.Background.EFFICIENCY), "r"), 0.01, 0.6);
        assertPoint(FigureWriter.svg(figure.withBackground(RocFigure.Background.INVERSE_EFFICIENCY), "r"), 0.6, 100);
    }

    private static void assertPoint(String svg, double x, double y) {
        SvgAxis horizontal = SvgAxis.horizontal(svg);
        SvgAxis vertical = SvgAxis.vertical(svg);
        assertThat(SvgText.parse(svg).path("#5790fc", "2"))
                .anySatisfy(p -> assertThat(horizontal.value(p[0])).isCloseTo(x, within(1e-4)))
                .anySatisfy(p -> assertThat(vertical.value(p[1])).isCloseTo(y, within(1e-3 * Math.max(1, y))));
    }

    @Test
    void distributionsAreNormalisedAndAnEmptyReferenceHasNoRatio() {
        String svg = FigureWriter.svg(
                Distributions.of("Learned ln r̂(x)", "", 2)
                        .with("SM", new double[] {0, 0, 0.1, 0.1})
                        .with("BSM", new double[] {0.9, 1, 0.1, 0}, new double[] {2, 1, 1, -0.5})
                        .figure(),
                "d");

        assertThat(SvgText.of(SvgText.wellFormed(svg))).contains("SM", "BSM", "Fraction / bin", "Ratio");
        assertThat(svg).doesNotContain("NaN").contains("fill-opacity");
        assertThatThrownBy(() -> Distributions.of("x", "", 2).with("SM", new double[] {Double.NaN}))
                .hasMessageContaining("a value of SM");
        assertThatThrownBy(() -> Distributions.of("x", "", 2).with("SM", new double[] {}))
                .hasMessageContaining("without events");
    }

    @Test
    void onALogarithmicAxisHeightsLieWhereTheirDecadesAreAndEmptyBinsBelow() {
        HistogramComparisonFigure figure = HistogramComparisonFigure.of(List.of(Histogram1D.ofHeights(
                        "SM", Axis.uniform("x", "", 4, 0, 4), new double[] {1000, 10, 0, 0.1}, new double[4])))
                .withLogarithmicAxis();

        String svg = FigureWriter.svg(figure, "l");
        SvgAxis y = SvgAxis.vertical(svg);
        List<double[]> steps = SvgText.parse(svg).path("#000000", "1.9");
        assertThat(steps.stream().mapToDouble(p -> y.value(p[1])).max()).hasValueCloseTo(1000.0, within(2.0));
        assertThat(steps.stream().mapToDouble(p -> y.value(p[1]))).anyMatch(value -> Math.abs(value - 10) < 0.02);
        assertThat(steps.stream().mapToDouble(p -> y.value(p[1])).min().orElseThrow())
                .isLessThan(0.06);
        assertThat(svg).doesNotContain("NaN").doesNotContain("Infinity");
    }

    @Test
    void calibrationRefusesWhatIsNotFinite() {
        assertThatThrownBy(() -> CalibrationFigure.of(new double[] {0}, new double[] {Double.POSITIVE_INFINITY}))
                .hasMessageContaining("a learned ln r");
    }

    @Test
    void binomialBandHoldsTheExactQuantiles() {
        CoverageFigure figure = CoverageFigure.against(
                "mu", "", 0.5, List.of(Coverage.of("toys", new double[] {0, 1}, new long[] {5, 6}, 10)));

        String svg = FigureWriter.svg(figure, "c");
        SvgAxis y = SvgAxis.vertical(svg);
        // Binomial with n = 10, p = 1/2: P(k ≤ 3) = 176/1024 = 0.172 > 0.1587 and P(k ≤ 2) = 0.055, so the central
        // 68.27 %
        // runs from 3 to 7; P(k ≤ 2) = 0.055 > 0.0228 and P(k ≤ 1) = 0.011, so 95.45 % runs from 2 to 8.
        assertBand(svg, y, "#c3c9d4", 0.3, 0.7);
        assertBand(svg, y, "#e6e9ee", 0.2, 0.8);
        assertThat(svg.indexOf("#e6e9ee")).isLessThan(svg.indexOf("#c3c9d4"));
        assertThat(SvgText.of(svg)).contains("68% binomial, n = 10", "Nominal 50%", "μ");
    }

    private static void assertBand(String svg, SvgAxis y, String colour, double low, double high) {
        List<double[]> band = SvgText.parse(svg).fill(colour);
        assertThat(band.stream().mapToDouble(p -> y.value(p[1])).min()).hasValueCloseTo(low, within(1e-3));
        assertThat(band.stream().mapToDouble(p -> y.value(p[1])).max()).hasValueCloseTo(high, within(1e-3));
    }

    @Test
    void curvesWithOtherNumbersOfTrialsHaveErrorBarsOfClopperAndPearson() {
        CoverageFigure figure = CoverageFigure.ofLevels(List.of(
                Coverage.of("all", new double[] {0.5, 0.9}, new long[] {5, 10}, 10),
                Coverage.of("other", new double[] {0.5}, new long[] {50}, 100)));

        String svg = FigureWriter.svg(figure, "c");
        SvgAxis y = SvgAxis.vertical(svg);
        // 10 of 10: the lower end is (tail)^(1/10), the upper one 1.
        double low = Math.pow(0.15865525393145705, 0.1);
        assertThat(SvgText.parse(svg).paths("#5790fc", "1.3"))
                .anySatisfy(bar -> assertThat(
                                bar.stream().mapToDouble(p -> y.value(p[1])).min())
                        .hasValueCloseTo(low, within(1e-3)));
        assertThat(svg).doesNotContain("#c3c9d4");
        assertThatThrownBy(() -> Coverage.of("bad", new double[] {0.5}, new long[] {11}, 10))
                .hasMessageContaining("11 of 10");
        assertThatThrownBy(() ->
                        CoverageFigure.ofLevels(List.of(Coverage.of("bad", new double[] {1.5}, new long[] {1}, 10))))
                .hasMessageContaining("1.5");
    }

    @Test
    void ranksAreCountedInEqualBinsAndComparedByChiSquare() {
        RankFigure figure = RankFigure.of("theta_1", new int[] {0, 4, 5, 9, 9, 7, 2, 1}, 9, 2);

        assertThat(figure.counts()).containsExactly(4L, 4L);
        assertThat(figure.chiSquare()).isZero();
        // (3 − 2)²/2 + (1 − 2)²/2 = 1
        assertThat(RankFigure.of("mu", new int[] {0, 0, 0, 9}, 9, 2).chiSquare())
                .isEqualTo(1);
        assertThat(SvgText.of(FigureWriter.svg(figure, "r"))).contains("68% binomial, n = 8", "Uniform", "Rank of θ");
        assertThatThrownBy(() -> RankFigure.of("mu", new int[] {10}, 9, 2)).hasMessageContaining("a rank of 10");
        assertThatThrownBy(() -> RankFigure.of("mu", new int[] {1}, 9, 3)).hasMessageContaining("divide");
        assertThatThrownBy(() -> RankFigure.of("mu", new int[] {}, 9, 2)).hasMessageContaining("no ranks");
    }
}
