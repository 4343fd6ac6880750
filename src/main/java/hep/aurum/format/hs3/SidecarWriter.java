package hep.aurum.format.hs3;

import hep.aurum.base.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Write the files beside a document.
 *
 * <p>Their names end in digits of their checksums: a new document never changes a file of an older one, and the same content is
 * written once. What was written is taken away again if the document does not come about.
 */
final class SidecarWriter {

    private static final int DIGITS = 16;

    private final Path folder;
    private final String stem;
    private final List<Path> fresh = new ArrayList<>();

    /** Write beside a document. */
    SidecarWriter(Path document) {
        Path parent = document.toAbsolutePath().getParent();
        folder = parent == null ? document : parent;
        stem = stem(String.valueOf(document.getFileName()));
    }

    /** Return the name up to its first full stop, without what would be awkward in a name of a file. */
    private static String stem(String name) {
        int stop = name.indexOf('.');
        String plain = (stop < 0 ? name : name.substring(0, stop)).replaceAll("[^A-Za-z0-9_-]", "_");
        return plain.isEmpty() || plain.startsWith("-") ? "model" : plain.substring(0, Math.min(64, plain.length()));
    }

    /** Write a file at a path that is given. */
    @FunctionalInterface
    interface Content {
        void write(Path path) throws IOException;
    }

    Sidecar add(Sidecar.Kind kind, Content content) throws IOException {
        Path draft = folder.resolve(
                stem + "-" + ProcessHandle.current().pid() + "-" + System.identityHashCode(this) + ".draft");
        try {
            content.write(draft);
            String sha256 = Sha256.ofFile(draft);
            String name = stem + "-" + kind.label() + "-" + sha256.substring(0, DIGITS) + "." + kind.ending();
            Path file = folder.resolve(name);
            if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                fresh.add(file);
            }
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            return new Sidecar(name, sha256);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** Take away what was not there before. */
    void undo() throws IOException {
        for (Path file : fresh) {
            Files.deleteIfExists(file);
        }
    }
}
