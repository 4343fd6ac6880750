package hep.aurum.cli;

import hep.aurum.format.WorkspaceFormats;
import hep.aurum.format.WorkspaceImport;
import hep.aurum.likelihood.binned.Workspace;
import java.nio.file.Path;

/** Read the workspace that a command is given, of any format; warnings go to standard error. */
final class WorkspaceReading {

    private WorkspaceReading() {}

    /**
     * Return the workspace.
     *
     * @throws hep.aurum.base.BadInput if it cannot be read
     * @throws hep.aurum.base.NotSupported if it has channels of events, which are no workspace
     */
    static Workspace read(Path path) {
        JointReading.refuse(path);
        WorkspaceImport read = WorkspaceFormats.read(path);
        for (String warning : read.warnings()) {
            System.err.println("aurum: warning: " + warning);
        }
        return read.workspace();
    }
}
