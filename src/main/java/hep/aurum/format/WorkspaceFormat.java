package hep.aurum.format;

import hep.aurum.likelihood.binned.Workspace;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;

/**
 * Describe one file format of binned models.
 *
 * @param name what users call it
 * @param opens whether a file is of this format, by its path and the first characters of its text
 * @param reader reads a file
 * @param writer returns the text of a file; empty if the format is only read
 */
public record WorkspaceFormat(
        String name,
        BiPredicate<Path, String> opens,
        Function<Path, WorkspaceImport> reader,
        Optional<Function<Workspace, String>> writer) {}
