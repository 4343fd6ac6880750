package hep.aurum.simulator.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.base.BadInput;
import hep.aurum.event.Event;
import hep.aurum.event.EventCursor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Events that are consumed while they are made. */
@DisabledOnOs(OS.WINDOWS)
@Timeout(30)
@Tag("slow")
class ProcessStreamTest {

    @TempDir
    private Path folder = Path.of("");

    private ProcessSimulator simulator(ProcessCommand command) {
        return ProcessSimulator.of(command, ToyCommand.SPACE, ToyCommand.OPENER, ProcessCache.at(folder));
    }

    private static ProcessCommand command(boolean isPipe, String mode, String... more) {
        return isPipe ? ToyCommand.in(mode, more).withDelivery(Delivery.PIPE) : ToyCommand.printing(mode, more);
    }

    private long bytesOnDisk() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    private long foldersLeft() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().contains(".part-")).count();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void manyEventsPassWithoutAFile(boolean isPipe) throws IOException {
        int events = 40_000;
        double sum = 0;
        long count = 0;
        long most = 0;

        try (EventStream stream = simulator(command(isPipe, "normal")).stream(ToyCommand.job(25, 1, events));
                EventCursor cursor = stream.open()) {
            assertThat(stream.header().crossSectionPb()).hasValue(1);
            for (Event event = cursor.next(); event != null; event = cursor.next()) {
                sum += event.particles().get(0).momentum().px();
                count++;
                most = count % 8_000 == 0 ? Math.max(most, bytesOnDisk()) : most;
            }
        }

        assertThat(count).isEqualTo(events);
        // Six standard errors of the mean of an exponential: a false alarm in 1e9, and the seed is fixed.
        assertThat(sum / count).isCloseTo(25, within(6 * 25 / Math.sqrt(events)));
        assertThat(most).isLessThan(1000);
        assertThat(foldersLeft()).isZero();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aProgramThatDiesInTheMiddleIsNamedAndNotTheFile(boolean isPipe) throws IOException {
        try (EventStream stream = simulator(command(isPipe, "half")).stream(ToyCommand.job(25, 1, 10));
                EventCursor cursor = stream.open()) {
            assertThat(cursor.next()).isNotNull();
            assertThatThrownBy(cursor::next)
                    .isInstanceOf(BadInput.class)
                    .hasMessageContaining("failed with exit code 6")
                    .hasMessageContaining("cannot integrate");
        }
        // The message says how to run it by hand, in its folder.
        assertThat(foldersLeft()).isEqualTo(1);
    }

    @Test
    void aProgramThatDiesBeforeItOpensThePipeHangsNobody() {
        assertThatThrownBy(() -> simulator(command(true, "die-before-pipe")).stream(ToyCommand.job(25, 1, 10)))
                .hasMessageContaining("failed with exit code 5");
    }

    @Test
    void aProgramThatHangsBeforeItOpensThePipeIsEnded() {
        ProcessCommand command = command(true, "hang").withTimeLimit(Duration.ofMillis(700));

        assertThatThrownBy(() -> simulator(command).stream(ToyCommand.job(25, 1, 10)))
                .hasMessageContaining("did not finish within");
    }

    @Test
    void aProgramThatNeverOpensThePipeAndEndsWellIsNamed() {
        assertThatThrownBy(() -> simulator(command(true, "nothing")).stream(ToyCommand.job(25, 1, 10)))
                .hasMessageContaining("ended without handing over an event");
    }

    @Test
    void aProgramThatReplacesThePipeIsNamed() {
        ProcessCommand command = ProcessCommand.of(
                        List.of("bash", "-c", "rm \"$1\"; echo text > \"$1\"", "replace", "{output}"), "events.lhe")
                .withDelivery(Delivery.PIPE);

        assertThatThrownBy(() -> simulator(command).stream(ToyCommand.job(25, 1, 10)))
                .hasMessageContaining("a program that replaces the file");
    }

    @Test
    void aFailureBeforeTheFirstByteIsTriedAgain() throws IOException {
        ProcessCommand command = command(
                        true, "fail-once", "--marker", folder.resolve("marker").toString())
                .withRetries(1);

        try (EventStream stream = simulator(command).stream(ToyCommand.job(25, 1, 1));
                EventCursor cursor = stream.open()) {
            assertThat(cursor.next()).isNotNull();
            assertThat(cursor.next()).isNull();
        }
    }

    @Test
    void whoHasSeenEnoughEndsTheProgram() throws IOException {
        long before = System.nanoTime();
        try (EventStream stream = simulator(command(true, "normal")).stream(ToyCommand.job(25, 1, 1_000_000_000));
                EventCursor cursor = stream.open()) {
            assertThat(cursor.next()).isNotNull();
            assertThatThrownBy(stream::open).isInstanceOf(IllegalArgumentException.class);
        }

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(20));
        assertThat(foldersLeft()).isZero();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void streamsCanBeKeptToo(boolean isPipe) throws IOException {
        ProcessOutput streamed = simulator(command(isPipe, "normal")).produce(ToyCommand.job(25, 1, 100));
        ProcessOutput written = simulator(ToyCommand.in("normal")).produce(ToyCommand.job(25, 1, 100));

        assertThat(streamed.file()).hasSameBinaryContentAs(written.file());
        assertThat(foldersLeft()).isZero();
    }

    @Test
    void aFailureOfAKeptStreamIsThatOfTheProgram() {
        assertThatThrownBy(() -> simulator(command(true, "half")).produce(ToyCommand.job(25, 1, 100)))
                .hasMessageContaining("failed with exit code 6");
    }
}
