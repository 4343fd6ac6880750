package hep.aurum.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.math3.special.Erf;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Run the commands that look into a fit on a model that is solved by hand: μ̂ = 1.5, γ̂ = 1. */
class FitCommandTest {

    private static final String ONE_BIN = """
            {"channels": [{"name": "SR", "samples": [
              {"name": "signal", "data": [10.0], "modifiers": [{"name": "mu", "type": "normfactor", "data": null}]},
              {"name": "background", "data": [50.0],
               "modifiers": [{"name": "gamma", "type": "shapesys", "data": [7.0]}]}]}],
             "observations": [{"name": "SR", "data": [65.0]}],
             "measurements": [{"name": "m", "config": {"poi": "mu", "parameters": []}}],
             "version": "1.0.0"}
            """;

    @TempDir
    private Path folder;

    private String file = "";

    @BeforeEach
    void write() throws IOException {
        Path path = folder.resolve("one-bin.json");
        Files.writeString(path, ONE_BIN);
        file = path.toString();
    }

    private static JsonNode json(CommandRun run) {
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        return JsonMapper.shared().readTree(run.out());
    }

    @Test
    void theFitIsOneObject() {
        JsonNode object = json(CommandRun.of("fit", file, "--json"));

        assertThat(object.get("bestfit").get("mu").asDouble()).isCloseTo(1.5, within(1e-9));
        assertThat(object.get("bestfit").get("gamma[0]").asDouble()).isCloseTo(1.0, within(1e-9));
        assertThat(object.get("errors").get("mu").asDouble()).isCloseTo(Math.sqrt(114.0) / 10.0, within(1e-9));
        assertThat(object.get("edm").asDouble()).isLessThan(1e-12);
        assertThat(object.get("covariance_ok").asBoolean()).isTrue();
        assertThat(object.has("twice_nll")).isTrue();
    }

    /** With μ = 0 held the two counts give γ̂ = (65 + 50²/7²)/(50 + 50²/7²). */
    @Test
    void aValueOfThePoiIsHeld() {
        JsonNode object = json(CommandRun.of("fit", file, "--poi", "mu=0", "--json"));

        double tau = 2500.0 / 49.0;
        assertThat(object.get("bestfit").get("mu").asDouble()).isZero();
        assertThat(object.get("bestfit").get("gamma[0]").asDouble())
                .isCloseTo((65.0 + tau) / (50.0 + tau), within(1e-9));
    }

    @Test
    void profileErrorsAreGivenOnRequest() {
        JsonNode minos = json(CommandRun.of("fit", file, "--minos", "--json")).get("minos");

        assertThat(minos.get("mu").get("upper").asDouble()).isBetween(1.0, 1.2);
        assertThat(minos.get("mu").get("lower_at_bound").asBoolean()).isFalse();
        assertThat(CommandRun.of("fit", file, "--minos").out()).contains("mu").contains("positive definite");
    }

    /** Closed forms: the total is the count to √n, and μ moves against γ by −7/√(65 + 49). */
    @Test
    void detailsAreGivenOnRequest() {
        JsonNode object =
                json(CommandRun.of("fit", file, "--correlations", "--yields", "postfit", "--goodness", "--json"));

        JsonNode matrix = object.get("correlations").get("matrix");
        assertThat(object.get("correlations").get("parameters").get(1).asString())
                .isEqualTo("gamma[0]");
        assertThat(matrix.get(0).get(0).asDouble()).isEqualTo(1.0);
        assertThat(matrix.get(0).get(1).asDouble()).isCloseTo(-7.0 / Math.sqrt(114.0), within(1e-8));
        assertThat(object.get("yields").has("prefit")).isFalse();
        JsonNode channel = object.get("yields").get("postfit").get(0);
        assertThat(channel.get("channel").asString()).isEqualTo("SR");
        assertThat(channel.get("observed").get(0).asDouble()).isEqualTo(65.0);
        JsonNode signal = channel.get("samples").get(0);
        assertThat(signal.get("sample").asString()).isEqualTo("signal");
        assertThat(signal.get("yields").get(0).asDouble()).isCloseTo(15.0, within(1e-7));
        assertThat(signal.get("errors").get(0).asDouble()).isCloseTo(Math.sqrt(114.0), within(1e-6));
        assertThat(channel.get("total").get("sum").asDouble()).isCloseTo(65.0, within(1e-7));
        assertThat(channel.get("total").get("sum_error").asDouble()).isCloseTo(Math.sqrt(65.0), within(1e-6));
        JsonNode goodness = object.get("goodness_of_fit");
        assertThat(goodness.get("statistic").asDouble()).isCloseTo(0.0, within(1e-9));
        assertThat(goodness.get("degrees_of_freedom").asInt()).isZero();
        assertThat(goodness.get("p_value").isNull()).isTrue();
    }

    @Test
    void detailsAreLeftOutWhereNotAskedFor() {
        JsonNode object = json(CommandRun.of("fit", file, "--json"));

        assertThat(object.has("correlations")).isFalse();
        assertThat(object.has("yields")).isFalse();
        assertThat(object.has("goodness_of_fit")).isFalse();
    }

