package hep.aurum.format;

import hep.aurum.likelihood.binned.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/**
 * Hold a binned model that was read from a file.
 *
 * @param workspace the model
 * @param warnings one sentence, with its place, for everything that the file's own program would do otherwise
 */
public record WorkspaceImport(Workspace workspace, List<String> warnings) {

    /** Copy the list. */
    public WorkspaceImport {
        warnings = List.copyOf(warnings);
    }

    /** Return the reader of a format that says exactly what a workspace says. */
    static Function<Path, WorkspaceImport> silent(Function<Path, Workspace> reader) {
        return path -> new WorkspaceImport(reader.apply(path), List.of());
    }
}
