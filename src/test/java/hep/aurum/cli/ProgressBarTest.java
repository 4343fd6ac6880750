package hep.aurum.cli;

import static org.assertj.core.api.Assertions.assertThat;

import hep.aurum.base.ProgressRecord;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is written of a task's progress, by a clock that the test turns. */
class ProgressBarTest {

    private static final long TENTH = 100_000_000L;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, false, StandardCharsets.UTF_8);
    private long now;

    private String text() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** Return the lines that were drawn over one another, without the blanks that wipe the longer one before. */
    private List<String> drawn() {
        return Arrays.stream(text().split("[\r\n]"))
                .map(String::stripTrailing)
                .filter(l -> !l.isEmpty())
                .toList();
    }

    private ProgressBar bar(int columns) {
        return new ProgressBar(out, () -> now, columns);
    }

    /** Count at 1000 events a second for a number of tenths of a second. */
    private void count(ProgressListener listener, int tenths, long total) {
        for (int i = 0; i <= tenths; i++) {
            listener.report("reading a.lhe", 100L * i, total, "events");
            now += TENTH;
        }
    }

    @Test
    void aBarHasPercentRateAndTheTimeThatIsLeft() {
        count(bar(100), 20, 10_000);

        assertThat(drawn().get(drawn().size() - 1))
                .isEqualTo("  reading a.lhe [======                        ]  20%  1.00k events/s  8 s left");
    }

    @Test
    void nothingIsDrawnForAShortTask() {
        ProgressBar bar = bar(100);
        count(bar, 8, 800);
        bar.close();

        assertThat(text()).isEmpty();
    }

    @Test
    void aFinishedTaskLeavesOneLineWithItsTimeAndRate() {
        count(bar(100), 123, 12_300);

        assertThat(text()).endsWith("\n").doesNotContain("\u001b");
        assertThat(drawn().get(drawn().size() - 1)).isEqualTo("  reading a.lhe  done in 12.3 s, 1.00k events/s");
        assertThat(text().chars().filter(c -> c == '\n')).hasSize(1);
    }

    @Test
    void theLineIsDrawnTenTimesASecondAtMost() {
        ProgressBar bar = bar(100);
        for (int i = 0; i < 100_000; i++) {
            bar.report("a", i, 200_000, "events");
            now += 30_000;
        }

        assertThat(drawn()).hasSizeBetween(15, 21);
    }

    @Test
    void shortTasksShareOneLine() {
        ProgressBar bar = bar(100);
        for (int file = 0; file < 20; file++) {
            bar.report("file " + file, 0);
            now += 2 * TENTH;
            bar.tick();
            bar.report("file " + file, 1);
        }
        bar.close();

        assertThat(drawn()).isNotEmpty();
        assertThat(text()).endsWith("\n");
        assertThat(text().chars().filter(c -> c == '\n')).hasSize(1);
    }

    @Test
    void timePassesInATaskThatReportsNothing() {
        ProgressBar bar = bar(100);
        bar.report("fits", Double.NaN);
        for (int i = 0; i < 30; i++) {
            now += TENTH;
            bar.tick();
        }

        assertThat(drawn().get(drawn().size() - 1)).isEqualTo("  fits  3 s");
    }

    @Test
    void noLineIsLongerThanTheTerminalAndNoNameCanMoveTheCursor() {
        for (int columns : new int[] {1, 20, 40, 60, 80, 200}) {
            ProgressBar bar = bar(columns);
            String name = "reading \u001b[2J" + "x".repeat(100) + "\r\n.lhe.gz";
            for (int i = 0; i <= 20; i++) {
                bar.report(name, 10L * i, 1000, "events");
                now += TENTH;
            }
            bar.report(name, 1000, 1000, "events");

            assertThat(drawn()).allSatisfy(line -> assertThat(line).hasSizeLessThan(columns + (columns == 1 ? 1 : 0)));
            assertThat(text()).doesNotContain("\u001b");
            bytes.reset();
        }
    }

    @Test
    void closingInTheMiddleLeavesACleanLine() {
        ProgressBar bar = bar(80);
        count(bar, 30, 10_000);
        bar.close();
        bar.report("reading a.lhe", 9000, 10_000, "events");

        assertThat(text()).endsWith("\n");
    }

    @Test
    void linesOfALogComeAtTheEndAndEveryTenSeconds() {
        ProgressLog log = new ProgressLog(out, () -> now);
        count(log, 350, 35_000);
        log.report("short", 0);
        now += TENTH;
        log.report("short", 1);

        assertThat(text()).doesNotContain("\r");
        assertThat(drawn())
                .containsExactly(
                        "  reading a.lhe  28%  1.00k events/s  25 s left",
                        "  reading a.lhe  57%  1.00k events/s  15 s left",
                        "  reading a.lhe  85%  1.00k events/s  5 s left",
                        "  reading a.lhe  done in 35.0 s, 1.00k events/s");
    }

    @Test
    void aParentReadsEveryLine() {
        ProgressLines lines = new ProgressLines(out, () -> now);
        count(lines, 20, 2000);
        List<Optional<ProgressRecord>> read =
                text().lines().map(ProgressRecord::parse).toList();

        assertThat(read).hasSizeBetween(10, 12).allMatch(Optional::isPresent);
        assertThat(read.get(0)).contains(ProgressRecord.of("reading a.lhe", 0, 2000, "events", 0));
        assertThat(read.get(read.size() - 1)).contains(ProgressRecord.of("reading a.lhe", 2000, 2000, "events", 2));
    }

    @ParameterizedTest
    @CsvSource({
        "950, 950",
        "999.6, 1.00k",
        "12345, 12.3k",
        "123456, 123k",
        "1.2e6, 1.20M",
        "0.5, 0.50",
        "5e9, 5.00G",
        "0, 0"
    })
    void numbersHavePrefixes(double value, String text) {
        assertThat(ProgressText.si(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"3, 3.0 s", "59.97, 1 min", "72, 1 min 12 s", "7500, 2 h 5 min", "100000, 1 d 3 h"})
    void timesHaveTwoUnits(double seconds, String text) {
        assertThat(ProgressText.time(seconds)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"2.5e7, B, 25.0 MB/s", "3, jobs, 3 jobs/s", "0.05, jobs, 3 jobs/min", "0.001, jobs, 3.60 jobs/h"})
    void slowWorkIsCountedByTheMinuteOrTheHour(double rate, String unit, String text) {
        assertThat(ProgressText.rate(rate, unit)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"120, 120", "'', 80", "abc, 80", "0, 1", "99999, 80"})
    void theWidthIsThatOfTheEnvironmentIfItIsANumber(String columns, int expected) {
        assertThat(Terminal.columns(Map.of("COLUMNS", columns))).isEqualTo(expected);
    }

    @Test
    void aDumbTerminalIsNone() {
        assertThat(Terminal.isStandardError(Map.of("TERM", "dumb"))).isFalse();
    }
}
