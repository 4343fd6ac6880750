package hep.aurum.script;

import hep.aurum.workflow.JsonText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Put a study together, key by key, as its file would say it; every change makes a new one. */
record Document(Map<String, @Nullable Object> root) {

    /** An empty study. */
    static final Document EMPTY = new Document(Map.of());

    /** Return the same with a value under a path of keys. */
    Document with(@Nullable Object value, String... path) {
        return new Document(with(root, value, path, 0));
    }

    /** Return the same with one more item in the list under a path of keys. */
    Document plus(Object item, String... path) {
        List<@Nullable Object> list = new ArrayList<>(list(path));
        list.add(item);
        return with(list, path);
    }

    /** Return the list under a path of keys, empty where there is none. */
    List<@Nullable Object> list(String... path) {
        return get(path) instanceof List<?> list ? new ArrayList<>(list) : List.of();
    }

    /** Return the value under a path of keys. */
    @Nullable Object get(String... path) {
        Object value = root;
        for (String key : path) {
            value = value instanceof Map<?, ?> map ? map.get(key) : null;
        }
        return value;
    }

    boolean has(String... path) {
        return get(path) != null;
    }

    private static Map<String, @Nullable Object> with(
            @Nullable Object parent, @Nullable Object value, String[] path, int depth) {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>();
        if (parent instanceof Map<?, ?> map) {
            map.forEach((key, item) -> copy.put(String.valueOf(key), item));
        }
        boolean isLast = depth == path.length - 1;
        copy.put(path[depth], isLast ? value : with(copy.get(path[depth]), value, path, depth + 1));
        return copy;
    }

    /** Return the text of the study. */
    @Override
    public String toString() {
        return JsonText.of(root);
    }
}
