package hep.aurum.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.infer.limit.LimitResult;
import hep.aurum.infer.test.Gaussian;
import hep.aurum.plot.figure.BrazilBandFigure;
import hep.aurum.plot.figure.ClsScanFigure;
import hep.aurum.plot.figure.Curve;
import hep.aurum.plot.figure.LocalPValueFigure;
import hep.aurum.plot.figure.SigmaBands;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/** Read limits, CLs and p-values back from where the figures put them. */
class LimitFiguresTest {

    private static final String YELLOW = "#ffe14d";
    private static final String GREEN = "#2fa84f";
    private static final String RED = "#e42536";

    private static final double[] MASS = {110, 120, 130, 140, 150};

    private static LimitResult limit(double median, double observed) {
        return new LimitResult(0.95, observed, List.of(0.5 * median, 0.7 * median, median, 1.4 * median, 1.9 * median));
    }

    private static BrazilBandFigure brazil() {
        List<LimitResult> limits = new ArrayList<>();
        for (int i = 0; i < MASS.length; i++) {
            limits.add(limit(20 - 3 * i, 21 - 2 * i));
        }
        return BrazilBandFigure.of("m_{X} [GeV]", "95% CL upper limit on σ × B [fb]", MASS, limits)
                .withTarget(10, "Theory");
    }

    /** Expect the edges of a band at every mass, wherever the path starts. */
    private static void edges(String svg, String colour, double low, double high, double relative) {
        SvgAxis x = SvgAxis.horizontal(svg);
        SvgAxis y = SvgAxis.vertical(svg);
        List<double[]> band = SvgText.parse(svg).fill(colour);
        for (int i = 0; i < MASS.length; i++) {
            double mass = MASS[i];
            double median = 20 - 3 * i;
            List<Double> heights = band.stream()
                    .filter(p -> Math.abs(x.value(p[0]) - mass) < 0.05)
                    .map(p -> y.value(p[1]))
                    .sorted()
                    .toList();
            assertThat(heights).isNotEmpty();
            assertThat(heights.get(0)).isCloseTo(low * median, Percentage.withPercentage(relative));
            assertThat(heights.get(heights.size() - 1)).isCloseTo(high * median, Percentage.withPercentage(relative));
        }
    }

    @Test
    void bandsLieWhereTheirLimitsAreOnBothKindsOfAxes() {
        String linear = FigureWriter.svg(brazil(), "b");
        String logarithmic = FigureWriter.svg(brazil().withLogarithmicAxis(), "b");

        // A hundredth of a point of about 400 for some 57 fb; of about 150 for a decade.
        edges(linear, GREEN, 0.7, 1.4, 0.3);
        edges(linear, YELLOW, 0.5, 1.9, 0.3);
        edges(logarithmic, GREEN, 0.7, 1.4, 0.1);
        edges(logarithmic, YELLOW, 0.5, 1.9, 0.1);
    }

    @Test
    void theOuterBandIsDrawnBeforeTheInnerOneAndBothBeforeTheCurves() {
        String svg = FigureWriter.svg(brazil(), "b");

        int outer = svg.indexOf(YELLOW);
        int inner = svg.indexOf(GREEN);
        assertThat(outer).isPositive().isLessThan(inner);
        assertThat(svg.indexOf("stroke-dasharray", inner)).isGreaterThan(inner);
        assertThat(SvgText.of(svg))
                .containsSubsequence("Observed", "Expected", "Expected ± 1σ (68%)", "Expected ± 2σ (95%)", "Theory");
    }

    @Test
    void theTargetIsAHorizontalLineThroughTheFrame() {
        String svg = FigureWriter.svg(brazil(), "b");
        List<double[]> line = SvgText.parse(svg).path(RED, "1.5");

        assertThat(SvgAxis.vertical(svg).value(line.get(0)[1])).isCloseTo(10, within(0.01));
        assertThat(line.get(1)[1]).isEqualTo(line.get(0)[1]);
        assertThat(SvgAxis.horizontal(svg).value(line.get(1)[0])).isCloseTo(150, within(0.05));
    }

    @Test
    void bandsOfBothPairsDifferInLightnessAloneToo() {
        for (String[] pair : new String[][] {{GREEN, YELLOW}, {"#607641", "#f5bb54"}}) {
            assertThat((luminance(pair[1]) + 0.05) / (luminance(pair[0]) + 0.05))
                    .isGreaterThan(2);
        }
        assertThat(FigureWriter.svg(brazil().withColourBlindBands(), "b"))
                .contains("#607641", "#f5bb54")
                .doesNotContain(GREEN, YELLOW);
    }

