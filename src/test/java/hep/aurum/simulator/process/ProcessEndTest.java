package hep.aurum.simulator.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hep.aurum.base.BadInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** No process of a job outlives it. */
@EnabledOnOs(OS.LINUX)
@Timeout(60)
@Tag("slow")
class ProcessEndTest {

    @TempDir
    private Path folder = Path.of("");

    private ProcessSimulator simulator(ProcessCommand command) {
        return ProcessSimulator.of(
                command, ToyCommand.SPACE, ToyCommand.OPENER, ProcessCache.at(folder.resolve("cache")));
    }

    private static ProcessCommand brief(ProcessCommand command) {
        return command.withLimits(
                new ProcessCommand.Limits(Duration.ofMillis(1200), Duration.ofMillis(300), 0, 1 << 16));
    }

    private boolean isAlive(Path pidFile) throws IOException {
        return ProcessHandle.of(Long.parseLong(Files.readString(pidFile)))
                .map(ProcessHandle::isAlive)
                .orElse(false);
    }

    @Test
    void aSlowJobIsEndedAtItsLimit() {
        assertThatThrownBy(() -> simulator(brief(ToyCommand.in("slow"))).produce(ToyCommand.job(25, 1, 1)))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("did not finish within 1 s and was ended");
    }

    @Test
    void aJobThatIgnoresTheRequestIsEndedByForce() {
        assertThatThrownBy(() -> simulator(brief(ToyCommand.in("stubborn"))).produce(ToyCommand.job(25, 1, 1)))
                .hasMessageContaining("did not finish within 1 s and was ended");
    }

    @Test
    void childrenAreEndedWithTheirParent() throws IOException {
        Path pid = folder.resolve("child");
        ProcessCommand command = brief(ToyCommand.in("children", "--marker", pid.toString()));

        assertThatThrownBy(() -> simulator(command).produce(ToyCommand.job(25, 1, 1)))
                .hasMessageContaining("did not finish within");

        assertThat(isAlive(pid)).isFalse();
    }

    @Test
    void aChildThatIsLeftBehindIsEndedAndTheJobIsGood() throws IOException {
        Path pid = folder.resolve("child");
        ProcessCommand command = ToyCommand.in("leaves-child", "--marker", pid.toString());

        ProcessOutput output = simulator(command).produce(ToyCommand.job(25, 1, 1));

        assertThat(output.file()).exists();
        assertThat(isAlive(pid)).isFalse();
    }

    @Test
    void theSignalIsNamed() {
        ProcessCommand command = ProcessCommand.of(List.of("bash", "-c", "kill -9 $$"), "events.lhe");

        assertThatThrownBy(() -> simulator(command).produce(ToyCommand.job(25, 1, 1)))
                .hasMessageContaining("was ended by signal 9");
    }

    @Test
    void anInterruptedRunEndsItsPrograms() throws InterruptedException, IOException {
        Path gate = folder.resolve("gate");
        ProcessSimulator simulator = simulator(ToyCommand.in("gate", "--marker", gate.toString(), "--gated", "1"));
        CompletableFuture<Throwable> thrown = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                ProcessPool.of(simulator, 2).run(List.of(ToyCommand.job(25, 1, 1)), (task, fraction) -> {});
                thrown.complete(new AssertionError("not interrupted"));
            } catch (BadInput e) {
                thrown.complete(e);
            }
        });
        thread.start();
        Path waiting = folder.resolve("waiting");
        while (Files.notExists(waiting) || Files.size(waiting) == 0) {
            Thread.sleep(10);
        }

        thread.interrupt();
        thread.join(20_000);

        assertThat(thrown.join()).hasMessageContaining("interrupted");
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (isAlive(waiting) && System.nanoTime() < deadline) {
            Thread.sleep(10);
        }
        assertThat(isAlive(waiting)).isFalse();
    }

    @Test
    void twoRunsDoNotComputeOneJobTwice() throws IOException, InterruptedException, ExecutionException {
        Path count = folder.resolve("count");
        Path gate = folder.resolve("gate");
        ProcessCommand command =
                ToyCommand.in("gate", "--marker", gate.toString(), "--gated", "1", "--count", count.toString());
        ProcessJob job = ToyCommand.job(25, 1, 1);
        CompletableFuture<ProcessOutput> first =
                CompletableFuture.supplyAsync(() -> simulator(command).produce(job));
        Path waiting = folder.resolve("waiting");
        while (Files.notExists(waiting)) {
            Thread.sleep(10);
        }
        JobState during = simulator(command).state(job);
        CompletableFuture<ProcessOutput> second =
                CompletableFuture.supplyAsync(() -> simulator(command).produce(job), OwnThread.EXECUTOR);
        assertThatThrownBy(() -> second.get(200, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
        Files.writeString(gate, "open");

        assertThat(first.get().isFromCache()).isFalse();
        assertThat(second.get().isFromCache()).isTrue();
        assertThat(Files.readAllLines(count)).hasSize(1);
        assertThat(during).isEqualTo(JobState.RUNNING);
        assertThat(simulator(command).state(job)).isEqualTo(JobState.DONE);
    }
}
