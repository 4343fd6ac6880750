package hep.aurum.observable.collection;

import hep.aurum.event.table.Column;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Find missing transverse momenta among columns by their names: a beginning with {@code met} or {@code missing} in it, and
 * the endings {@code pt}, {@code et} or {@code met} with {@code phi}, or {@code px} with {@code py}; {@code met} itself
 * with {@code met_phi}.
 */
final class VectorFinder {

    /** Which one is meant by {@code met}, in lower case, the first that is there. */
    private static final List<String> USUAL = List.of("met", "missinget", "pfmet", "puppimet");

    private VectorFinder() {}

    /** Return the vectors by name. */
    static Map<String, PlanarVector> find(List<Column> columns, ToDoubleFunction<Column> scale) {
        Map<String, Integer> byName = new HashMap<>();
        Map<String, String> names = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            String lower = column.name().toLowerCase(Locale.ROOT);
            if (CollectionFinder.isUsable(column) && (lower.contains("met") || lower.contains("missing"))) {
                byName.putIfAbsent(lower, i);
                int end = Math.max(lower.lastIndexOf('.'), lower.lastIndexOf('_'));
                if (end > 0) {
                    names.putIfAbsent(
                            column.name().substring(0, end + 1), column.name().substring(0, end));
                }
            }
        }
        Map<String, PlanarVector> found = new LinkedHashMap<>();
        names.forEach((beginning, name) -> {
            PlanarVector vector = vector(beginning.toLowerCase(Locale.ROOT), name, byName, columns, scale);
            if (vector != null) {
                found.putIfAbsent(name, vector);
            }
        });
        return found;
    }

    private static @Nullable PlanarVector vector(
            String beginning,
            String name,
            Map<String, Integer> byName,
            List<Column> columns,
            ToDoubleFunction<Column> scale) {
        Integer phi = byName.get(beginning + "phi");
        Integer size =
                first(byName, beginning + "pt", beginning + "et", beginning + "met", name.toLowerCase(Locale.ROOT));
        Integer x = byName.get(beginning + "px");
        Integer y = byName.get(beginning + "py");
        if (x != null && y != null) {
            return new PlanarVector(name, true, x, y, scale.applyAsDouble(columns.get(x)));
        }
        return phi == null || size == null
                ? null
                : new PlanarVector(name, false, size, phi, scale.applyAsDouble(columns.get(size)));
    }

    private static @Nullable Integer first(Map<String, Integer> byName, String... names) {
        for (String name : names) {
            Integer found = byName.get(name);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** Return which of the vectors is commonly meant; null if that is unclear. */
    static @Nullable PlanarVector usual(Map<String, PlanarVector> vectors) {
        for (String name : USUAL) {
            for (PlanarVector vector : vectors.values()) {
                if (vector.name().toLowerCase(Locale.ROOT).equals(name)) {
                    return vector;
                }
            }
        }
        return vectors.size() == 1 ? vectors.values().iterator().next() : null;
    }
}
