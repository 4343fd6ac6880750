package hep.aurum.jas.entry;

import java.util.List;

/** Shows the host's types and the JDK, and nothing else of the tests' class path. */
final class HostOnly extends ClassLoader {

    private static final List<String> HOST = List.of(
            "org.freehep.application.",
            "org.freehep.jas.",
            "org.freehep.record.",
            "org.freehep.util.FreeHEPLookup",
            "hep.aida.");

    HostOnly() {
        super("host", ClassLoader.getPlatformClassLoader());
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        if (HOST.stream().anyMatch(name::startsWith)) {
            return HostOnly.class.getClassLoader().loadClass(name);
        }
        throw new ClassNotFoundException(name);
    }
}
