package hep.aurum.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Draw the answers of commands on a model that is solved by hand: μ̂ = 1.5 with the variance 1.14, γ̂ = 1. */
class FigureOptionTest {

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
    private String figures = "";

    @BeforeEach
    void write() throws IOException {
        Path path = folder.resolve("one-bin.json");
        Files.writeString(path, ONE_BIN);
        file = path.toString();
        figures = folder.resolve("out/figures").toString();
    }

    private void run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--figures", figures));
        CommandRun run = CommandRun.of(all.toArray(String[]::new));
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
    }

    private List<String> written() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(figures))) {
            return files.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    private static List<String> files(String... names) {
        return Stream.of(names)
                .flatMap(name -> Stream.of(".json", ".pdf", ".png", ".svg").map(end -> name + end))
                .toList();
    }

    private JsonNode numbers(String name) throws IOException {
        return JsonMapper.shared().readTree(Files.readString(Path.of(figures, name + ".json")));
    }

    @Test
    void aFitShowsPullsAndCorrelations() throws IOException {
        run("fit", file, "--json");

        assertThat(written()).isEqualTo(files("correlations", "pulls"));
        assertThat(numbers("pulls").get("pull").get(0).asDouble()).isCloseTo(0, within(1e-8));
        assertThat(numbers("pulls").get("unconstrained").asInt()).isEqualTo(1);
        // V(μ, γ) = −50 V(γ) / 10, V(γ) = 0.0196 = (7/50)²: ρ = −5 · 0.14 / √1.14
        JsonNode row = numbers("correlations").get("correlations").get(0);
        assertThat(row.get(1).asDouble()).isCloseTo(-0.7 / Math.sqrt(1.14), within(1e-6));
    }

    @Test
    void impactsShowTheRankingAndThePulls() throws IOException {
        run("impacts", file);

        assertThat(written()).isEqualTo(files("impacts", "pulls"));
        // γ one error up takes 7 of the 15 events above the background from the signal.
        JsonNode impact = numbers("impacts").get("impacts").get(0);
        assertThat(impact.get("name").asString()).isEqualTo("gamma[0]");
        assertThat(impact.get("up").asDouble()).isCloseTo(-0.7, within(1e-6));
    }

    @Test
    void aLimitShowsClsWithTheLimitThatWasPrinted() throws IOException {
        run("limit", file);

        assertThat(written()).isEqualTo(files("cls"));
        double limit = JsonMapper.shared()
                .readTree(CommandRun.of("limit", file, "--json").out())
                .get("obs")
                .asDouble();
        assertThat(numbers("cls").get("observed_limit").asDouble()).isEqualTo(limit);
    }

    @Test
    void aScanShowsACurveAndTwoParametersAContour() throws IOException {
        run("scan", file, "--range", "0:3:7");
        run("scan", file, "--range", "0:3:7", "--and", "gamma[0]", "--and-range", "0.5:1.5:5");

        assertThat(written()).isEqualTo(files("contour-mu-gamma_0_", "scan-mu"));
        // The grid is walked in serpentines: t has its minimum, 0, at μ = 1.5 and γ = 1 in the fourth column.
        JsonNode surface = numbers("contour-mu-gamma_0_").get("surfaces").get(0);
        JsonNode t = surface.get("minus_two_delta_ln_l");
        assertThat(t.get(3).get(2).asDouble()).isCloseTo(0, within(1e-9));
        assertThat(t.get(3).get(0).asDouble()).isGreaterThan(t.get(3).get(1).asDouble());
        assertThat(t.get(1).get(4).asDouble()).isLessThan(t.get(1).get(0).asDouble());
    }

    @Test
    void aFolderThatCannotBeWrittenIsASentence() throws IOException {
        Files.createDirectories(Path.of(figures).getParent());
        Files.writeString(Path.of(figures), "a file");

        CommandRun run = CommandRun.of("fit", file, "--figures", figures);

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.sentence()).contains("cannot write the figure pulls");
    }
}
