package hep.aurum.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class HypotestCommandTest {

    private static final String TWO_BIN = "histograms/two-bin/workspace.json";

    private static JsonNode json(String... arguments) {
        CommandRun run = CommandRun.of(arguments);
        assertThat(run.code()).as(run.err()).isZero();
        return JsonMapper.builder().build().readTree(run.out());
    }

    @Test
    void hypotestPrintsThePublishedNumbers() {
        JsonNode result = json("hypotest", TWO_BIN, "--mu", "1.0", "--json");

        assertThat(result.get("CLs_obs").doubleValue()).isCloseTo(.0525149742, within(1e-6));
        assertThat(result.get("CLs_exp").get(2).doubleValue()).isCloseTo(.0644532054, within(3e-6));
        assertThat(result.get("CLsb").doubleValue()).isCloseTo(.02332502, within(1e-7));
        assertThat(result.get("CLb").doubleValue()).isCloseTo(.4441594, within(1e-5));
        assertThat(result.get("teststat").doubleValue()).isCloseTo(3.938244933, within(1e-8));
    }

    @Test
    void toysStandBesideTheFormulas() {
        String[] arguments = {"hypotest", TWO_BIN, "--toys", "300", "--seed", "4", "--json", "--threads", "1"};
        JsonNode one = json(arguments);
        arguments[arguments.length - 1] = "2";
        JsonNode two = json(arguments);

        assertThat(one).isEqualTo(two);
        assertThat(one.get("toys").get("toys").intValue()).isEqualTo(300);
        assertThat(one.get("difference").get("CLsb").doubleValue())
                .isEqualTo(one.get("toys").get("CLsb").doubleValue()
                        - one.get("CLsb").doubleValue());
        assertThat(one.get("reasons").get(0).stringValue()).startsWith("boundary");
    }

    @Test
    void discoveryAndLimitHaveTheirObjects() {
        JsonNode discovery = json("hypotest", TWO_BIN, "--statistic", "q0", "--json");
        JsonNode limit = json("limit", TWO_BIN, "--json");

        assertThat(discovery.get("p0_obs").doubleValue()).isCloseTo(0.5, within(1e-12));
        assertThat(discovery.get("z_obs").doubleValue()).isZero();
        assertThat(discovery.has("p0_exp")).isTrue();
        assertThat(limit.get("obs").doubleValue()).isCloseTo(1.01156939, within(3e-6));
        assertThat(limit.get("exp")).hasSize(5);
    }

    @Test
    void neymanReadsFunctions() {
        JsonNode set = json(
                "neyman",
                "histograms/quadratic-signal/workspace.json",
                "--functions",
                "histograms/quadratic-signal/functions.json",
                "--poi",
                "theta",
                "--range=-3:2:6",
                "--level",
                ".95",
                "--toys",
                "20",
                "--json");

        assertThat(set.get("poi").stringValue()).isEqualTo("theta");
        assertThat(set.get("belt").size()).isGreaterThanOrEqualTo(6);
        assertThat(set.get("intervals").size()).isPositive();
    }

    @Test
    void mistakesAreWrongUsage() {
        assertThat(CommandRun.of("hypotest", TWO_BIN, "--statistic", "chi2").code())
                .isEqualTo(2);
        assertThat(CommandRun.of("limit", TWO_BIN, "--level", "95").code()).isEqualTo(2);
        assertThat(CommandRun.of("neyman", TWO_BIN, "--range", "2:1").sentence())
                .contains("--range is \"2:1\"");
        assertThat(CommandRun.of("hypotest", "nowhere.json").code()).isEqualTo(3);
    }
}
