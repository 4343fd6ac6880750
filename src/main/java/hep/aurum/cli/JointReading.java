package hep.aurum.cli;

import hep.aurum.base.Failure;
import hep.aurum.base.Names;
import hep.aurum.base.NotFound;
import hep.aurum.base.NotSupported;
import hep.aurum.format.WorkspaceFormats;
import hep.aurum.format.hs3.JointFile;
import hep.aurum.likelihood.StatisticalModel;
import hep.aurum.likelihood.binned.InterpolationCodes;
import hep.aurum.likelihood.joint.JointWorkspace;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Read documents with channels of events, which are more than a workspace. */
final class JointReading {

    private JointReading() {}

    /** Return whether a file is such a document, by its content. */
    static boolean isJoint(Path path) {
        return WorkspaceFormats.of(path).name().equals("hs3") && JointFile.isJoint(path);
    }

    /** Return whether a file, which may be anything, is such a document. */
    static boolean isCertain(Path path) {
        try {
            return isJoint(path);
        } catch (Failure unknown) {
            // Whoever looks for events says what is wrong with it.
            return false;
        }
    }

    /**
     * Return the likelihood.
     *
     * @param measurement the one that is wanted, null for the document's own
     * @throws NotFound if the document has another measurement
     */
    static StatisticalModel read(Path path, @Nullable String measurement, InterpolationCodes codes) {
        JointWorkspace joint = JointFile.read(path);
        if (measurement != null && !measurement.equals(joint.measurement())) {
            throw new NotFound(
                    "no measurement \"" + measurement + "\" of the whole likelihood",
                    path.toString(),
                    Names.suggest(measurement, List.of(joint.measurement())));
        }
        return new JointWorkspace(
                        joint.workspace(), joint.measurement(), codes, joint.extra(), joint.parts(), joint.functions())
                .model();
    }

    /**
     * Refuse a document of this kind where a workspace is wanted.
     *
     * @throws NotSupported if it is one
     */
    static void refuse(Path path) {
        if (isJoint(path)) {
            throw new NotSupported(
                    path.getFileName() + " has channels of events, which this command cannot change or convert",
                    path.toString(),
                    "change the workspace that it was written from; aurum workspace inspect shows what is in it, and "
                            + "fit, hypotest, limit, scan, neyman and impacts test it");
        }
    }
}
