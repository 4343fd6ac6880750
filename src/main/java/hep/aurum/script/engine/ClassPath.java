package hep.aurum.script.engine;

import java.io.File;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.LinkedHashSet;
import java.util.Set;

/** Say where the compiler finds the classes of Aurum. */
public final class ClassPath {

    private ClassPath() {}

    /** Return the class path of this process, and that of the loader of Aurum where a host has loaded it. */
    public static String text() {
        Set<String> entries = new LinkedHashSet<>();
        CodeSource own = ClassPath.class.getProtectionDomain().getCodeSource();
        if (own != null) {
            add(own.getLocation(), entries);
        }
        for (ClassLoader loader = ClassPath.class.getClassLoader(); loader != null; loader = loader.getParent()) {
            if (loader instanceof URLClassLoader urls) {
                for (URL url : urls.getURLs()) {
                    add(url, entries);
                }
            }
        }
        String process = System.getProperty("java.class.path", "");
        if (!process.isEmpty()) {
            entries.add(process);
        }
        return String.join(File.pathSeparator, entries);
    }

    private static void add(URL url, Set<String> entries) {
        try {
            if (url.getProtocol().equals("file")) {
                entries.add(Path.of(url.toURI()).toString());
            }
        } catch (URISyntaxException e) {
            // Such a place holds no classes that the compiler could read.
            return;
        }
    }
}