    /** With μ = 0 held there is one degree of freedom, and the signal has no error. */
    @Test
    void detailsKnowOfAHeldParameter() {
        JsonNode object =
                json(CommandRun.of("fit", file, "--poi", "mu=0", "--yields", "prefit,postfit", "--goodness", "--json"));

        JsonNode before = object.get("yields").get("prefit").get(0).get("total");
        JsonNode after = object.get("yields").get("postfit").get(0);
        double tau = 2500.0 / 49.0;
        assertThat(before.get("sum").asDouble()).isEqualTo(50.0);
        assertThat(before.get("sum_error").asDouble()).isCloseTo(7.0, within(1e-12));
        assertThat(after.get("total").get("sum").asDouble())
                .isCloseTo(50.0 * (65.0 + tau) / (50.0 + tau), within(1e-7));
        assertThat(after.get("samples").get(0).get("sum_error").asDouble()).isZero();
        assertThat(object.get("goodness_of_fit").get("degrees_of_freedom").asInt())
                .isEqualTo(1);
        double gamma = (65.0 + tau) / (50.0 + tau);
        double t = 2.0 * (50.0 * gamma - 65.0 + 65.0 * Math.log(65.0 / (50.0 * gamma)))
                + 2.0 * tau * (gamma - 1.0 - Math.log(gamma));
        assertThat(object.get("goodness_of_fit").get("statistic").asDouble()).isCloseTo(t, within(1e-9));
        assertThat(object.get("goodness_of_fit").get("p_value").asDouble())
                .isCloseTo(Erf.erfc(Math.sqrt(t / 2.0)), within(1e-9));
    }

    @Test
    void detailsAreReadable() {
        String out = CommandRun.of("fit", file, "--correlations", "--yields", "prefit,postfit", "--goodness")
                .out();

        assertThat(out)
                .contains("gamma[0] -0.656 +1.000")
                .contains("prefit yields of channel SR")
                .contains("postfit yields of channel SR")
                .contains("65.0000 +- 8.0623  observed 65")
                .contains("0 degrees of freedom, no p-value");
        assertThat(CommandRun.of("fit", file, "--yields", "fitted").code()).isEqualTo(2);
    }

    @Test
    void impactsAreRanked() {
        JsonNode object = json(CommandRun.of("impacts", file, "--json"));

        JsonNode impact = object.get("impacts").get(0);
        assertThat(impact.get("name").asString()).isEqualTo("gamma[0]");
        // n = 10 μ + 50 γ is fitted exactly, so that γ ± .14 moves μ by -+ .7.
        assertThat(impact.get("up").asDouble()).isCloseTo(-.7, within(1e-9));
        assertThat(impact.get("down").asDouble()).isCloseTo(.7, within(1e-9));
        assertThat(CommandRun.of("impacts", file).out()).contains("gamma[0]");
    }

    @Test
    void scansHaveOneOrTwoParameters() {
        JsonNode line = json(CommandRun.of("scan", file, "--range", "0.5:2.5:5", "--json"));
        JsonNode grid = json(CommandRun.of(
                "scan", file, "--range", "0.5:2.5:5", "--and", "gamma[0]", "--and-range", "0.9:1.1:3", "--json"));

        assertThat(line.get("t").size()).isEqualTo(5);
        assertThat(line.get("t").get(2).asDouble()).isCloseTo(0.0, within(1e-9));
        assertThat(grid.get("t").size()).isEqualTo(15);
        assertThat(CommandRun.of("scan", file, "--range", "0:1:2").out()).contains("mu");
    }

    @ParameterizedTest
    @CsvSource({
        "--poi, nu, 3, did you mean",
        "--poi, mu=one, 2, expected a number",
        "--poi, mu=Infinity, 2, expected a finite number",
        "--measurement, n, 3, m",
        "--interpcodes, normsys=code9, 3, code1",
        "--interpcodes, shapesys=code1, 2, histosys"
    })
    void wrongOptionsAreExplained(String option, String value, int code, String words) {
        CommandRun run = CommandRun.of("fit", file, option, value);

        assertThat(run.code()).isEqualTo(code);
        assertThat(run.err()).contains(words);
        assertThat(run.out()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1:0", "0:1:1", "0", "a:b", "0:1:2:3"})
    void wrongRangesAreWrongUsage(String range) {
        assertThat(CommandRun.of("scan", file, "--range", range).code()).isEqualTo(2);
    }

    @Test
    void theBenchRunsOverAFolder() {
        JsonNode object =
                json(CommandRun.of("bench", "stats", "--data", folder.toString(), "--seconds", "0.01", "--json"));

        JsonNode row = object.get("rows").get(0);
        assertThat(row.get("workspace").asString()).isEqualTo("one-bin");
        assertThat(row.get("fit_s").asDouble()).isPositive();
        assertThat(row.get("fit_ratio").isNull()).isTrue();
        assertThat(CommandRun.of(
                                "bench",
                                "stats",
                                "--data",
                                folder.resolve("none").toString())
                        .code())
                .isEqualTo(3);
    }
}