    /** Relative luminance of sRGB, by the Web Content Accessibility Guidelines 2.2. */
    private static double luminance(String css) {
        float[] rgb = Color.decode(css).getRGBColorComponents(null);
        double[] share = {0.2126, 0.7152, 0.0722};
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            double c = rgb[i];
            sum += share[i] * (c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4));
        }
        return sum;
    }

    @Test
    void oneMassAndExpectedLimitsAloneAreDrawnAndNonsenseIsRefused() {
        BrazilBandFigure one = BrazilBandFigure.of("m", "limit", new double[] {125}, List.of(limit(2, 3)));
        SigmaBands bands = SigmaBands.ofLimits(new double[] {1, 2}, List.of(limit(1, 1), limit(2, 2)));

        assertThat(SvgText.parse(FigureWriter.svg(one, "one")).fill(GREEN)).hasSizeGreaterThan(3);
        assertThat(SvgText.of(FigureWriter.svg(BrazilBandFigure.ofExpected("m", "limit", bands), "e")))
                .doesNotContain("Observed");
        assertThatThrownBy(() -> SigmaBands.of(new double[] {1}, List.of(List.of(1.0, 2.0, Double.NaN, 3.0, 4.0))))
                .hasMessageContaining("finite");
        assertThatThrownBy(() -> SigmaBands.of(new double[] {1}, List.of(List.of(5.0, 4.0, 3.0, 2.0, 1.0))))
                .hasMessageContaining("order");
        assertThatThrownBy(() -> SigmaBands.of(new double[] {2, 1}, List.of(five(1), five(1))))
                .hasMessageContaining("ascend");
        assertThatThrownBy(() -> SigmaBands.of(new double[] {}, List.of())).hasMessageContaining("without a point");
        assertThatThrownBy(() -> one.withTarget(0, "none").withLogarithmicAxis())
                .hasMessageContaining("logarithmic");
    }

    private static List<Double> five(double value) {
        return List.of(value, value, value, value, value);
    }

    /** CLs of a Gaussian measurement of μ with width 0.5: 1 − Φ(2μ − N) over 1 − Φ(−N), exact. */
    private static ClsScanFigure cls() {
        double[] mu = new double[26];
        double[] observed = new double[26];
        List<List<Double>> expected = new ArrayList<>();
        for (int i = 0; i < 26; i++) {
            mu[i] = 0.1 * i;
            List<Double> row = new ArrayList<>();
            for (int sigma = -2; sigma <= 2; sigma++) {
                row.add(Gaussian.pValue(2 * mu[i] - sigma) / Gaussian.pValue(-sigma));
            }
            expected.add(row);
            observed[i] = row.get(3);
        }
        return ClsScanFigure.ofExpected("mu", SigmaBands.of(mu, expected)).withObserved(Curve.of(mu, observed));
    }

    /** The limit at N standard deviations: Φ⁻¹(1 − α Φ(N)) + N in units of the width. */
    private static double gaussianLimit(int sigma) {
        return 0.5 * (Gaussian.significance(0.05 * Gaussian.pValue(-sigma)) + sigma);
    }

    @Test
    void limitsAreMarkedWhereClsCrossesFivePercent() {
        ClsScanFigure figure = cls();

        // A cubic in ln CLs through points 0.1 apart.
        assertThat(figure.expectedLimit()).hasValueCloseTo(gaussianLimit(0), within(5e-5));
        assertThat(figure.observedLimit()).hasValueCloseTo(gaussianLimit(1), within(5e-5));
        String svg = FigureWriter.svg(figure, "cls");
        assertThat(SvgText.of(svg))
                .contains(String.format(Locale.ROOT, "95%% CL limit: μ < %.3f expected", gaussianLimit(0)))
                .contains(String.format(Locale.ROOT, "95%% CL limit: μ < %.2f observed", gaussianLimit(1)));
        List<double[]> line = SvgText.parse(svg).path(RED, "1.5");
        assertThat(SvgAxis.vertical(svg).value(line.get(0)[1])).isCloseTo(0.05, within(1e-4));
        assertThat(svg.indexOf(YELLOW)).isLessThan(svg.indexOf(GREEN));
        assertThat(FigureWriter.svg(figure.withLogarithmicAxis(), "cls")).isNotEqualTo(svg);
    }

    @Test
    void aLimitThatWasFoundByARootReplacesTheInterpolation() {
        ClsScanFigure figure = cls().withLimit(new LimitResult(0.9, 1.25, five(1.125)));

        assertThat(figure.observedLimit()).hasValue(1.25);
        assertThat(figure.expectedLimit()).hasValue(1.125);
        assertThat(SvgText.of(FigureWriter.svg(figure, "cls"))).contains("90% CL limit: μ < 1.25 observed");
        assertThat(cls().withLevel(0.9).expectedLimit())
                .hasValueCloseTo(0.5 * Gaussian.significance(0.1 * 0.5), within(5e-5));
    }

    @Test
    void aScanThatEndsTooEarlyHasNoLimitAndProbabilitiesBeyondOneAreRefused() {
        SigmaBands bands = SigmaBands.of(new double[] {0, 0.1}, List.of(five(1), five(0.9)));

        assertThat(ClsScanFigure.ofExpected("mu", bands).expectedLimit()).isEmpty();
        assertThat(FigureWriter.svg(ClsScanFigure.ofExpected("mu", bands), "cls"))
                .doesNotContain("CL limit");
        assertThatThrownBy(() -> ClsScanFigure.ofExpected("mu", SigmaBands.of(new double[] {0}, List.of(five(1.2)))))
                .hasMessageContaining("CLs");
    }

    private static Curve p0(double... values) {
        double[] x = new double[values.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = 110 + 10 * i;
        }
        return Curve.of(x, values);
    }

    @Test
    void dashedLinesLieAtTheOneSidedProbabilitiesOfTheNormalLaw() {
        LocalPValueFigure figure = LocalPValueFigure.ofObserved("m_{H} [GeV]", p0(0.5, 0.1, 1e-8, 0.3))
                .withExpected(p0(1e-3, 1e-4, 1e-5, 1e-4))
                .withGlobal(2.1e-5);

        String svg = FigureWriter.svg(figure, "p");
        SvgAxis y = SvgAxis.vertical(svg);
        List<List<double[]>> lines = SvgText.parse(svg).paths("#717581", "1.1");
        double[] known = {0.158655, 0.0227501, 1.34990e-3, 3.16712e-5, 2.86652e-7};
        for (int sigma = 1; sigma <= 5; sigma++) {
            List<double[]> line = lines.get(sigma - 1);
            assertThat(line.get(1)[1]).isEqualTo(line.get(0)[1]);
            assertThat(y.value(line.get(0)[1])).isCloseTo(known[sigma - 1], Percentage.withPercentage(0.2));
        }
        assertThat(SvgText.of(svg)).containsSubsequence("1σ", "2σ", "3σ", "4σ", "5σ");
        assertThat(SvgText.of(svg)).anyMatch(text -> text.startsWith("Global p-value: 2.1·10"));
        assertThat(figure.data()).containsEntry("global_p", 2.1e-5);
    }

    @Test
    void observedPValuesLieWhereTheyAre() {
        String svg = FigureWriter.svg(LocalPValueFigure.ofObserved("m", p0(0.5, 0.1, 1e-8, 0.3)), "p");

        List<double[]> curve = SvgText.parse(svg).path("#000000", "2");
        SvgAxis y = SvgAxis.vertical(svg);
        assertThat(y.value(curve.get(1)[1])).isCloseTo(0.1, Percentage.withPercentage(0.2));
        assertThat(y.value(curve.get(2)[1])).isCloseTo(1e-8, Percentage.withPercentage(0.2));
    }

    @Test
    void pValuesOfZeroAndOverManyDecadesAreDrawnAndSaid() {
        LocalPValueFigure zero = LocalPValueFigure.ofObserved("m", p0(0.5, 0, 1e-24, 0.3));
        LocalPValueFigure tiny = LocalPValueFigure.ofObserved("m", p0(0.5, 1e-300, Double.MIN_VALUE));

        String svg = FigureWriter.svg(zero, "p");
        assertThat(SvgText.of(SvgText.wellFormed(svg))).contains("1 p-value of 0 lies below the axis", "10σ");
        assertThat(SvgText.of(SvgText.wellFormed(FigureWriter.svg(tiny, "p")))).contains("37σ");
        assertThat(FigureWriter.svg(LocalPValueFigure.ofExpected("m", p0(0)), "p"))
                .contains("below the axis");
        assertThatThrownBy(() -> LocalPValueFigure.ofObserved("m", p0(0.5, 1.1)))
                .hasMessageContaining("1.1");
        assertThatThrownBy(() -> LocalPValueFigure.ofObserved("m", p0(0.5, Double.NaN)))
                .hasMessageContaining("finite");
    }
}
