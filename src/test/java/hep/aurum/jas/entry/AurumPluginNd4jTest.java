package hep.aurum.jas.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Load the arrays of ND4J and their natives from the plugin's folder, in a process of its own: a native library belongs to
 * one class loader of a virtual machine, and other tests take it for theirs.
 */
@Tag("slow")
class AurumPluginNd4jTest {

    @TempDir
    private Path folder;

    @Test
    void theNativesAreLoadedFromTheFolderThroughTheContextLoader() throws IOException, InterruptedException {
        new ExtensionFolder(folder).withLibraries().withSession("""
                        org.nd4j.linalg.api.ndarray.INDArray array = org.nd4j.linalg.factory.Nd4j.ones(3, 4);
                        note("sum", array.mmul(array.transpose()).sumNumber().doubleValue());
                        note("loader", array.getClass().getClassLoader().getName());
                        """);

        List<String> lines = run();

        // Three by three sums of four ones.
        assertThat(lines).contains("sum=36.0", "loader=aurum").noneMatch(line -> line.startsWith("failure="));
    }

    private List<String> run() throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.awt.headless=true",
                "-Xmx500m",
                "-cp",
                ExtensionFolder.joined(ExtensionFolder.classPath()),
                Nd4jInHost.class.getName(),
                folder.toString());
        builder.environment().put("OMP_NUM_THREADS", "1");
        Process process = builder.redirectErrorStream(true).start();
        try (var out = process.inputReader(StandardCharsets.UTF_8)) {
            return out.lines().toList();
        } finally {
            process.waitFor();
        }
    }
}
