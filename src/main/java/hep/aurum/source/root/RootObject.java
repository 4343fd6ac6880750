package hep.aurum.source.root;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Hold the members of an object by name, those of its base classes among them. */
final class RootObject {

    private final String className;
    private final Map<String, Object> members = new HashMap<>();

    RootObject(String className) {
        this.className = className;
    }

    String className() {
        return className;
    }

    void put(String name, Object value) {
        members.put(name, value);
    }

    boolean has(String name) {
        return members.containsKey(name);
    }

    /** Return a whole number, 0 where the class has no such member. */
    long integer(String name) {
        return members.get(name) instanceof Number number ? number.longValue() : 0;
    }

    /** Return a whole number that fits into an int; the nearest where it does not, which no check lets pass. */
    int small(String name) {
        return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, integer(name)));
    }

    /** Return a text, empty where the class has no such member. */
    String text(String name) {
        return members.get(name) instanceof String text ? text : "";
    }

    /** Return an array of whole numbers, empty where there is none. */
    long[] integers(String name) {
        return members.get(name) instanceof long[] array ? array : new long[0];
    }

    /** Return an object, null where there is none. */
    @Nullable RootObject object(String name) {
        return members.get(name) instanceof RootObject object ? object : null;
    }

    /** Return the items of a list, with null for those that are missing or that we do not read. */
    @SuppressWarnings("unchecked") // lists hold nothing else
    List<@Nullable RootObject> list(String name) {
        return members.get(name) instanceof List<?> list ? (List<@Nullable RootObject>) list : List.of();
    }

    /** Return those items of a list that are there. */
    List<RootObject> items(String name) {
        return list(name).stream()
                .filter(Objects::nonNull)
                .map(item -> (RootObject) item)
                .toList();
    }

    /** Return a value of a known class, null where there is none. */
    <T> @Nullable T value(String name, Class<T> type) {
        Object value = members.get(name);
        return type.isInstance(value) ? type.cast(value) : null;
    }
}
