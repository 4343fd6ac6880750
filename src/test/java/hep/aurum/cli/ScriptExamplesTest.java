package hep.aurum.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.base.Progress;
import hep.aurum.source.convert.Conversion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Run every script of the examples as a user does; what each language writes is the same to the last bit. */
@Tag("slow")
class ScriptExamplesTest {

    private static final Path SCRIPTS = Path.of("examples/scripts");

    @TempDir
    private Path folder = Path.of("");

    private CommandRun run(String script, String... more) {
        String[] arguments = Stream.concat(
                        Stream.of(
                                "script",
                                "--quiet",
                                SCRIPTS.resolve(script).toString(),
                                out(script).toString()),
                        Stream.of(more))
                .toArray(String[]::new);
        CommandRun run = CommandRun.of(arguments);
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        return run;
    }

    private Path out(String script) {
        return folder.resolve(script).resolve("out");
    }

    private void assertSame(String first, String second, String... files) {
        for (String file : files) {
            assertThat(out(second).resolve(file))
                    .hasSameBinaryContentAs(out(first).resolve(file));
        }
    }

    /** The peak was drawn at 125 with the width 1.7; five standard deviations off in one of 2 million seeds. */
    @Test
    void histogram() {
        String printed = run("histogram.py").out();
        List<String> words = List.of(printed.split("\\s+", -1));

        assertThat(Double.parseDouble(words.get(1))).isCloseTo(125, within(5 * Double.parseDouble(words.get(3))));
        assertThat(out("histogram.py").resolve("peak.pdf")).isNotEmptyFile();
        assertThat(run("Histogram.java").out()).isEqualTo(printed);
        assertThat(run("histogram.groovy").out()).isEqualTo(printed);
        assertThat(run("histogram.bsh").out()).startsWith("mean  " + words.get(1));
        for (String script : List.of("Histogram.java", "histogram.groovy", "histogram.bsh")) {
            assertSame("histogram.py", script, "peak.aida");
        }
    }

    @Test
    void learnedRatio() throws IOException {
        Path events = folder.resolve("events.lhe.gz");
        Conversion.of(Path.of("examples/vbf-higgs/vbf_haa_cHW_cHWtil_5k.lhe.gz"), events)
                .between(1, 1500)
                .run(Progress.NONE);

        String printed = run("learned_ratio.py", events.toString()).out();

        assertThat(printed).contains("1500 events, the labels are sound").contains("best fit: cHWtil = ");
        assertThat(run("LearnedRatio.java", events.toString()).out()).isEqualTo(printed);
        assertSame(
                "learned_ratio.py",
                "LearnedRatio.java",
                "log_ratio.yoda",
                "model/study.json",
                "model/model/shape-signal.aurum",
                "test/result.json",
                "test/histograms.aida");
        try (Stream<Path> beside = Files.list(SCRIPTS)) {
            assertThat(beside).allMatch(Files::isRegularFile);
        }
    }

    /** 100 events of signal were drawn over 2000: the strength is 1 within five of its errors of about 0.16. */
    @Test
    void discovery() {
        String printed = run("discovery.py").out();

        assertThat(printed).contains("p0 = ");
        double strength = Double.parseDouble(printed.replaceAll("(?s).*strength ([0-9.]+),.*", "$1"));
        assertThat(strength).isCloseTo(1, within(0.8));
        assertThat(run("Discovery.java").out()).isEqualTo(printed);
        assertSame("discovery.py", "Discovery.java", "histograms.aida", "workspace.json");
        assertThat(out("discovery.py").resolve("cls.pdf")).isNotEmptyFile();
    }
}
