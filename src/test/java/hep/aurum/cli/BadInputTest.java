package hep.aurum.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every input that is not as it should be ends in one sentence, an exit code, and no output folder. */
class BadInputTest {

    private static final int INPUT = 3;

    private static @Nullable String events;

    @TempDir
    private Path folder = Path.of("");

    @BeforeAll
    static void drawEvents(@TempDir Path once) throws IOException {
        TinyStudy.in(once);
        events = Files.readString(once.resolve("events.lhe"));
    }

    @BeforeEach
    void copyEvents() throws IOException {
        writeEvents(good());
    }

    private static String good() {
        return Objects.requireNonNull(events);
    }

    private void writeEvents(String text) throws IOException {
        Files.writeString(folder.resolve("events.lhe"), text);
    }

    private TinyStudy study() {
        return TinyStudy.at(folder);
    }

    private CommandRun refused(int code, String study, String... words) {
        CommandRun run = study().run(study);
        assertThat(run.err()).doesNotContain("bug in Aurum");
        assertThat(run.code()).as(run.err()).isEqualTo(code);
        assertThat(run.out()).isEmpty();
        assertThat(run.sentence()).startsWith("aurum: ").doesNotContain("Exception");
        assertThat(run.err()).contains(words);
        assertThat(run.err().lines().count()).isLessThanOrEqualTo(3);
        assertThat(study().out()).doesNotExist();
        return run;
    }

    private static String with(String old, String replacement) {
        assertThat(TinyStudy.FROM_FILE).contains(old);
        return TinyStudy.FROM_FILE.replace(old, replacement);
    }

