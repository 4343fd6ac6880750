package hep.aurum.format.hs3;

import hep.aurum.base.BadInput;
import hep.aurum.base.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Find the files beside a document, in its own folder and nowhere else, and make sure that they are what it says. */
final class SidecarReader {

    private static final int MAX_FILES = 10_000;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,199}");
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    private final Path folder;
    private final Map<String, String> checked = new LinkedHashMap<>();
    private final Map<String, Object> contents = new HashMap<>();

    SidecarReader(Path document) {
        Path parent = document.toAbsolutePath().getParent();
        folder = parent == null ? document : parent;
    }

    /** Read the content of a file. */
    @FunctionalInterface
    interface Reading<T> {
        T read(Path path);
    }

    /** Return the content of the file that a node names; a file that is named twice is read once. */
    <T> T read(Hs3Node node, Sidecar.Kind kind, Class<T> type, Reading<T> reading) {
        Path file = checked(node, kind);
        Object known = contents.get(file.getFileName().toString());
        if (type.isInstance(known)) {
            return type.cast(known);
        }
        T content = reading.read(file);
        contents.put(file.getFileName().toString(), content);
        return content;
    }

    /**
     * Return the path of a file.
     *
     * @throws BadInput if it is not there, or not what the document says
     */
    Path checked(Hs3Node node, Sidecar.Kind kind) {
        String name = node.text(Sidecar.FILE);
        String expected = node.text(Sidecar.SHA256);
        if (!NAME.matcher(name).matches() || !name.endsWith("." + kind.ending())) {
            throw new BadInput(
                    "the file \"" + name + "\" is no plain name that ends in ." + kind.ending(),
                    node.where(),
                    "files of a document lie in its own folder");
        }
        if (!SHA256.matcher(expected).matches()) {
            throw new BadInput(
                    "the checksum of " + name + " is no SHA-256", node.where(), "give 64 hexadecimal digits");
        }
        Path file = folder.resolve(name);
        String known = checked.get(name);
        String actual = known == null ? checksum(file, node, kind) : known;
        checked.put(name, actual);
        if (checked.size() > MAX_FILES) {
            throw new BadInput("more than " + MAX_FILES + " files are named", node.where(), "");
        }
        if (!actual.equals(expected)) {
            throw new BadInput(
                    name + " is not the file that the document was written with: its checksum is "
                            + actual.substring(0, 12) + "…, expected "
                            + expected.substring(0, 12) + "…",
                    node.where(),
                    "fetch it again, or write the document again");
        }
        return file;
    }

    private static String checksum(Path file, Hs3Node node, Sidecar.Kind kind) {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            String what = Files.isSymbolicLink(file) ? " is a link, not a file" : " is not there";
            throw new BadInput(
                    file.getFileName() + what,
                    node.where(),
                    "keep the files of a document beside it; copy them together");
        }
        try {
            long size = Files.size(file);
            if (size > kind.most()) {
                throw new BadInput(
                        file.getFileName() + " has " + size + " bytes, at most " + kind.most() + " are read",
                        node.where(),
                        "write a smaller one");
            }
            return Sha256.ofFile(file);
        } catch (IOException e) {
            throw new BadInput("cannot read " + file.getFileName() + ": " + e.getMessage(), node.where(), "");
        }
    }

    /** Return the checksums of all files that were asked for, by name. */
    Map<String, String> checksums() {
        return new LinkedHashMap<>(checked);
    }
}
