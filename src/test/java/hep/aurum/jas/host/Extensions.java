package hep.aurum.jas.host;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.freehep.application.studio.Plugin;
import org.freehep.application.studio.Studio;

/**
 * The extensions folder, by the host's rules: jars that lie in it, not those in folders below; on the class path only what
 * a descriptor claims, the descriptor's own jar included; a library is its file's name without the version, and of two with
 * the same name one is lost; one loader for all plugins, parent first.
 */
public final class Extensions {

    private final List<Descriptor> descriptors = new ArrayList<>();
    private final List<Path> classPath = new ArrayList<>();
    private final List<String> dialogs = new ArrayList<>();
    private final URLClassLoader loader;

    private Extensions(Path folder, ClassLoader parent) throws IOException {
        List<Path> jars;
        try (Stream<Path> files = Files.list(folder)) {
            jars = files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        }
        for (Path jar : jars) {
            read(jar);
        }
        claim(jars);
        loader = new URLClassLoader(
                "extensions", classPath.stream().map(Extensions::url).toArray(URL[]::new), parent);
    }

    static Extensions scan(Path folder, ClassLoader parent) {
        try {
            return new Extensions(folder, parent);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            JarEntry entry = file.getJarEntry("PLUGIN-inf/plugins.xml");
            if (entry == null) {
                return;
            }
            try (InputStream in = file.getInputStream(entry)) {
                descriptors.addAll(Descriptor.read(in));
            }
        } catch (Descriptor.Invalid e) {
            dialogs.add("the descriptor of " + jar.getFileName() + " is not valid: " + e.getMessage());
        }
    }

    private void claim(List<Path> jars) {
        Map<String, Path> libraries = new HashMap<>();
        for (Path jar : jars) {
            String name = jar.getFileName().toString();
            if (descriptors.stream().noneMatch(descriptor -> descriptor.files().contains(name))) {
                dialogs.add("unclaimed library: " + name);
                continue;
            }
            Path other = libraries.putIfAbsent(library(name), jar);
            if (other != null) {
                dialogs.add(name + " is the same library as " + other.getFileName());
                continue;
            }
            classPath.add(jar);
        }
    }

    /** Return a file's name without its version and what follows, which is how the host tells libraries apart. */
    static String library(String name) {
        return name.replaceFirst("-\\d.*$", "").replaceFirst("\\.jar$", "");
    }

    private static URL url(Path jar) {
        try {
            return jar.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Make the plugins whose descriptors fit this machine; what fails becomes a message of the host. */
    List<Plugin> start(Studio studio) {
        List<Plugin> plugins = new ArrayList<>();
        for (Descriptor descriptor : descriptors) {
            if (!descriptor.fits(Runtime.version().feature())) {
                dialogs.add(descriptor.name() + " needs another version of Java");
                continue;
            }
            try {
                Class<?> type = loader.loadClass(descriptor.entryClass());
                plugins.add((Plugin) type.getConstructor().newInstance());
            } catch (ReflectiveOperationException | LinkageError e) {
                studio.error("At least one plugin failed to initialize", e);
            }
        }
        return plugins;
    }

    /** Return the loader that all plugins share. */
    public URLClassLoader loader() {
        return loader;
    }

    public List<Descriptor> descriptors() {
        return descriptors;
    }

    public List<Path> classPath() {
        return classPath;
    }

    /** Return what the host asks or tells the user about the folder. */
    public List<String> dialogs() {
        return dialogs;
    }
}
