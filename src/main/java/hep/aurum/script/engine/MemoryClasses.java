package hep.aurum.script.engine;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Load the classes of a script, which see Aurum and its libraries. */
final class MemoryClasses extends ClassLoader {

    private final Map<String, byte[]> classes;

    MemoryClasses(ClassLoader parent, Map<String, byte[]> classes) {
        super(parent);
        this.classes = classes;
    }

    List<String> names() {
        return List.copyOf(classes.keySet());
    }

    /** Return the method {@code main(String[])} of a class, if it has one. */
    Optional<Method> main(String name) {
        try {
            Method main = loadClass(name).getDeclaredMethod("main", String[].class);
            main.setAccessible(true);
            return Optional.of(main);
        } catch (ClassNotFoundException | NoSuchMethodException e) {
            return Optional.empty();
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] bytes = classes.get(name);
        if (bytes == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, bytes, 0, bytes.length);
    }
}
