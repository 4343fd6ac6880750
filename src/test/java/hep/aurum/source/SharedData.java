package hep.aurum.source;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Find the folder of shared data files, or skip the test. */
public final class SharedData {

    private SharedData() {}

    /** Return a file of the shared data by its name in the folder. */
    public static Path file(String name) {
        String folder = System.getProperty("aurum.data", "");
        Path file = Path.of(folder).resolve(name);
        assumeTrue(
                !folder.isEmpty() && Files.exists(file),
                "needs the shared data: run with -Daurum.data=FOLDER, which has " + name);
        return file;
    }
}
