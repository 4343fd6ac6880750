package hep.aurum.cli;

import static org.assertj.core.api.Assertions.assertThat;

import hep.aurum.workflow.JsonText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The command from end to end; what is trained is far too small to be right, and the command must say so. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TrustCommandTest {

    private static final List<String> CHECKS = List.of(
            "labels",
            "mean ratio",
            "second moment",
            "calibration",
            "critic",
            "coverage",
            "convergence",
            "ranks (SBC)",
            "random points (TARP)",
            "local classifier (l-C2ST)");

    @TempDir
    private static Path folder = Path.of("");

    private CommandRun trust = new CommandRun(-1, "", "");
    private Path out = Path.of("");

    @BeforeAll
    void examineATinyStudy() {
        TinyStudy study = TinyStudy.at(folder);
        String file = study.write(TinyStudy.SIMULATED);
        out = study.out();
        trust = CommandRun.of("trust", file, "--out", out.toString(), "--threads", "2", "--quiet");
    }

    private static String text(Path file) throws IOException {
        return Files.readString(file);
    }

    @Test
    void aNetworkOfTwoEpochsIsNotToBeUsed() {
        assertThat(trust.code()).as(trust.err() + trust.out()).isEqualTo(1);
        assertThat(trust.out()).contains("Do not use: the ratio failed").contains("do: ");
        CHECKS.forEach(check -> assertThat(trust.out()).contains(check));
    }

    @Test
    void everyFigureIsInTheJson() throws IOException {
        JsonNode json = JsonText.parse(text(out.resolve("trust.json")));

        assertThat(json.path("verdict").asString()).isEqualTo("broken");
        assertThat(json.path("checks").values().stream()
                        .map(check -> check.path("check").asString()))
                .containsExactlyElementsOf(CHECKS);
        for (JsonNode check : json.path("checks").values()) {
            assertThat(check.path("p_value").asDouble()).isBetween(0.0, 1.0);
            assertThat(check.path("power").asString()).isNotEmpty();
            assertThat(check.path("advice").asString()).isNotEmpty();
        }
    }

    @Test
    void thePageSaysItInWords() throws IOException {
        String page = text(out.resolve("trust.html"));

        assertThat(page).contains("trust report", "do not use", "What to do:", "broken twin");
        assertThat(page.substring(0, page.indexOf("<script>"))).doesNotContain("NaN");
        CHECKS.forEach(check -> assertThat(page).contains(check));
        assertThat(page.split("<svg", -1).length - 1).isGreaterThan(5);
        assertThat(Stream.of("section", "div", "table", "ul", "dl", "main", "svg")
                        .filter(tag -> count(page, "<" + tag + "[ >]") != count(page, "</" + tag + ">")))
                .isEmpty();
    }

    /** What an interval is called says what it promises: these are regions of a posterior. */
    @Test
    void noPosteriorRegionIsCalledAConfidenceInterval() throws IOException {
        assertThat(text(out.resolve("trust.html"))).doesNotContainIgnoringCase("confidence");
    }

    private static long count(String text, String pattern) {
        return java.util.regex.Pattern.compile(pattern).matcher(text).results().count();
    }

    @Test
    void theFolderOfTheRunAndItsModelSayTheSame() throws IOException {
        Path elsewhere = folder.resolve("page");
        CommandRun again = CommandRun.of(
                "trust", out.resolve("model").toString(), "-o", elsewhere.toString(), "--json", "--threads", "1");

        assertThat(again.code()).isEqualTo(1);
        assertThat(again.out().strip())
                .isEqualTo(text(out.resolve("trust.json")).strip());
        assertThat(text(elsewhere.resolve("trust.html"))).isEqualTo(text(out.resolve("trust.html")));
    }

    /** 300 held-out events are no proof of anything; other trainings are tried all the same. */
    @Test
    void aStudyOfFilesIsExaminedOnItsHeldOutEvents(@TempDir Path files) {
        TinyStudy study = TinyStudy.in(files);
        CommandRun run = CommandRun.of(
                "trust",
                study.write(TinyStudy.FROM_FILE),
                "--out",
                study.out().toString(),
                "--what-to-change",
                "--json");

        assertThat(run.code()).as(run.err()).isIn(1, TrustCommand.NO_PROOF);
        JsonNode json = JsonText.parse(run.out());
        assertThat(json.path("what_to_change").path("changes").values().stream()
                        .map(row -> row.path("change").asString()))
                .containsExactly("another seed", "half the events", "twice the width", "an ensemble");
        assertThat(json.path("checks").values().stream()
                        .map(check -> check.path("check").asString()))
                .contains("misspecification");
        assertThat(run.out()).contains("not judged");
    }

    @Test
    void aFolderWithoutARunIsRefused() {
        CommandRun run = CommandRun.of("trust", folder.resolve("..").toString());

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.sentence()).contains("no result.json");
    }

    @Test
    void anUnknownSimulatorIsRefused() {
        CommandRun run = CommandRun.of("trust", "eft-toyy", "--exact");

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).contains("eft-toy");
    }
}
