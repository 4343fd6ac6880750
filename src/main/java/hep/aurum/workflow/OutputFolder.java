package hep.aurum.workflow;

import hep.aurum.base.BadInput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Guard the folder that a study writes to.
 *
 * <p>A folder belongs to one fingerprint: study, seed, input files and program version. A run of the same fingerprint goes on
 * where an earlier one stopped; any other is refused unless forced. Every file appears whole or not at all. Only a folder
 * that carries our mark (or is empty) is ever written to or cleared.
 */
final class OutputFolder {

    private static final String MARK = "aurum-run.txt";
    private static final String DRAFT = ".part";
    private static final String RESULT = "result.json";

    private final Path folder;
    private final String fingerprint;

    private OutputFolder(Path folder, String fingerprint) {
        this.folder = folder;
        this.fingerprint = fingerprint;
    }

    /**
     * Check whether the folder may be used, without touching it.
     *
     * @throws BadInput if it holds something else and the run is not forced
     */
    static OutputFolder claim(Path folder, String fingerprint, boolean force) {
        OutputFolder output = new OutputFolder(folder, fingerprint);
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new BadInput(folder + " is a file, expected a folder to write to", "", "choose another --out");
        }
        if (output.isForeign()) {
            throw new BadInput(
                    folder + " holds files that are not results of Aurum", "", "choose another folder with --out");
        }
        if (output.hasOtherResults() && !force) {
            throw new BadInput(
                    folder + " holds the results of another study, seed or version",
                    "",
                    "choose another folder with --out, or replace them with --force");
        }
        return output;
    }

    /** Return what the folder belongs to. */
    String fingerprint() {
        return fingerprint;
    }

    /** Create the folder, cleared of other results. */
    void open(boolean force) {
        if (Files.exists(folder) && (force || hasOtherResults())) {
            clear();
        }
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new BadInput("cannot create the folder " + folder + ": " + e.getMessage(), "", "check --out");
        }
        write(MARK, fingerprint + "\n");
    }

    /** Return whether this very study was run to its end here before. */
    boolean isComplete() {
        return !hasOtherResults() && Files.isRegularFile(folder.resolve(RESULT));
    }

    /** Return whether a file of an earlier, interrupted run of the same study is there. */
    boolean has(String name) {
        return !hasOtherResults() && Files.isRegularFile(folder.resolve(name));
    }

    /** Return the path of a file in the folder; its sub-folder is created. */
    Path path(String name) {
        Path path = folder.resolve(name).normalize();
        if (!path.startsWith(folder.normalize())) {
            throw new BadInput("the name " + name + " leads out of the output folder", "", "");
        }
        try {
            Files.createDirectories(path.getParent() == null ? folder : path.getParent());
        } catch (IOException e) {
            throw new BadInput("cannot create the folder of " + path + ": " + e.getMessage(), "", "check permissions");
        }
        return path;
    }

    /** Write a text file, whole or not at all. */
    void write(String name, String text) {
        Path path = path(name);
        Path draft = path.resolveSibling(path.getFileName() + DRAFT);
        try {
            Files.writeString(draft, text, StandardCharsets.UTF_8);
            Files.move(draft, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new BadInput("cannot write " + path + ": " + e.getMessage(), "", "check space and permissions");
        }
    }

    /** Return the text of a file. */
    String read(String name) {
        try {
            return Files.readString(folder.resolve(name), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new BadInput("cannot read " + folder.resolve(name) + ": " + e.getMessage(), "", "run with --force");
        }
    }

    private boolean isForeign() {
        return Files.isDirectory(folder) && !Files.isRegularFile(folder.resolve(MARK)) && !isEmpty();
    }

    private boolean hasOtherResults() {
        return Files.isRegularFile(folder.resolve(MARK)) && !read(MARK).strip().equals(fingerprint);
    }

    private boolean isEmpty() {
        // A run that is killed at its very beginning leaves the draft of the mark alone.
        Path draft = folder.resolve(MARK + DRAFT);
        try (Stream<Path> files = Files.list(folder)) {
            return files.allMatch(draft::equals);
        } catch (IOException e) {
            throw new BadInput("cannot look into " + folder + ": " + e.getMessage(), "", "check permissions");
        }
    }

    /** The mark goes last, so that an interrupted clearing is still recognised as ours. */
    private void clear() {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> all = files.sorted(Comparator.reverseOrder())
                    .filter(file -> !file.equals(folder) && !file.equals(folder.resolve(MARK)))
                    .toList();
            for (Path file : all) {
                Files.delete(file);
            }
            Files.deleteIfExists(folder.resolve(MARK));
        } catch (IOException e) {
            throw new BadInput("cannot clear " + folder + ": " + e.getMessage(), "", "check permissions");
        }
    }
}
