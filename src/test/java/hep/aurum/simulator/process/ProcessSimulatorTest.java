package hep.aurum.simulator.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.base.BadInput;
import hep.aurum.base.NotFound;
import hep.aurum.base.NotSupported;
import hep.aurum.event.Event;
import hep.aurum.event.EventCursor;
import hep.aurum.event.EventSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessSimulatorTest {

    @TempDir
    private Path folder = Path.of("");

    private ProcessSimulator simulator(ProcessCommand command) {
        return ProcessSimulator.of(command, ToyCommand.SPACE, ToyCommand.OPENER, ProcessCache.at(cache()));
    }

    private Path cache() {
        return folder.resolve("cache");
    }

    private List<Path> partFolders() throws IOException {
        try (Stream<Path> files = Files.list(cache())) {
            return files.filter(file -> file.toString().contains(".part-")).toList();
        }
    }

    @Test
    void eventsFollowTheLawOfTheta() {
        EventSource source = simulator(ToyCommand.in("normal")).simulate(ToyCommand.job(25, 11, 4000));

        double sum = 0;
        long count = 0;
        try (EventCursor events = source.open()) {
            for (Event event = events.next(); event != null; event = events.next()) {
                sum += event.particles().get(0).momentum().px();
                count++;
            }
        }

        assertThat(count).isEqualTo(4000);
        // The mean of n exponentials has the error 25/sqrt(n); six of them are a false alarm in 1e9, and the seed is
        // fixed.
        assertThat(sum / count).isCloseTo(25, within(6 * 25 / Math.sqrt(4000)));
    }

    @Test
    void theSecondCallIsAHitAndTheSeedDecidesOnTheBits() throws IOException {
        Path count = folder.resolve("count");
        ProcessSimulator simulator = simulator(ToyCommand.in("normal", "--count", count.toString()));

        ProcessOutput first = simulator.produce(ToyCommand.job(25, 1, 10));
        ProcessOutput again = simulator.produce(ToyCommand.job(25, 1, 10));
        ProcessOutput other = simulator.produce(ToyCommand.job(25, 2, 10));
        ProcessOutput elsewhere = ProcessSimulator.of(
                        ToyCommand.in("normal"),
                        ToyCommand.SPACE,
                        ToyCommand.OPENER,
                        ProcessCache.at(folder.resolve("elsewhere")))
                .produce(ToyCommand.job(25, 1, 10));

        assertThat(first.isFromCache()).isFalse();
        assertThat(again.isFromCache()).isTrue();
        assertThat(again.file()).isEqualTo(first.file());
        assertThat(Files.readAllLines(count)).containsExactly("1", "2");
        assertThat(other.sha256()).isNotEqualTo(first.sha256());
        assertThat(elsewhere.sha256()).isEqualTo(first.sha256());
        assertThat(Files.readString(first.file().resolveSibling("record").resolve("job.txt")))
                .contains("theta.mean=25.0 (bits " + Long.toHexString(Double.doubleToLongBits(25)) + ")\n")
                .contains("seed=1\n", "events=10\n", "result.bytes=" + first.bytes() + "\n");
        assertThat(partFolders()).isEmpty();
    }

    @Test
    void aDamagedEntryIsMadeAgainWithARemark() throws IOException {
        ProcessSimulator simulator = simulator(ToyCommand.in("normal"));
        ProcessOutput first = simulator.produce(ToyCommand.job(25, 1, 10));
        byte[] bytes = Files.readAllBytes(first.file());
        bytes[bytes.length / 2] ^= 1;
        Files.write(first.file(), bytes);

        ProcessOutput second = simulator.produce(ToyCommand.job(25, 1, 10));
        Files.writeString(first.file(), "short");
        ProcessOutput third = simulator.produce(ToyCommand.job(25, 1, 10));

        assertThat(second.isFromCache()).isFalse();
        assertThat(second.sha256()).isEqualTo(first.sha256());
        assertThat(second.remarks()).singleElement().asString().contains("checksum");
        assertThat(third.remarks()).singleElement().asString().contains("size");
        assertThat(third.sha256()).isEqualTo(first.sha256());
    }

    @Test
    void aFailureQuotesTheProgramAndTheCommand() throws IOException {
        ProcessSimulator simulator = simulator(ToyCommand.in("fail"));
        ProcessJob job = ToyCommand.job(0.1 + 0.2, 5, 10);

        assertThatThrownBy(() -> simulator.produce(job))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("failed with exit code 7")
                .hasMessageContaining("mean = 0.30000000000000004, seed 5, 10 events")
                .hasMessageContaining("cannot integrate the matrix element?[31m")
                .hasMessageContaining("cd " + cache())
                .hasMessageContaining("--theta 0.30000000000000004");
        assertThat(simulator.state(job)).isEqualTo(JobState.FAILED);
        assertThat(partFolders())
                .singleElement()
                .satisfies(part -> assertThat(part.resolve("work")).isDirectory());
    }

    @Test
    void aJobThatFailsOnceIsTriedAgainWithTheSameSeed() throws IOException {
        Path count = folder.resolve("count");
        ProcessCommand command = ToyCommand.in(
                        "fail-once", "--marker", folder.resolve("marker").toString(), "--count", count.toString())
                .withRetries(1);

        ProcessOutput output = simulator(command).produce(ToyCommand.job(25, 8, 10));

        assertThat(Files.readAllLines(count)).containsExactly("8", "8");
        assertThat(output.remarks()).singleElement().asString().contains("attempt 1 failed", "exit code 9");
        assertThat(partFolders()).isEmpty();
    }

    @Test
    void aProgramThatDiesHalfWayLeavesNoFile() throws IOException {
        ProcessSimulator simulator = simulator(ToyCommand.in("half"));

        assertThatThrownBy(() -> simulator.produce(ToyCommand.job(25, 1, 10))).hasMessageContaining("exit code 6");

        try (Stream<Path> files = Files.walk(cache())) {
            assertThat(files.filter(file -> file.endsWith("events.lhe")))
                    .allMatch(file -> file.toString().contains(".part-"));
        }
    }

    @Test
    void aProgramThatWritesNothingIsRefused() {
        assertThatThrownBy(() -> simulator(ToyCommand.in("nothing")).produce(ToyCommand.job(25, 1, 10)))
                .hasMessageContaining("ended without writing events.lhe")
                .hasMessageContaining("I write nothing");
    }

    @Test
    void onlyTheEndOfWhatAProgramPrintsIsKept() throws IOException {
        ProcessOutput output = simulator(ToyCommand.in("talkative")).produce(ToyCommand.job(25, 1, 10));

        byte[] kept = Files.readAllBytes(output.file().resolveSibling("record").resolve("stdout.txt"));

        assertThat(kept.length).isBetween(1 << 16, (1 << 16) + 100);
        assertThat(new String(kept, java.nio.charset.StandardCharsets.UTF_8))
                .startsWith("[")
                .endsWith("the last line\n");
    }

    @Test
    void anUnknownProgramIsNamed() {
        ProcessCommand command = ProcessCommand.of(List.of("pythai", "{output}"), "events.lhe");

        assertThatThrownBy(() -> simulator(command).produce(ToyCommand.job(25, 1, 10)))
                .isInstanceOf(NotFound.class)
                .hasMessageContaining("cannot start pythai");
    }

    @Test
    void aLinkOutOfTheWorkingFolderIsRefused() throws IOException {
        Path outside = Files.writeString(folder.resolve("outside"), "secret");
        ProcessCommand command = ProcessCommand.of(List.of("ln", "-s", outside.toString(), "{output}"), "events.lhe");

        assertThatThrownBy(() -> simulator(command).produce(ToyCommand.job(25, 1, 10)))
                .hasMessageContaining("outside its working folder");
    }

    @Test
    void cardsAreFilledInAndKept() throws IOException {
        ProcessCommand command = ProcessCommand.of(List.of("cp", "{work}/cards/my.card", "{output}"), "events.txt")
                .withFiles(Map.of("cards/my.card", "set m {theta.mean}; add {0.5} {{abs(eta) < 2}} {{mean}} {seed}\n"));

        ProcessOutput output = simulator(command).produce(ToyCommand.job(1e-7, 3, 10));

        assertThat(output.file()).hasContent("set m 1.0e-7; add {0.5} {{abs(eta) < 2}} {mean} 3\n");
        assertThat(output.file().resolveSibling("record").resolve("cards/cards/my.card"))
                .hasSameTextualContentAs(output.file());
    }

    @Test
    void nothingIsInterpretedByAShell() throws IOException {
        ProcessCommand command = ProcessCommand.of(List.of("cp", "{work}/a;touch $HOME", "{output}"), "$(out) `file`")
                .withFiles(Map.of("a;touch $HOME", "text"));

        assertThat(simulator(command).produce(ToyCommand.job(25, 1, 1)).file()).hasContent("text");
    }

    @Test
    void theKeyDependsOnEverythingThatDecides() throws IOException {
        Path input = Files.writeString(folder.resolve("input"), "one");
        ProcessCommand command = ProcessCommand.of(List.of("cp", "{input.card}", "{output}"), "events.txt")
                .withFiles(Map.of("card", "a"))
                .withInputs(Map.of("card", input));
        ProcessJob job = ToyCommand.job(25, 1, 1);

        String key = new JobText(command, ToyCommand.SPACE).of(job);
        List<String> others = List.of(
                new JobText(command.withFiles(Map.of("card", "b")), ToyCommand.SPACE).of(job),
                new JobText(command.withVersion("2"), ToyCommand.SPACE).of(job),
                new JobText(command, ToyCommand.SPACE).of(ToyCommand.job(25, 2, 1)),
                new JobText(command, ToyCommand.SPACE).of(ToyCommand.job(25, 1, 2)),
                new JobText(command, ToyCommand.SPACE).of(ToyCommand.job(Math.nextUp(25.0), 1, 1)));
        Files.writeString(input, "two");
        String changed = new JobText(command, ToyCommand.SPACE).of(job);

        assertThat(others).doesNotHaveDuplicates().doesNotContain(key);
        assertThat(changed).isNotEqualTo(key);
        assertThat(new JobText(command.withRetries(3), ToyCommand.SPACE).of(job))
                .isEqualTo(changed);
    }

    @Test
    void theEnvironmentIsWhatTheCommandSays() {
        ProcessCommand command = ToyCommand.in("environment")
                .withEnvironment(
                        new ProcessCommand.Environment(false, List.of("PATH"), Map.of("CARD", "{work}", "TWO", "2")));

        assertThat(simulator(command).produce(ToyCommand.job(25, 1, 1)).file())
                .content()
                .contains("CARD", "TWO", "PATH", "AURUM_JOB")
                .doesNotContain("HOME");
    }

    @Test
    void anUnknownPlaceholderIsRefusedBeforeAnythingRuns() {
        ProcessCommand command = ProcessCommand.of(List.of("cp", "{wrok}", "{output}"), "events.lhe");

        assertThatThrownBy(() -> simulator(command))
                .isInstanceOf(NotFound.class)
                .hasMessageContaining("{wrok}")
                .hasMessageContaining("did you mean \"work\"?");
    }

    @Test
    void streamsNeedAnOpenerOfStreams() {
        ProcessSimulator simulator = ProcessSimulator.of(
                ToyCommand.in("normal").withDelivery(Delivery.PIPE),
                ToyCommand.SPACE,
                ToyCommand.OPENER::open,
                ProcessCache.at(cache()));

        assertThatThrownBy(() -> simulator.stream(ToyCommand.job(25, 1, 1))).isInstanceOf(NotSupported.class);
    }
}
