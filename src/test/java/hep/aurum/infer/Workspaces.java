package hep.aurum.infer;

import hep.aurum.format.pyhf.PyhfWorkspace;
import hep.aurum.likelihood.binned.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Find the reference workspaces; tests that need them are skipped where the data folder is absent. */
final class Workspaces {

    private Workspaces() {}

    static Workspace read(String name) {
        Path path = Path.of(System.getProperty("aurum.data", "absent"), "workspaces", name);
        Assumptions.assumeTrue(Files.exists(path), () -> "no reference workspace " + path);
        return PyhfWorkspace.read(path);
    }
}
