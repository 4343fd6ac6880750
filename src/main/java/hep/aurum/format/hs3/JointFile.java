package hep.aurum.format.hs3;

import hep.aurum.base.BadInput;
import hep.aurum.base.NotSupported;
import hep.aurum.likelihood.binned.InterpolationCodes;
import hep.aurum.likelihood.binned.Measurement;
import hep.aurum.likelihood.binned.Workspace;
import hep.aurum.likelihood.joint.JointWorkspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Write and read one likelihood of events and histograms as a document of HS3 with files beside it.
 *
 * <pre>{@code
 * JointFile.write(Path.of("out/model.hs3.json"), joint);
 * StatisticalModel model = JointFile.read(Path.of("out/model.hs3.json")).model();
 * }</pre>
 *
 * <p>A likelihood of binned channels alone becomes a plain document of the standard. Channels of events are an extension, which
 * the page {@code formats/joint-likelihood} describes: networks lie beside the document as ONNX and in their exact form, simulated
 * events for toys and large data as NumPy tables, each with its checksum. What is read back has the same −2 ln L to the bit where
 * HS3 holds the numbers of the binned part as they are, and to rounding elsewhere.
 */
public final class JointFile {

    private JointFile() {}

    /**
     * Write a document, its networks and its pools of events, whole or not at all.
     *
     * @throws NotSupported if a density or a generator of toys is a function of Java, or the standard cannot hold a setting
     * @throws BadInput if a file cannot be written
     */
    public static void write(Path file, JointWorkspace joint) {
        if (joint.parts().isEmpty() && joint.functions().isEmpty()) {
            if (!joint.extra().isEmpty() || !joint.codes().equals(InterpolationCodes.withDefaults())) {
                throw new NotSupported(
                        "parameters or interpolation codes of a likelihood without events cannot be written",
                        file.toString(),
                        "remove them");
            }
            Hs3.write(measured(joint), file);
            return;
        }
        SidecarWriter files = new SidecarWriter(file);
        boolean isWritten = false;
        try {
            try {
                Hs3.write(Hs3.text(new JointWriter(joint, files).toTree()), file);
                isWritten = true;
            } finally {
                if (!isWritten) {
                    files.undo();
                }
            }
        } catch (IOException | UncheckedIOException e) {
            throw new BadInput(
                    "cannot write what lies beside the document: " + e.getMessage(),
                    file.toString(),
                    "check the folder");
        }
    }

    /** Return the workspace with the measurement that is meant in the first place. */
    private static Workspace measured(JointWorkspace joint) {
        Workspace workspace = joint.workspace();
        List<Measurement> measurements = new ArrayList<>(workspace.measurements());
        Measurement first = workspace.measurement(joint.measurement());
        measurements.remove(first);
        measurements.add(0, first);
        return new Workspace(workspace.channels(), workspace.observations(), measurements);
    }

    /**
     * Read a document, checking the checksums of the files beside it.
     *
     * @throws BadInput if it cannot be read, is no HS3 document, or a file beside it is missing or changed
     * @throws NotSupported if it holds what a likelihood of ours cannot
     */
    public static JointWorkspace read(Path file) {
        Hs3Node root = Hs3.tree(file);
        if (JointReader.isJoint(root)) {
            return joint(root, file, new SidecarReader(file));
        }
        Workspace workspace = new Hs3Reader(root, file.toString(), Optional.empty()).read();
        return new JointWorkspace(
                workspace,
                workspace.measurements().get(0).name(),
                InterpolationCodes.withDefaults(),
                List.of(),
                List.of(),
                Optional.empty());
    }

    private static JointWorkspace joint(Hs3Node root, Path file, SidecarReader files) {
        try {
            return new JointReader(root, file.toString(), files).read();
        } catch (UncheckedIOException e) {
            throw new BadInput(
                    "cannot read what lies beside the document: " + e.getMessage(), file.toString(), "check the files");
        }
    }

    /**
     * Return whether a document of HS3 has the extension.
     *
     * @throws BadInput if it cannot be read or is not valid JSON
     */
    public static boolean isJoint(Path file) {
        return JointReader.isJoint(Hs3.tree(file));
    }

    /**
     * Read a document and return the checksums of the files beside it, by name, all of which agree with it.
     *
     * @throws BadInput as {@link #read} does
     */
    public static Map<String, String> checksums(Path file) {
        SidecarReader files = new SidecarReader(file);
        Hs3Node root = Hs3.tree(file);
        if (JointReader.isJoint(root)) {
            joint(root, file, files);
        }
        return files.checksums();
    }
}
