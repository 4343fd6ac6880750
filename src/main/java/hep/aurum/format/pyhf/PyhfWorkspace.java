package hep.aurum.format.pyhf;

import hep.aurum.base.BadInput;
import hep.aurum.likelihood.binned.Workspace;
import java.nio.file.Path;

/**
 * Read and write workspaces as pyhf does.
 *
 * <p>Stricter than the schema in two points, where pyhf would go on with less than was written: unknown keys in the data
 * of a normsys or histosys are refused, and so are two channels, samples, measurements or settings of one name. All
 * numbers become doubles: a count that the document writes {@code 50} is written {@code 50.0}. Where that matters, as for
 * digests, use a {@link PyhfDocument}.
 *
 * @see <a href="https://scikit-hep.org/pyhf/schemas/1.0.0/workspace.json">the schema</a>
 */
public final class PyhfWorkspace {

    private PyhfWorkspace() {}

    /**
     * Read a workspace from a file, compressed with gzip or not.
     *
     * @throws BadInput if the file cannot be read or is not a workspace
     */
    public static Workspace read(Path path) {
        return PyhfDocument.read(path).workspace();
    }

    /**
     * Read a workspace from text.
     *
     * @param json the document
     * @param origin what to call it in messages
     * @throws BadInput if it is not a workspace
     */
    public static Workspace parse(String json, String origin) {
        return PyhfDocument.parse(json, origin).workspace();
    }

    /**
     * Return a workspace as an indented JSON document with a line feed at the end.
     *
     * @throws BadInput if a luminosity modifier has another name than {@code lumi}, the only one that the schema allows
     */
    public static String toJson(Workspace workspace) {
        return PyhfDocument.of(workspace).toJson();
    }

    /**
     * Write a workspace to a file, replacing it whole or not at all; a name that ends in {@code .gz} is compressed.
     *
     * @throws BadInput if the file cannot be written
     */
    public static void write(Workspace workspace, Path path) {
        PyhfDocument.of(workspace).write(path);
    }
}
