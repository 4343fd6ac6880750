package hep.aurum.source.hdf5;

import io.jhdf.object.datatype.DataType;
import java.lang.reflect.Array;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.Supplier;

/** Write the values of small data sets as text: plain where there is one, else as JSON. */
final class JsonText {

    private static final long MOST_VALUES = 100_000;
    private static final int LARGEST_VALUE = 1 << 16;

    private JsonText() {}

    /** Return the values of a data set or attribute; empty where they are too many or of a type that is not read. */
    static Optional<String> of(DataType type, long size, Supplier<Object> values) {
        boolean small = size <= MOST_VALUES && type.getSize() <= LARGEST_VALUE && size * type.getSize() <= 1 << 24;
        if (!small || Hdf5Values.type(type).isEmpty()) {
            return Optional.empty();
        }
        Object value = values.get();
        return value == null ? Optional.empty() : Optional.of(value instanceof String text ? text : json(value));
    }

    static String json(Object value) {
        if (value.getClass().isArray()) {
            StringJoiner items = new StringJoiner(", ", "[", "]");
            for (int i = 0; i < Array.getLength(value); i++) {
                items.add(json(Array.get(value, i)));
            }
            return items.toString();
        }
        if (value instanceof List<?> list) {
            return json(list.toArray());
        }
        if (value instanceof Map<?, ?> map) {
            StringJoiner items = new StringJoiner(", ", "{", "}");
            map.forEach((key, item) -> items.add(quote(key.toString()) + ": " + json(item)));
            return items.toString();
        }
        boolean bare =
                value instanceof Boolean || value instanceof Number number && Double.isFinite(number.doubleValue());
        return bare ? value.toString() : quote(value.toString());
    }

    private static String quote(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ') {
                quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
