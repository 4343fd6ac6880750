package hep.aurum.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run never harms what is there, goes on where it stopped, and gives the same bits again. */
class OutputFolderTest {

    private static final String MODEL = "model/shape-signal.aurum";

    @TempDir
    private Path folder = Path.of("");

    private TinyStudy study = TinyStudy.at(folder);

    @BeforeEach
    void draw() {
        study = TinyStudy.in(folder);
    }

    private CommandRun done(String... more) {
        CommandRun run = study.run(TinyStudy.FROM_FILE, more);
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.err()).isEmpty();
        return run;
    }

    @Test
    void jsonIsTheResultAndNothingElse() {
        CommandRun run = done("--json");

        assertThat(run.out()).startsWith("{").isEqualTo(study.output("result.json"));
        assertThat(run.out()).doesNotContain("NaN", "Infinity");
    }

    @Test
    void aSecondRunReturnsAtOnce() throws IOException {
        CommandRun first = done();
        FileTime written = Files.getLastModifiedTime(study.out().resolve("result.json"));

        assertThat(done()).isEqualTo(first);
        assertThat(Files.getLastModifiedTime(study.out().resolve("result.json")))
                .isEqualTo(written);
        String[] loud = {
            "run", study.write(TinyStudy.FROM_FILE), "--out", study.out().toString()
        };
        assertThat(CommandRun.of(loud).err()).contains("already complete");
    }

    @Test
    void resultsOfAnotherStudyStay() throws IOException {
        done();
        String before = study.output("result.json");

        for (String other : List.of("luminosity: 100", "seed: 7")) {
            CommandRun refused = study.run(TinyStudy.FROM_FILE.replace(other, other + "1"));
            assertThat(refused.code()).isEqualTo(3);
            assertThat(refused.sentence()).contains("another study, seed or version");
        }
        assertThat(study.run(TinyStudy.FROM_FILE, "--seed", "8").code()).isEqualTo(3);
        assertThat(study.output("result.json")).isEqualTo(before);

        done("--seed", "8", "--force");
        assertThat(study.output("result.json")).isNotEqualTo(before).contains("\"seed\" : 8");
    }

    @Test
    void aRunThatFailsLeavesEarlierResultsEvenWhenForced() {
        done();
        String before = study.output("result.json");

        assertThat(study.run(TinyStudy.FROM_FILE.replace(">= 1", ">= 5"), "--force")
                        .code())
                .isEqualTo(3);
        assertThat(study.output("result.json")).isEqualTo(before);
    }

    @Test
    void filesOfOthersStay() throws IOException {
        Path thesis = study.out().resolve("thesis.tex");
        Files.createDirectories(study.out());
        Files.writeString(thesis, "years");

        for (String[] more : new String[][] {{}, {"--force"}}) {
            CommandRun refused = study.run(TinyStudy.FROM_FILE, more);
            assertThat(refused.code()).isEqualTo(3);
            assertThat(refused.sentence()).contains("not results of Aurum");
        }
        try (Stream<Path> files = Files.list(study.out())) {
            assertThat(files).containsExactly(thesis);
        }
    }

    @Test
    void anInterruptedRunGoesOnToTheSameBits() throws IOException {
        done();
        String before = study.output("result.json");
        FileTime trained = Files.getLastModifiedTime(study.out().resolve(MODEL));

        Files.delete(study.out().resolve("result.json"));
        Files.delete(study.out().resolve("summary.txt"));
        done();

        assertThat(study.output("result.json")).isEqualTo(before);
        assertThat(Files.getLastModifiedTime(study.out().resolve(MODEL))).isEqualTo(trained);
    }

    @Test
    void aModelThatWasCutOffIsTrainedAgain() throws IOException {
        done();
        String before = study.output("result.json");

        Files.delete(study.out().resolve("result.json"));
        Path model = study.out().resolve(MODEL);
        byte[] bytes = Files.readAllBytes(model);
        Files.write(model, Arrays.copyOf(bytes, bytes.length - 40));
        done();

        assertThat(study.output("result.json")).isEqualTo(before);
        assertThat(Files.readAllBytes(model)).isEqualTo(bytes);
    }

    @Test
    void threadsDoNotChangeABit() {
        done("--threads", "1");
        String one = study.output("result.json");

        done("--threads", "2", "--force");

        assertThat(study.output("result.json")).isEqualTo(one);
    }
}
