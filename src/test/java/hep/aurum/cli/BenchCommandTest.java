package hep.aurum.cli;

import static org.assertj.core.api.Assertions.assertThat;

import hep.aurum.bench.Bench;
import hep.aurum.bench.Benches;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BenchCommandTest {

    private static final List<String> KEYS = List.of(
            "bench",
            "method",
            "events",
            "seeds",
            "mse",
            "mse_spread",
            "published",
            "trivial",
            "train_s",
            "samples_per_s",
            "evaluations_per_s");

    @Test
    void withoutANameAllBenchesAreListed() {
        CommandRun run = CommandRun.of("bench");

        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains(Benches.all().stream().map(Bench::name).toList())
                .contains("speed");
    }

    @Test
    void oneMethodAtOneSizeIsOneObject() {
        CommandRun run = CommandRun.of("bench", "latent-gaussian", "--events", "100", "--seeds", "1", "--json");

        JsonNode object = JsonMapper.shared().readTree(run.out());
        List<String> keys = new ArrayList<>(object.propertyNames());
        assertThat(run.code()).isZero();
        assertThat(keys.subList(0, KEYS.size())).isEqualTo(KEYS);
        assertThat(object.get("mse").asDouble()).isPositive();
        assertThat(object.get("mse_spread").isNull()).isTrue();
        assertThat(object.get("published").isNull()).isTrue();
    }

    @Test
    void rowsBesideCarlSayByWhichFactorTheyAreBetter() {
        CommandRun run = CommandRun.of(
                "bench", "latent-gaussian", "--method", "alice,carl", "--events", "100", "--seeds", "2", "--json");

        JsonNode rows = JsonMapper.shared().readTree(run.out()).get("rows");
        assertThat(rows.size()).isEqualTo(2);
        double factor =
                rows.get(1).get("mse").asDouble() / rows.get(0).get("mse").asDouble();
        assertThat(rows.get(0).get("factor_to_carl").asDouble()).isEqualTo(factor);
        assertThat(rows.get(1).has("factor_to_carl")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "galtn, rascal, 100, galton",
        "galton, rascl, 100, rascal",
    })
    void wrongNamesAreAnsweredWithTheNearest(String bench, String method, String events, String suggestion) {
        CommandRun run = CommandRun.of("bench", bench, "--method", method, "--events", events);

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).contains(suggestion);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void aSettingThatABenchLacksIsRefused() {
        CommandRun run = CommandRun.of("bench", "galton", "--smearing", "1", "--events", "100");

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).contains("no setting \"smearing\"");
    }

    @Test
    void noEventsAreWrongUsage() {
        assertThat(CommandRun.of("bench", "galton", "--events", "0").code()).isEqualTo(2);
    }

    @Test
    void filesAreMeasuredInFiguresOrRefused(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("t.csv"), "x,y\n1,2\n3,4\n");
        CommandRun run = CommandRun.of("bench", "io", file.toString(), "--seconds", "0.01", "--json");

        JsonNode row = JsonMapper.shared().readTree(run.out()).get("rows").get(0);
        assertThat(run.code()).isZero();
        assertThat(row.get("items").asInt()).isEqualTo(4);
        assertThat(row.get("plain").get("mb_per_s").asDouble()).isPositive();
        assertThat(row.get("stored").isNull()).isTrue();
        assertThat(CommandRun.of("bench", "speed", file.toString()).code()).isEqualTo(2);
    }
}
