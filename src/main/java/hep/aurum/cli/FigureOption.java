package hep.aurum.cli;

import hep.aurum.base.BadInput;
import hep.aurum.plot.Figure;
import hep.aurum.plot.FigureWriter;
import hep.aurum.workflow.JsonText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * Draw the figures of an answer into a folder, each as SVG, PNG and PDF with its numbers as JSON.
 *
 * <p>A command takes it in by a mixin, and draws after it has printed its answer.
 */
final class FigureOption {

    @Option(
            names = "--figures",
            paramLabel = "DIR",
            description = "Draw the answer into this folder: each figure as SVG, PNG and PDF, its numbers as JSON.")
    private @Nullable Path folder;

    /** Return whether figures are wanted; ask before computing what only they need. */
    boolean isWanted() {
        return folder != null;
    }

    /**
     * Write a figure if figures are wanted.
     *
     * @param name of the files; characters that do not belong into such a name become {@code _}
     * @throws BadInput if the folder cannot be written
     */
    void write(Figure figure, String name) {
        if (folder == null) {
            return;
        }
        String stem = name.replaceAll("[^A-Za-z0-9_.-]", "_");
        FigureWriter.write(figure, folder, stem);
        save(folder.resolve(stem + ".json"), JsonText.of(figure.data()) + "\n");
    }

    private static void save(Path file, String text) {
        Path part = file.resolveSibling("." + file.getFileName() + ".part");
        try {
            try {
                Files.writeString(part, text, StandardCharsets.UTF_8);
                Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new BadInput("cannot write " + file + ": " + e.getMessage(), "", "check the folder");
        }
    }
}
