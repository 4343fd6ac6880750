package hep.aurum.simulator.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hep.aurum.base.Progress;
import hep.aurum.math.random.RandomStreams;
import hep.aurum.param.ParameterPoint;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
@Tag("slow")
class ProcessPoolTest {

    private static final int JOBS = 6;

    @TempDir
    private Path folder = Path.of("");

    /** Run the pool as a program of its own, so that it can be killed: cache, count, gate. */
    static final class Run {

        private Run() {}

        public static void main(String[] arguments) {
            Path root = Path.of(arguments[0]);
            outputs(root, 2);
        }
    }

    private static List<ProcessJob> jobs() {
        return LongStream.rangeClosed(1, JOBS)
                .mapToObj(seed -> ToyCommand.job(10.0 * seed, seed, 20))
                .toList();
    }

    /** The fourth job waits for a gate, those before it do not. */
    private static ProcessSimulator gated(Path root) {
        ProcessCommand command = ToyCommand.in(
                "gate",
                "--marker",
                root.resolve("gate").toString(),
                "--gated",
                "4",
                "--count",
                root.resolve("count").toString());
        return ProcessSimulator.of(
                command, ToyCommand.SPACE, ToyCommand.OPENER, ProcessCache.at(root.resolve("cache")));
    }

    private static List<ProcessOutput> outputs(Path root, int parallel) {
        return ProcessPool.of(gated(root), parallel).run(jobs(), Progress.NONE);
    }

    @Test
    void theOutputsAreInTheOrderOfTheJobsWhateverFinishesFirst() throws IOException {
        Path serial = Files.createDirectory(folder.resolve("serial"));
        Path parallel = Files.createDirectory(folder.resolve("parallel"));
        Files.writeString(serial.resolve("gate"), "open");
        Files.writeString(parallel.resolve("gate"), "open");
        List<Double> fractions = new ArrayList<>();

        List<ProcessOutput> one = outputs(serial, 1);
        List<ProcessOutput> three = ProcessPool.of(gated(parallel), 3).run(jobs(), (task, fraction) -> {
            synchronized (fractions) {
                fractions.add(fraction);
            }
        });

        assertThat(three).extracting(ProcessOutput::job).containsExactlyElementsOf(jobs());
        assertThat(three)
                .extracting(ProcessOutput::sha256)
                .containsExactlyElementsOf(
                        one.stream().map(ProcessOutput::sha256).toList())
                .doesNotHaveDuplicates();
        assertThat(fractions).startsWith(0.0).endsWith(1.0).isSorted();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void afterAKillOfTheWholeRunFinishedJobsAreNotRunAgain() throws IOException, InterruptedException {
        Path count = folder.resolve("count");
        Process run = startRun();
        long orphan = awaitTheLastJob(run);
        run.destroyForcibly().waitFor();
        assertThat(ProcessHandle.of(orphan))
                .as("the program survives the kill of its run")
                .isPresent();
        assertThat(gated(folder).state(jobs().get(3))).isEqualTo(JobState.MISSING);
        Files.writeString(folder.resolve("gate"), "open");

        List<ProcessOutput> outputs = outputs(folder, 2);

        assertThat(outputs).extracting(ProcessOutput::isFromCache).containsExactly(true, true, true, false, true, true);
        assertThat(Files.readAllLines(count)).containsExactlyInAnyOrder("1", "2", "3", "4", "5", "6", "4");
        assertThat(ProcessHandle.of(orphan).filter(ProcessHandle::isAlive)).isEmpty();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aRunThatIsAskedToEndEndsItsPrograms() throws IOException, InterruptedException {
        Process run = startRun();
        long program = awaitTheLastJob(run);

        run.destroy();

        assertThat(run.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(ProcessHandle.of(program).filter(ProcessHandle::isAlive)).isEmpty();
    }

    private Process startRun() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path") + File.pathSeparator + classPath(),
                        Run.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
    }

    /** Wait until the fourth job is the only one left at work, and return the process of its program. */
    private long awaitTheLastJob(Process run) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + Duration.ofSeconds(40).toNanos();
        while (!hasLine(folder.resolve("count"), "6") || !isDone(6)) {
            assertThat(run.isAlive()).as(read(folder.resolve("log"))).isTrue();
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.sleep(20);
        }
        return Long.parseLong(Files.readString(folder.resolve("waiting")));
    }

    private static String classPath() {
        // The console launcher loads the tests by a loader of its own, so their folders are asked of the classes.
        return List.of(
                        ProcessPoolTest.class,
                        ProcessPool.class,
                        org.apache.commons.rng.simple.RandomSource.class,
                        org.apache.commons.rng.UniformRandomProvider.class)
                .stream()
                .map(type -> new File(type.getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .getPath())
                        .getPath())
                .reduce((a, b) -> a + File.pathSeparator + b)
                .orElseThrow();
    }

    private boolean isDone(int job) {
        return gated(folder).state(jobs().get(job - 1)) == JobState.DONE;
    }

    private static boolean hasLine(Path file, String line) throws IOException {
        return Files.exists(file) && Files.readAllLines(file).contains(line);
    }

    private static String read(Path file) throws IOException {
        return Files.exists(file) ? Files.readString(file) : "";
    }

    @Test
    void afterAFailureNothingNewIsStartedAndTheRestIsKept() {
        Path root = folder;
        ProcessCommand command = ProcessCommand.of(
                List.of("bash", "-c", "[ $1 != 2 ] && echo $1 > \"$2\"", "job", "{seed}", "{output}"), "out.txt");
        ProcessSimulator simulator =
                ProcessSimulator.of(command, ToyCommand.SPACE, ToyCommand.OPENER, ProcessCache.at(root));

        assertThatThrownBy(() -> ProcessPool.of(simulator, 1).run(jobs(), Progress.NONE))
                .hasMessageContaining("failed with exit code 1")
                .hasMessageContaining("seed 2")
                .hasMessageContaining("1 of 6 jobs are done and kept");
        assertThat(jobs())
                .extracting(simulator::state)
                .containsExactly(
                        JobState.DONE,
                        JobState.FAILED,
                        JobState.MISSING,
                        JobState.MISSING,
                        JobState.MISSING,
                        JobState.MISSING);
    }

    @Test
    void seedsDependOnPointAndNumberAndNeverRepeat() {
        ParameterPoint a = ParameterPoint.of(1);
        ParameterPoint b = ParameterPoint.of(2);
        JobSeeds all = JobSeeds.of(RandomStreams.of(7));
        JobSeeds later = JobSeeds.of(RandomStreams.of(7));

        List<Long> first = List.of(all.next(a, 0), all.next(a, 1), all.next(b, 0));

        assertThat(later.next(b, 0)).isEqualTo(first.get(2));
        assertThat(later.next(a, 1)).isEqualTo(first.get(1));
        assertThat(first).doesNotHaveDuplicates().allMatch(seed -> seed >= 1 && seed <= 900_000_000);
        JobSeeds few = JobSeeds.of(RandomStreams.of(7), 5, 8);
        assertThat(List.of(few.next(a, 0), few.next(a, 1), few.next(a, 2), few.next(a, 3)))
                .containsExactlyInAnyOrder(5L, 6L, 7L, 8L);
        assertThatThrownBy(() -> few.next(a, 4)).hasMessageContaining("no more seeds");
    }
}
