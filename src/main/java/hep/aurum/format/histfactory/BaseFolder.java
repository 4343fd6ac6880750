package hep.aurum.format.histfactory;

import hep.aurum.base.BadInput;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * Find the files that a document names, inside one folder.
 *
 * <p>HistFactory takes relative paths from the folder in which it is started, customarily the parent of the folder of
 * the combination file. The base is therefore the nearest folder, from that of the combination file upwards by at most
 * two, in which the first channel file is found.
 *
 * @param path absolute and normal
 */
record BaseFolder(Path path) {

    private static final int LEVELS = 2;

    static BaseFolder of(Path folder) {
        return new BaseFolder(folder.toAbsolutePath().normalize());
    }

    /** Find the base from which the first {@code <Input>} of a combination exists. */
    static BaseFolder find(Path top, XmlElement input) {
        Path folder = top.toAbsolutePath().normalize().getParent();
        String tried = "";
        for (int level = 0; level <= LEVELS && folder != null; level++) {
            BaseFolder base = new BaseFolder(folder);
            if (Files.isRegularFile(folder.resolve(parsed(input, input.text())).normalize())) {
                return base;
            }
            tried += (tried.isEmpty() ? "" : ", ") + folder;
            folder = folder.getParent();
        }
        throw input.bad(
                "there is no channel file " + input.text() + " in the folder of the combination or above it",
                "looked in " + tried + "; name the folder to which paths are relative");
    }

    private static Path parsed(XmlElement element, String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            throw element.bad("\"" + name + "\" is no path: " + e.getReason(), "");
        }
    }

    /**
     * Return a file that an element names.
     *
     * @throws BadInput if it does not exist or leads out of the base
     */
    Path resolve(XmlElement element, String name) {
        Path file = path.resolve(parsed(element, name)).normalize();
        if (!file.startsWith(path)) {
            throw element.bad(
                    "the file " + name + " lies outside of " + path, "name as base a folder that holds all files");
        }
        if (!Files.isRegularFile(file)) {
            throw element.bad("there is no file " + file, "paths are relative to " + path);
        }
        return file;
    }
}
