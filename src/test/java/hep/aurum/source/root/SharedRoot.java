package hep.aurum.source.root;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Find ROOT files in the folder of shared data, or skip the test. */
final class SharedRoot {

    private SharedRoot() {}

    static Path file(String name) {
        String folder = System.getProperty("aurum.data", "");
        Path file = Path.of(folder).resolve("thirdparty").resolve(name);
        assumeTrue(
                !folder.isEmpty() && Files.exists(file),
                "needs the shared data: run with -Daurum.data=FOLDER, which has thirdparty/" + name);
        return file;
    }
}
