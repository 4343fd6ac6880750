package hep.aurum.jas.child;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hep.aurum.base.BadInput;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ChildJvmTest {

    /** Keeps what it hears. */
    private static final class Ears implements ChildListener {

        private final List<String> results = Collections.synchronizedList(new ArrayList<>());
        private final List<String> remarks = Collections.synchronizedList(new ArrayList<>());
        private final BlockingQueue<ChildEnd> end = new LinkedBlockingQueue<>();

        @Override
        public void report(String task, double fraction) {
            results.add(task);
        }

        @Override
        public void result(String line) {
            results.add(line);
        }

        @Override
        public void remark(String line) {
            remarks.add(line);
        }

        @Override
        public void ended(ChildEnd how) {
            end.add(how);
        }

        ChildEnd await() throws InterruptedException {
            ChildEnd how = end.poll(60, TimeUnit.SECONDS);
            assertThat(how).isNotNull();
            return how;
        }
    }

    @Test
    void theCommandHasMemoryClassPathAndMainClass() {
        ChildJvm jvm = new ChildJvm(
                Path.of("java"), List.of("-XX:+UseParallelGC"), List.of(Path.of("a.jar"), Path.of("b")), 512, "1");

        assertThat(jvm.command(List.of("run", "a study.yaml")))
                .containsExactly(
                        "java",
                        "-XX:+UseParallelGC",
                        "-Xmx512m",
                        "-classpath",
                        "a.jar" + File.pathSeparator + "b",
                        "hep.aurum.cli.Main",
                        "run",
                        "a study.yaml");
    }

    @Test
    void thisProgramsMachineIsThere() {
        ChildJvm jvm = ChildJvm.ofThisProgram(300);

        assertThat(jvm.java()).exists();
        assertThat(jvm.classPath()).anyMatch(Files::exists);
        assertThat(jvm.flags()).noneMatch(flag -> flag.startsWith("-Xmx") || flag.contains("${"));
    }

    @Test
    void resultAndEndAreTold() throws InterruptedException {
        Ears ears = new Ears();

        ChildProcess process = ChildProcess.start(ChildJvm.ofThisProgram(300), List.of("version"), ears);

        assertThat(ears.await()).isEqualTo(new ChildEnd(0, false, ""));
        assertThat(ears.results).isNotEmpty();
        assertThat(process.isRunning()).isFalse();
        process.cancel();
    }

    @Test
    void aFailureIsItsSentence() throws InterruptedException {
        Ears ears = new Ears();

        ChildProcess.start(ChildJvm.ofThisProgram(300), List.of("inspect", "no/such/file"), ears);

        ChildEnd end = ears.await();
        assertThat(end.isDone()).isFalse();
        assertThat(end.exitCode()).isEqualTo(3);
        assertThat(ears.results.toString() + end.sentence()).contains("no/such/file");
    }

    @Test
    void aMachineThatIsNotThereIsASentence() {
        ChildJvm none = new ChildJvm(Path.of("no-such-java"), List.of(), List.of(), 300, "");

        assertThatThrownBy(() -> ChildProcess.start(none, List.of("version"), new Ears()))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("no-such-java");
    }

    @Test
    void settingsSurviveAndNonsenseIsTheUsual() {
        Properties preferences = new Properties();
        new RunSettings(1024, 3).store(preferences);
        assertThat(RunSettings.of(preferences)).isEqualTo(new RunSettings(1024, 3));

        preferences.setProperty("aurum.run.memory", "-5");
        assertThat(RunSettings.of(preferences)).isEqualTo(RunSettings.usual());
        preferences.setProperty("aurum.run.memory", "much");
        assertThat(RunSettings.of(preferences).memory())
                .isEqualTo(RunSettings.usual().memory());
        assertThatThrownBy(() -> new RunSettings(1, 1)).hasMessageContaining("memory");
    }
}
