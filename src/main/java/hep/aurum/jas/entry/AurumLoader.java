package hep.aurum.jas.entry;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * Loads Aurum and its libraries from their own folder, first from there and then from the host.
 *
 * <p>The host's loader is shared by all plugins, so that a class of an older Jackson, or an older SLF4J binding, may be in
 * it. Only what both sides must see as one type comes from the host first: its own types, AIDA's and this package. The
 * register {@code META-INF/services} of the host is not read at all: its providers implement other services of the same
 * name.
 *
 * <p>A folder has one loader for the life of the virtual machine, because a native library cannot be loaded again by
 * another one: a plugin that is stopped and started finds its natives where they were.
 */
final class AurumLoader extends URLClassLoader {

    static final String SESSION = "hep.aurum.jas.AurumSession";

    private static final String SERVICES = "META-INF/services/";

    /** Types that the host and Aurum hand to each other. */
    private static final List<String> SHARED = List.of(
            "java.",
            AurumLoader.class.getPackageName() + ".",
            "org.freehep.application.",
            "org.freehep.jas.",
            "org.freehep.record.",
            "hep.aida.");

    private static final Map<Path, AurumLoader> LOADERS = new ConcurrentHashMap<>();

    static {
        registerAsParallelCapable();
    }

    private final Path folder;

    private AurumLoader(Path folder, URL[] jars, ClassLoader parent) {
        super("aurum", jars, parent);
        this.folder = folder;
    }

    /**
     * Return the loader of a folder's jars.
     *
     * @throws NotInstalledException if there are none, one cannot be read, or there are two versions of Aurum
     */
    static AurumLoader of(Path folder) throws NotInstalledException {
        AurumLoader known = LOADERS.get(folder);
        if (known != null) {
            return known;
        }
        AurumLoader made = new AurumLoader(folder, urls(jars(folder)), AurumLoader.class.getClassLoader());
        AurumLoader first = LOADERS.putIfAbsent(folder, made);
        return first == null ? made : first;
    }

    private static List<Path> jars(Path folder) throws NotInstalledException {
        List<Path> jars;
        try (Stream<Path> files = Files.list(folder)) {
            jars = files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new NotInstalledException("the folder " + folder + " cannot be read: " + e);
        }
        if (jars.isEmpty()) {
            throw new NotInstalledException("there are no jars in " + folder + "; copy the plugin's folder again");
        }
        List<Path> own = jars.stream()
                .filter(jar -> String.valueOf(jar.getFileName()).matches("aurum-\\d.*"))
                .toList();
        if (own.size() > 1) {
            throw new NotInstalledException("there is more than one Aurum " + own
                    + "; remove the folder and copy the new one, since libraries of two versions do not mix");
        }
        for (Path jar : jars) {
            open(jar);
        }
        return jars;
    }

    /** Fail with the name of a jar that is cut off; the loader itself would pass over it in silence. */
    private static void open(Path jar) throws NotInstalledException {
        try (ZipFile file = new ZipFile(jar.toFile())) {
            if (file.size() == 0) {
                throw new NotInstalledException(jar + " is empty; copy it again");
            }
        } catch (IOException e) {
            throw new NotInstalledException(jar + " cannot be read (" + e.getMessage() + "); copy it again");
        }
    }

    private static URL[] urls(List<Path> jars) {
        return jars.stream().map(AurumLoader::url).toArray(URL[]::new);
    }

    private static URL url(Path jar) {
        try {
            return jar.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException("the JDK cannot read files", e);
        }
    }

    /** Return the class that the entry class opens. */
    Class<? extends Session> session() throws NotInstalledException {
        try {
            return loadClass(SESSION).asSubclass(Session.class);
        } catch (ClassNotFoundException e) {
            throw new NotInstalledException(
                    "no jar in " + folder + " holds " + SESSION + "; copy the plugin's folder again");
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (SHARED.stream().anyMatch(name::startsWith)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> known = findLoadedClass(name);
            Class<?> own = known != null ? known : findOwn(name);
            return own != null ? own : super.loadClass(name, resolve);
        }
    }

    private @Nullable Class<?> findOwn(String name) {
        try {
            return findClass(name);
        } catch (ClassNotFoundException e) {
            return null;
        }
    }

    @Override
    public @Nullable URL getResource(String name) {
        URL own = findResource(name);
        return own != null || name.startsWith(SERVICES) ? own : super.getResource(name);
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        List<URL> found = new ArrayList<>(Collections.list(findResources(name)));
        if (!name.startsWith(SERVICES)) {
            found.addAll(Collections.list(getParent().getResources(name)));
        }
        return Collections.enumeration(found);
    }
}
