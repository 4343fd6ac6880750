package hep.aurum.script;

import hep.aurum.base.BadInput;
import hep.aurum.param.ParameterPoint;
import hep.aurum.param.ParameterSpace;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.Array;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Understand what a script hands over, whatever its language: a Python {@code dict}, a Groovy map and a {@link Map} are one thing,
 * so are lists, tuples and arrays, and numbers of every kind.
 *
 * <p>Maps are sorted by their keys: {@code dict} and {@code Map.of} have no order of their own, and a study must not depend on it.
 */
final class Values {

    /** Whole numbers up to here are the same as {@code double} and as {@code long}. */
    private static final double LARGEST_WHOLE = 1L << 53;

    private Values() {}

    /** Return a value as maps, lists, texts, numbers and truth values alone. */
    static @Nullable Object plain(@Nullable Object value) {
        if (value == null || value instanceof Boolean) {
            return value;
        }
        if (value instanceof Number number) {
            double x = number.doubleValue();
            boolean isWhole = x == Math.rint(x) && Math.abs(x) <= LARGEST_WHOLE;
            return isWhole ? (Object) (long) x : (Object) x;
        }
        if (value instanceof CharSequence || value instanceof Path || value instanceof File) {
            return value.toString();
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> sorted = new TreeMap<>();
            map.forEach((key, item) -> sorted.put(String.valueOf(key), plain(item)));
            return new LinkedHashMap<>(sorted);
        }
        if (value instanceof Iterable<?> || value.getClass().isArray()) {
            List<@Nullable Object> list = new ArrayList<>();
            items(value).forEach(item -> list.add(plain(item)));
            return list;
        }
        throw refuse("a value", "a text, a number, a list or a map", value);
    }

    /** Return the items of a list, a tuple or an array. */
    static List<@Nullable Object> items(Object value) {
        List<@Nullable Object> items = new ArrayList<>();
        if (value instanceof Iterable<?> iterable) {
            iterable.forEach(items::add);
        } else if (value.getClass().isArray()) {
            for (int i = 0; i < Array.getLength(value); i++) {
                items.add(Array.get(value, i));
            }
        } else {
            items.add(value);
        }
        return items;
    }

    /** Return a path, from a text, a {@link Path} or a {@link File}. */
    static Path path(@Nullable Object value) {
        if (value instanceof CharSequence || value instanceof Path || value instanceof File) {
            try {
                return Path.of(value.toString());
            } catch (InvalidPathException e) {
                throw new BadInput("\"" + value + "\" is not a path: " + e.getReason(), "", "");
            }
        }
        throw refuse("a path", "a text", value);
    }

    /** Return a path to write to; its folder is created if it is not there. */
    static Path output(@Nullable Object value) {
        Path path = path(value);
        Path folder = path.toAbsolutePath().getParent();
        try {
            if (folder != null) {
                Files.createDirectories(folder);
            }
        } catch (IOException e) {
            throw new BadInput("cannot create the folder of " + path + ": " + e.getMessage(), "", "check permissions");
        }
        return path;
    }

    /** Return a number. */
    static double number(String what, @Nullable Object value) {
        if (value instanceof Number number && Double.isFinite(number.doubleValue())) {
            return number.doubleValue();
        }
        throw refuse(what, "a finite number", value);
    }

    /** Return names with numbers. */
    static Map<String, Double> numbers(String what, @Nullable Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            throw refuse(what, "names with numbers, such as {\"c\": 0.5}", value);
        }
        Map<String, Double> numbers = new TreeMap<>();
        map.forEach((name, number) -> numbers.put(String.valueOf(name), number(what + ", " + name, number)));
        return numbers;
    }

    /** Return names with numbers, as a study writes them. */
    static @Nullable Object plainNumbers(String what, @Nullable Object value) {
        return plain(numbers(what, value));
    }

    /** Return a point of a space; parameters that it does not name are at their standard value. */
    static ParameterPoint point(ParameterSpace space, @Nullable Object value) {
        return space.point(numbers("a point", value));
    }

    /** Return the observables of one event: by name, or in the order of the model. */
    static double[] features(List<String> names, @Nullable Object value) {
        if (value instanceof Map<?, ?>) {
            Map<String, Double> byName = numbers("x", value);
            for (String name : names) {
                if (!byName.containsKey(name)) {
                    throw new BadInput(
                            "x has no \"" + name + "\"", "", "the model looks at " + String.join(", ", names));
                }
            }
            return names.stream().mapToDouble(byName::get).toArray();
        }
        List<@Nullable Object> items = value == null ? List.of() : items(value);
        if (items.size() != names.size()) {
            throw new BadInput(
                    "x has " + items.size() + " values, expected " + names.size(),
                    "",
                    "the model looks at " + String.join(", ", names));
        }
        return items.stream().mapToDouble(item -> number("x", item)).toArray();
    }

    static BadInput refuse(String what, String expected, @Nullable Object value) {
        String kind = value == null
                ? "nothing"
                : "\"" + value + "\", a " + value.getClass().getSimpleName();
        return new BadInput(what + " is " + kind + ", expected " + expected, "", "");
    }
}
