package hep.aurum.format.hs3;

import hep.aurum.base.NotSupported;
import hep.aurum.likelihood.joint.JointWorkspace;
import java.nio.file.Path;

/** Write and read one likelihood of events and histograms as a document of HS3 with files beside it. */
public final class JointFile {

    private JointFile() {}

    /** Write a document, its networks and its pools of events, whole or not at all. */
    public static void write(Path file, JointWorkspace joint) {
        throw new NotSupported("writing " + file, "", "");
    }

    /** Read a document, checking the checksums of the files beside it. */
    public static JointWorkspace read(Path file) {
        throw new NotSupported("reading " + file, "", "");
    }
}
