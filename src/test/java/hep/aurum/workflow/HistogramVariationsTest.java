package hep.aurum.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.base.BadInput;
import hep.aurum.base.Progress;
import hep.aurum.source.root.RootHistograms;
import hep.aurum.workflow.study.HistogramStudyReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Samples of systematic variations in a study of histograms, against templates and a likelihood made by hand. */
class HistogramVariationsTest {

    private static final double S = 12;
    private static final double B1 = 40;
    private static final double B2 = 60;

    /** What the variation adds to the first bin and takes from the second. */
    private static final double C1 = 6;

    private static final double C2 = 3;

    @TempDir
    private Path folder = Path.of("");

    private Path study(String variation, double[] up, double[] down) throws IOException {
        RootHistograms.write(
                folder.resolve("h.root"),
                Map.of("s", new double[] {S, 0}, "b", new double[] {B1, B2}, "data", new double[] {S + B1, B2}));
        Files.createDirectories(folder.resolve("varied"));
        RootHistograms.write(folder.resolve("varied/h.root"), Map.of("up", up, "down", down));
        return Files.writeString(folder.resolve("study.yaml"), """
                aurum: 1
                name: varied
                luminosity: 2
                statistical_errors: false
                channels:
                  c:
                    axis: {label: m}
                    observed: [{file: h.root, histograms: [data]}]
                    processes:
                      s: {rate: mu, from: [{file: h.root, histograms: [s]}]}
                      b:
                        from: [{file: h.root, histograms: [b]}]
                        %s
                """.formatted(variation));
    }

    private JsonNode run(Path study) {
        HistogramRun run = HistogramRun.of(
                HistogramStudyReader.read(study, Map.of()),
                new RunOptions(folder.resolve("results"), true, 1, Progress.NONE));
        run.execute();
        return JsonText.parse(run.resultText());
    }

    private JsonNode backgroundModifiers() throws IOException {
        String text = Files.readString(folder.resolve("results/workspace.json"), StandardCharsets.UTF_8);
        return JsonText.parse(text)
                .path("channels")
                .path(0)
                .path("samples")
                .path(1)
                .path("modifiers");
    }

    private static final String BOTH = "variations: {scale: {up: [{file: varied/h.root, histograms: [up]}],"
            + " down: [{file: varied/h.root, histograms: [down]}]}}";

    @Test
    void variationsAreNormalisedLikeTheNominal() throws IOException {
        // 1000 events per fb, 2 /fb, 10 pb / 5000 generated: each simulated event stands for 4.
        String scaled = BOTH.replace("]}],", "], cross_section: 10, generated: 5000}],");
        run(study(scaled, new double[] {11, 14}, new double[] {35, 63}));

        JsonNode modifiers = backgroundModifiers();
        assertThat(modifiers).hasSize(1);
        assertThat(modifiers.path(0).path("type").asString()).isEqualTo("histosys");
        assertThat(modifiers.path(0).path("name").asString()).isEqualTo("scale");
        assertThat(modifiers.path(0).path("data").path("hi_data").toString()).isEqualTo("[44.0,56.0]");
        assertThat(modifiers.path(0).path("data").path("lo_data").toString()).isEqualTo("[35.0,63.0]");
    }

    /**
     * With equal steps to both sides the rates are linear, \(s\mu + b_1 + c_1\alpha\) and \(b_2 - c_2\alpha\). The data are those of
     * \(\mu = 1\), \(\alpha = 0\), which is the best fit; at \(\mu = 0\) the slope in \(\alpha\) vanishes at a root of a cubic.
     */
    @Test
    void significanceIsThatOfTwoBinsWithOneShape() throws IOException {
        JsonNode result = run(study(BOTH, new double[] {B1 + C1, B2 - C2}, new double[] {B1 - C1, B2 + C2}));

        DoubleUnaryOperator slope = a -> C1 * (1 - (S + B1) / (B1 + C1 * a)) - C2 * (1 - B2 / (B2 - C2 * a)) + a;
        double low = 0;
        double high = 3;
        for (int i = 0; i < 100; i++) {
            double middle = 0.5 * (low + high);
            low = slope.applyAsDouble(middle) < 0 ? middle : low;
            high = slope.applyAsDouble(middle) < 0 ? high : middle;
        }
        double q0 = 2 * (nll(0, low) - nll(1, 0));
        assertThat(low).isBetween(0.1, 1.0);
        assertThat(result.path("discovery").path("z").asDouble()).isCloseTo(Math.sqrt(q0), within(1e-5));
        assertThat(result.path("inputs")).hasSize(2);
    }

    private static double nll(double mu, double alpha) {
        double first = S * mu + B1 + C1 * alpha;
        double second = B2 - C2 * alpha;
        return first - (S + B1) * StrictMath.log(first) + second - B2 * StrictMath.log(second) + alpha * alpha / 2;
    }

    @Test
    void oneSideIsMirrored() throws IOException {
        run(study(
                "variations: {scale: {up: [{file: varied/h.root, histograms: [up]}]}}",
                new double[] {B1 + 5, B2 - 1},
                new double[] {0, 0}));

        JsonNode data = backgroundModifiers().path(0).path("data");
        assertThat(data.path("lo_data").toString()).isEqualTo("[35.0,61.0]");
    }

    @Test
    void aRateIsNotVariedTwice() throws IOException {
        Path study = study("uncertainties: {scale: 0.1}\n        " + BOTH, new double[2], new double[2]);

        assertThatThrownBy(() -> run(study))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("scale")
                .hasMessageContaining("both");
    }

    @Test
    void variationsHaveTheBinsOfTheNominal() throws IOException {
        Path study = study(BOTH, new double[] {1, 2, 3}, new double[] {1, 2, 3});

        assertThatThrownBy(() -> run(study)).isInstanceOf(BadInput.class).hasMessageContaining("same bins");
    }
}