    @Test
    void truncatedGzip() throws IOException {
        Path file = folder.resolve("events.lhe.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(good().getBytes(StandardCharsets.UTF_8));
        }
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));

        refused(INPUT, with("events.lhe", "events.lhe.gz"), "events.lhe.gz", "event");
        assertThat(CommandRun.of("inspect", file.toString()).code()).isEqualTo(INPUT);
    }

    @Test
    void truncatedText() throws IOException {
        writeEvents(good().substring(0, good().length() / 2));

        refused(INPUT, TinyStudy.FROM_FILE, "events.lhe", "event");
    }

    @Test
    void weightMissingInOneEvent() throws IOException {
        int at = good().indexOf("<wgt id=\"b1\">", good().length() / 2);
        writeEvents(good().substring(0, at) + good().substring(good().indexOf('\n', at) + 1));

        refused(INPUT, TinyStudy.FROM_FILE, "b1", "events.lhe", "event");
    }

    @ParameterizedTest
    @CsvSource({"NaN", "inf", "1e999", "abc"})
    void weightThatIsNoNumber(String value) throws IOException {
        int at = good().indexOf("<wgt id=\"b1\">", good().length() / 2) + "<wgt id=\"b1\">".length();
        writeEvents(good().substring(0, at) + value + good().substring(good().indexOf("</wgt>", at)));

        refused(INPUT, TinyStudy.FROM_FILE, "b1", "events.lhe", "event");
    }

    @Test
    void emptyFile() throws IOException {
        writeEvents("");

        refused(INPUT, TinyStudy.FROM_FILE, "events.lhe");
    }

    @Test
    void fileOfAnotherKind() throws IOException {
        writeEvents("Dear Sir or Madam,\n");

        refused(INPUT, TinyStudy.FROM_FILE, "events.lhe");
    }

    @Test
    void fileWithoutEvents() throws IOException {
        writeEvents(good().substring(0, good().indexOf("<event>")) + "</LesHouchesEvents>\n");

        refused(INPUT, TinyStudy.FROM_FILE, "events.lhe");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "b1: {theta: 0.3} | bl: {theta: 0.3} | bl | b1",
                "generated_at: sm | generated_at: smm | smm | line 14",
                "pseudo: {theta: 0.1} | pseudo: {theta: 0.4} | outside its range | line 20",
                "pseudo: {theta: 0.1} | pseudo: {tehta: 0.1} | tehta | theta",
                "luminosity: 100 | luminosity: -100 | luminosity | line 4",
                "luminosity: 100 | luminosity: .nan | .nan | line 4",
                "luminosity: 100 | luminosty: 100 | luminosty | luminosity",
                "file: events.lhe | file: evnets.lhe | evnets.lhe | line 14",
                "x: px(photon[1]) | x: px(photn[1]) | observables.x | photn",
                "x: px(photon[1]) | x: px(photon[1] | observables.x | column",
                "count(photon) >= 1 | count(photon) >= 5 | rejects every event | selection",
                "count(photon) >= 1 | count(photon) >= | selection | column",
                "method: rascal | method: rascall | method | line",
                "hidden: [6] | hidden: [0] | hidden | line",
                "epochs: 3 | epochs: 3.5 | epochs | line",
                "seed: 7 | seed: -7 | seed | line 3",
                "range: [-0.3, 0.3] | range: [0.3, -0.3] | range | line 6",
                "range: [-0.3, 0.3] | range: [0.1, 0.3] | standard | line 6",
                "name: tiny | name: ../tiny | name | line 2",
                "points: 9 | parameters: [phi] | phi | theta",
                "points: 9 | fixed: {theta: 0.1} | fixed | line",
                "points: 9 | parameters: [theta, theta] | twice | line",
                "aurum: 1 | aurum: 2 | aurum | line 1",
                "seed: 7 | seed: [7 | study.yaml | line",
            })
    void studyThatIsNotAsItShouldBe(String old, String replacement, String word, String other) {
        refused(INPUT, with(old, replacement), word, other);
    }

    @Test
    void pointOfGenerationThatIsWrong() {
        refused(1, with("generated_at: sm", "generated_at: {theta: 0.2}"), "audit failed", "stated cross-section");
    }

    @Test
    void detectorOfAnUnknownClass() {
        String detector = "detector: {responses: {fotons: {pt_resolution: 0.1}}}\nselection:";

        refused(INPUT, with("selection:", detector), "fotons", "key detector");
    }

    @Test
    void benchmarksThatDoNotSpan() {
        refused(4, with("b2: {theta: -0.3}", "b1: {theta: 0.3}").replaceFirst("(?m)^ +b1: .*\n", ""), "benchmark");
    }

    @Test
    void swappedBenchmarks() {
        String swapped = TinyStudy.FROM_FILE
                .replace("sm: {theta: 0}", "sm: {theta: 0.3}")
                .replace("b1: {theta: 0.3}", "b1: {theta: 0}")
                .replace("generated_at: sm", "generated_at: {theta: 0}");
        CommandRun run = study().run(swapped);

        assertThat(run.code()).as(run.err()).isIn(1, INPUT);
        assertThat(study().out()).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{name: eft-tay, events: 500} | eft-tay | eft-toy",
                "{name: eft-toy, events: 500, smearng: 1} | smearng | smearing",
                "{name: eft-toy, events: 500, smearing: -1} | smearing | expected",
                "{name: eft-toy, events: 500, smearing: big} | big | number",
                "{name: eft-toy, events: 500, parameters: 2} | theta1 | theta",
                "{name: eft-toy, events: 500, process: other} | other | eft-toy",
            })
    void simulatorThatIsNotKnown(String simulator, String word, String other) {
        refused(INPUT, TinyStudy.SIMULATED.replaceFirst("\\{name: eft-toy.*}", simulator), word, other);
    }

    @Test
    void wrongUsage() {
        assertThat(CommandRun.of("run").code()).isEqualTo(2);
        assertThat(CommandRun.of("run", "--fast", "study.yaml").code()).isEqualTo(2);
        assertThat(CommandRun.of("run", "study.yaml", "--threads", "two").code())
                .isEqualTo(2);
        assertThat(CommandRun.of("inspekt", "events.lhe").code()).isEqualTo(2);
        CommandRun nothing = CommandRun.of();
        assertThat(nothing.code()).isEqualTo(2);
        assertThat(nothing.out()).isEmpty();
        assertThat(nothing.sentence()).isEqualTo("aurum: a command is missing");
        assertThat(nothing.err()).contains("Usage: aurum");
    }

    @Test
    void numbersOnTheCommandLine() {
        assertThat(study().run(TinyStudy.FROM_FILE, "--threads", "0").code()).isEqualTo(2);
        assertThat(study().run(TinyStudy.FROM_FILE, "--seed", "-1").code()).isEqualTo(2);
        assertThat(study().out()).doesNotExist();
    }

    @Test
    void filesThatAreNotThere() {
        Stream.of("run", "audit", "inspect").forEach(command -> {
            CommandRun run = CommandRun.of(command, folder.resolve("none").toString());
            assertThat(run.code()).as(command).isEqualTo(INPUT);
            assertThat(run.sentence()).contains("none");
        });
        assertThat(CommandRun.of("run", folder.toString()).code()).isEqualTo(INPUT);
    }
}
