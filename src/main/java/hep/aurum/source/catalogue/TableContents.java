package hep.aurum.source.catalogue;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Say what a table of a file holds.
 *
 * @param name its name in the file, such as the path of a tree
 * @param entries how many rows
 * @param columns types by name, in file order; those that cannot be read among them
 */
public record TableContents(String name, long entries, Map<String, String> columns) {

    /** Copy the map. */
    public TableContents {
        columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    }

    Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("entries", entries);
        map.put("branches", columns);
        return map;
    }
}
