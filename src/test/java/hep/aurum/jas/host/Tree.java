package hep.aurum.jas.host;

import hep.aida.IManagedObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Answers for {@code ITree}: folders and what is in them, by absolute path. */
public final class Tree {

    private final Map<String, Object> objects = new TreeMap<>();
    private final TreeSet<String> folders = new TreeSet<>(List.of("/"));
    private String current = "/";

    <T> T put(String path, T object) {
        String absolute = absolute(path);
        if (!folders.contains(parent(absolute))) {
            throw new IllegalArgumentException("no folder " + parent(absolute));
        }
        objects.put(absolute, object);
        return object;
    }

    /** Return the paths of all objects. */
    public List<String> paths() {
        return List.copyOf(objects.keySet());
    }

    /** Return an object by its absolute path. */
    public <T> T get(String path, Class<T> type) {
        return type.cast(objects.get(path));
    }

    public String storeName() {
        return "";
    }

    public IManagedObject find(String path) {
        Object found = objects.get(absolute(path));
        if (found == null) {
            throw new IllegalArgumentException("no object " + absolute(path));
        }
        return (IManagedObject) found;
    }

    public void cd(String path) {
        String absolute = absolute(path);
        if (!folders.contains(absolute)) {
            throw new IllegalArgumentException("no folder " + absolute);
        }
        current = absolute;
    }

    public String pwd() {
        return current;
    }

    public void mkdir(String path) {
        String absolute = absolute(path);
        if (folders.contains(absolute) || !folders.contains(parent(absolute))) {
            throw new IllegalArgumentException("cannot make " + absolute);
        }
        folders.add(absolute);
    }

    public void mkdirs(String path) {
        for (String folder = absolute(path); !folder.equals("/"); folder = parent(folder)) {
            folders.add(folder);
        }
    }

    public void rmdir(String path) {
        String absolute = absolute(path);
        if (!folders.contains(absolute)) {
            throw new IllegalArgumentException("no folder " + absolute);
        }
        folders.removeIf(folder -> folder.equals(absolute) || folder.startsWith(absolute + "/"));
        objects.keySet().removeIf(object -> object.startsWith(absolute + "/"));
    }

    public void rm(String path) {
        if (objects.remove(absolute(path)) == null) {
            throw new IllegalArgumentException("no object " + absolute(path));
        }
    }

    public String findPath(IManagedObject object) {
        return objects.entrySet().stream()
                .filter(entry -> entry.getValue() == object)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("not in this tree"));
    }

    public String[] listObjectNames(String path) {
        String start = absolute(path);
        if (!folders.contains(start)) {
            throw new IllegalArgumentException("no folder " + start);
        }
        List<String> names = new ArrayList<>();
        folders.stream()
                .filter(folder -> !folder.equals("/") && parent(folder).equals(start))
                .forEach(folder -> names.add(folder + "/"));
        objects.keySet().stream().filter(object -> parent(object).equals(start)).forEach(names::add);
        return names.toArray(String[]::new);
    }

    public String[] listObjectTypes(String path) {
        return Arrays.stream(listObjectNames(path)).map(this::type).toArray(String[]::new);
    }

    private String type(String name) {
        return name.endsWith("/")
                ? "dir"
                : objects.get(name).getClass().getInterfaces()[0].getSimpleName();
    }

    public void commit() {}

    public void close() {}

    static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private String absolute(String path) {
        String whole = path.startsWith("/") ? path : current + "/" + path;
        List<String> parts = new ArrayList<>();
        for (String part : whole.split("/", -1)) {
            if (part.equals("..")) {
                parts.remove(parts.size() - 1);
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.add(part);
            }
        }
        return "/" + String.join("/", parts);
    }

    private static String parent(String path) {
        int end = path.lastIndexOf('/');
        return end <= 0 ? "/" : path.substring(0, end);
    }
}
