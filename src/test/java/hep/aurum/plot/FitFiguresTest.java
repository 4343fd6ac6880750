package hep.aurum.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.infer.fit.Covariance;
import hep.aurum.infer.fit.Impacts.Impact;
import hep.aurum.plot.figure.CorrelationFigure;
import hep.aurum.plot.figure.ImpactsFigure;
import hep.aurum.plot.figure.Pull;
import hep.aurum.plot.figure.PullsFigure;
import hep.aurum.plot.style.FigureLabels;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Read pulls, impacts and correlations back from where the figures put them. */
class FitFiguresTest {

    private static final String LONG = "uncertainty_of_the_jet_energy_resolution_cross_term_"
            + "which_somebody_named_in_full_and_numbered_as_nuisance_parameter_17";

    private static List<Pull> pulls(int n) {
        List<Pull> pulls = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            pulls.add(new Pull("np" + i, i == n / 2 ? 2.4 : 0.001 * i, 1));
        }
        return pulls;
    }

    @Test
    void bandsOfPullsEndAtOneAndTwoAndTheOuterOneIsDrawnFirst() {
        String svg = FigureWriter.svg(PullsFigure.of(List.of(new Pull("alpha_JES", -0.5, 0.8))), "p");

        SvgAxis x = SvgAxis.horizontal(svg);
        SvgText text = SvgText.parse(svg);
        for (int sigma = 1; sigma <= 2; sigma++) {
            List<double[]> band = text.fill(sigma == 1 ? "#2fa84f" : "#ffe14d");
            assertThat(band.stream().mapToDouble(p -> x.value(p[0])).max())
                    .hasValueCloseTo((double) sigma, within(0.001));
            assertThat(band.stream().mapToDouble(p -> x.value(p[0])).min())
                    .hasValueCloseTo((double) -sigma, within(0.001));
        }
        assertThat(svg.indexOf("#ffe14d")).isLessThan(svg.indexOf("#2fa84f"));
        List<double[]> bar = text.path("#000000", "1.4");
        assertThat(bar.stream().mapToDouble(p -> x.value(p[0])).min()).hasValueCloseTo(-1.3, within(0.001));
        assertThat(bar.stream().mapToDouble(p -> x.value(p[0])).max()).hasValueCloseTo(0.3, within(0.001));
        assertThat(SvgText.of(svg)).containsSubsequence("α", "JES");
    }

    @Test
    void threeHundredPullsKeepTheLargestInTheirOrderAndSaySo() {
        PullsFigure figure = PullsFigure.of(pulls(300)).withUnconstrained(2);

        String svg = FigureWriter.svg(figure, "p");
        assertThat(SvgText.of(SvgText.wellFormed(svg)))
                .contains("The 40 of 300 parameters with the largest pulls or constraints")
                .contains("2 free parameters without constraint not shown")
                .containsSubsequence("np150", "np261", "np299")
                .doesNotContain("np260");
        assertThat(figure.height()).isLessThan(1100);
        assertThat((List<?>) figure.data().get("pull")).hasSize(300);
        assertThat(SvgText.of(FigureWriter.svg(figure.withMost(300), "p"))).contains("np0", "np299");
    }

    @Test
    void aLongNameLosesItsMiddleInTheFigureAndNothingInTheNumbers() {
        PullsFigure figure = PullsFigure.of(List.of(new Pull(LONG, 0, 1)));

        assertThat(SvgText.of(FigureWriter.svg(figure, "p")))
                .anyMatch(name -> name.startsWith("uncertainty_of") && name.contains("…") && name.endsWith("_17"));
        assertThat(figure.width()).isLessThan(760);
        assertThat(figure.data()).containsEntry("parameters", List.of(LONG));
        assertThat(FigureWriter.svg(PullsFigure.of(List.of(new Pull("x".repeat(100_000), 0, 1))), "p"))
                .contains("…");
    }

    @Test
    void pullsThatAreNotNumbersAreRefusedByName() {
        assertThatThrownBy(() -> new Pull("JES", Double.NaN, 1)).hasMessageContaining("the pull of JES is NaN");
        assertThatThrownBy(() -> new Pull("JES", 0, -1)).hasMessageContaining("expected 0 or more");
        assertThatThrownBy(() -> PullsFigure.of(List.of())).hasMessageContaining("without a constrained parameter");
    }

    private static Impact impact(String name, double up, double down) {
        return new Impact(name, 0.5, 0.9, 0.5, 0.9, up, down, 1.2 * up, 1.2 * down);
    }

    @Test
    void barsEndAtTheirImpactsOnTheAxisBelowAndPullsOnTheAxisAbove() {
        ImpactsFigure figure = ImpactsFigure.of("mu", List.of(impact("small", 0.02, -0.01), impact("JES", 0.1, -0.08)));

        String svg = FigureWriter.svg(figure, "i");
        SvgAxis x = SvgAxis.horizontal(svg);
        // The first box of a colour belongs to the largest impact.
        List<double[]> up = SvgText.parse(svg).fill("#3b6fd4");
        List<double[]> down = SvgText.parse(svg).fill("#f9b860");
        assertThat(up.stream().mapToDouble(p -> x.value(p[0])).max()).hasValueCloseTo(0.1, within(1e-4));
        assertThat(up.stream().mapToDouble(p -> x.value(p[0])).min()).hasValueCloseTo(0.0, within(1e-4));
        assertThat(down.stream().mapToDouble(p -> x.value(p[0])).min()).hasValueCloseTo(-0.08, within(1e-4));
        assertThat(SvgText.of(svg)).containsSubsequence("JES", "small").contains("Δμ");
        // Zero is the middle of both axes, and −1, 0, 1 of the pulls divide the frame of −2 to 2 in quarters.
        SvgText text = SvgText.parse(svg);
        double quarter = 0.25 * (text.frameRight() - text.frameLeft());
        List<Double> dotted =
                text.dashed("1.5,3").stream().map(line -> line.get(0)[0]).toList();
        assertThat(dotted).hasSize(3);
        for (int sigma = -1; sigma <= 1; sigma++) {
            double at = 0.5 * (text.frameLeft() + text.frameRight()) + sigma * quarter;
            assertThat(dotted.get(sigma + 1)).isCloseTo(at, within(0.02));
        }
    }

    @Test
    void threeHundredImpactsShowTheTwentyLargestAndMissingNumbersStayMissing() {
        List<Impact> impacts = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            impacts.add(impact("np" + i, 0.001 * i, -0.001 * i));
        }
        double none = Double.NaN;
        impacts.add(new Impact("free", 1, 0.1, none, none, 0.5, -0.5, none, none));
        ImpactsFigure figure = ImpactsFigure.of("mu", impacts);

        List<String> words = SvgText.of(SvgText.wellFormed(FigureWriter.svg(figure, "i")));
        assertThat(words)
                .contains("The 20 largest of 301 impacts")
                .containsSubsequence("free", "np299", "np281")
                .doesNotContain("np280");
        assertThat(figure.data().toString()).doesNotContain("NaN");
        assertThatThrownBy(() -> ImpactsFigure.of("mu", List.of(impact("JES", none, 0))))
                .hasMessageContaining("the impact of JES");
        assertThat(FigureWriter.svg(ImpactsFigure.of("mu", List.of(impact("zero", 0, 0))), "i"))
                .contains("zero");
    }

    @Test
    void correlationsAreColouredByTheirSignAndPrintedBeyondHalfAPercent() {
        double[] values = {1, -0.5, 0.004, -0.5, 1, 0.8, 0.004, 0.8, 1};
        CorrelationFigure figure = CorrelationFigure.of(Covariance.of(List.of("mu", "JES", "lumi"), values))
                .withLabels(FigureLabels.data());

        String svg = FigureWriter.svg(figure, "c");
        List<String> words = SvgText.of(SvgText.wellFormed(svg));
        assertThat(words).contains("−0.50", "0.80", "1.00", "μ", "JES").doesNotContain("0.00");
        assertThat(words.stream().filter("1.00"::equals)).hasSize(3);
        // Full red on the diagonal; −0.5 is half way from white to blue #2166ac.
        assertThat(SvgText.parse(svg).fills("#b2182b")).hasSize(3);
        assertThat(SvgText.parse(svg).fills("#90b3d6")).hasSize(2);
    }

    @Test
    void manyParametersKeepTheMostCorrelatedOnes() {
        int n = 300;
        double[] values = new double[n * n];
        List<String> names = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            names.add("np" + i);
            values[i * n + i] = 1;
        }
        values[n - 1] = 0.9;
        values[(n - 1) * n] = 0.9;
        CorrelationFigure figure =
                CorrelationFigure.of(Covariance.of(names, values)).withMost(2);

        assertThat(SvgText.of(FigureWriter.svg(figure, "c")))
                .contains("np0", "np299", "0.90", "The 2 of 300 parameters with the largest correlations")
                .doesNotContain("np1");
        assertThatThrownBy(() -> CorrelationFigure.of(Covariance.of(List.of("a", "b"), new double[] {1, 0, 0, 0})))
                .hasMessageContaining("correlation of a and b is NaN");
    }
}
