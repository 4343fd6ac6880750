package hep.aurum.jas.entry;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Find Aurum's files: the folder {@code aurum} beside the jar of the entry class, and the jars in it. */
final class Installation {

    private static final String FOLDER = "aurum";

    private Installation() {}

    /**
     * Return the folder beside the jar that holds a class.
     *
     * @throws NotInstalledException if there is no such folder, or nobody knows where the jar is
     */
    static Path folderBeside(Class<?> entry) throws NotInstalledException {
        List<URL> locations = locations(entry);
        for (URL location : locations) {
            for (Path jar : readings(location)) {
                if (Files.isRegularFile(jar)) {
                    return folderBeside(jar);
                }
            }
        }
        throw new NotInstalledException("the jar of " + entry.getName() + " is not a file of this machine " + locations
                + "; copy the plugin's files into the extensions folder");
    }

    private static Path folderBeside(Path jar) throws NotInstalledException {
        Path folder = jar.toAbsolutePath().resolveSibling(FOLDER);
        if (!Files.isDirectory(folder)) {
            throw new NotInstalledException("there is no folder " + folder + "; copy the folder " + FOLDER
                    + " of the plugin beside " + jar.getFileName());
        }
        return folder;
    }

    /** Say where a class comes from: loaders that do not tell the one way tell the other. */
    private static List<URL> locations(Class<?> entry) {
        List<URL> locations = new ArrayList<>();
        CodeSource source = entry.getProtectionDomain().getCodeSource();
        if (source != null && source.getLocation() != null) {
            locations.add(source.getLocation());
        }
        URL resource = entry.getResource(entry.getSimpleName() + ".class");
        if (resource != null) {
            locations.add(resource);
        }
        return locations;
    }

    /** Read a URL as a path, escaped as it should be and raw as older programs make them, {@code %20} or a space. */
    static Set<Path> readings(URL location) {
        String text = location.toString();
        if (text.startsWith("jar:")) {
            int end = text.lastIndexOf("!/");
            text = text.substring("jar:".length(), end < 0 ? text.length() : end);
        }
        Set<Path> readings = new LinkedHashSet<>();
        if (!text.startsWith("file:")) {
            return readings;
        }
        try {
            readings.add(Path.of(new URI(text)));
        } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException e) {
            // A space, or a host name; the raw reading may do.
        }
        try {
            readings.add(Path.of(text.substring("file:".length())));
        } catch (InvalidPathException e) {
            // A drive of Windows, which the other reading has.
        }
        return readings;
    }
}
