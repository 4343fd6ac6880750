package hep.aurum.cli;

import static org.assertj.core.api.Assertions.assertThat;

import hep.aurum.base.ProgressRecord;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Stop a run from outside, as a batch system and Ctrl-C do, and go on with it. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class InterruptTest {

    private static final int TERMINATED = 128 + 15;

    @TempDir
    private Path folder;

    private TinyStudy study;

    @BeforeEach
    void writeStudy() {
        study = TinyStudy.in(folder);
    }

    private static String withEpochs(int epochs) {
        return TinyStudy.FROM_FILE.replace("epochs: 3,", "epochs: " + epochs + ", patience: " + epochs + ",");
    }

    @Test
    void aRunThatIsStoppedGoesOnAndGivesTheSameResult() throws IOException, InterruptedException {
        String text = withEpochs(40);
        Process run = start(study.write(text), "json");
        try (BufferedReader err = run.errorReader()) {
            assertThat(err.lines()
                            .map(ProgressRecord::parse)
                            .flatMap(Optional::stream)
                            .filter(record -> record.task().startsWith("training"))
                            .findFirst())
                    .isPresent();
            run.destroy();
        }
        assertThat(run.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(run.exitValue()).isEqualTo(TERMINATED);
        assertThat(study.out().resolve("result.json")).doesNotExist();

        assertThat(study.run(text).code()).isZero();
        String resumed = study.output("result.json");
        assertThat(study.run(text, "--force").code()).isZero();

        assertThat(resumed).isEqualTo(study.output("result.json"));
        try (Stream<Path> files = Files.walk(study.out())) {
            assertThat(files).noneMatch(file -> file.toString().endsWith(".part"));
        }
    }

    @Test
    void theLineOfTheTerminalIsClean() throws IOException, InterruptedException {
        Process run = start(study.write(withEpochs(100_000)), "bar");
        StringBuilder seen = new StringBuilder();
        try (BufferedReader err = run.errorReader()) {
            for (int c = err.read(); c >= 0; c = err.read()) {
                seen.append((char) c);
                if (c == '%' && seen.indexOf("training") >= 0) {
                    // Destroying the process itself would close the stream that is read here.
                    run.toHandle().destroy();
                }
            }
        }
        assertThat(run.waitFor(20, TimeUnit.SECONDS)).isTrue();

        assertThat(run.exitValue()).isEqualTo(TERMINATED);
        assertThat(seen.toString()).contains("training", "\r").endsWith("\n").doesNotContain("Exception");
    }

    private Process start(String file, String progress) throws IOException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath(),
                Main.class.getName(),
                "run",
                file,
                "--out",
                study.out().toString(),
                "--threads",
                "1",
                "--progress",
                progress);
        return new ProcessBuilder(command)
                .redirectOutput(folder.resolve("out.txt").toFile())
                .start();
    }

    private static String classPath() {
        // A launcher may load the tests by a loader of its own.
        String given = System.getProperty("java.class.path");
        return InterruptTest.class.getClassLoader() instanceof URLClassLoader loader
                ? Arrays.stream(loader.getURLs()).map(URL::getPath).collect(Collectors.joining(File.pathSeparator))
                : given;
    }
}
