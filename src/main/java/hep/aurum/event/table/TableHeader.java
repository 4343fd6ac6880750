package hep.aurum.event.table;

import hep.aurum.base.Names;
import hep.aurum.base.NotFound;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Hold what a file says of one of its tables. Immutable.
 *
 * @param format format and version, for example {@code ROOT 6.24.06}
 * @param origin the file as the user named it
 * @param name the table's name in the file, such as the path of a tree; empty where a file is one table
 * @param columns the columns that can be read, in file order
 * @param rows number of rows, where it is known without reading them
 * @param attributes further statements by name, as text
 * @param problems what is odd but can be read, or what cannot be read and is left out, in whole sentences
 */
public record TableHeader(
        String format,
        String origin,
        String name,
        List<Column> columns,
        OptionalLong rows,
        Map<String, String> attributes,
        List<String> problems) {

    /** Copy the collections. */
    public TableHeader {
        columns = List.copyOf(columns);
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
        problems = List.copyOf(problems);
    }

    /** Return the names of the columns. */
    public List<String> columnNames() {
        return columns.stream().map(Column::name).toList();
    }

    /**
     * Return the positions of columns by their names.
     *
     * @throws NotFound if there is no such column; the message suggests the nearest
     */
    public int[] positions(List<String> names) {
        Map<String, Integer> known = new HashMap<>();
        for (int c = 0; c < columns.size(); c++) {
            known.putIfAbsent(columns.get(c).name(), c);
        }
        int[] positions = new int[names.size()];
        for (int i = 0; i < positions.length; i++) {
            Integer position = known.get(names.get(i));
            if (position == null) {
                throw new NotFound(
                        origin + " has no column \"" + names.get(i) + "\"" + (name.isEmpty() ? "" : " in " + name),
                        "",
                        Names.suggest(names.get(i), columnNames()));
            }
            positions[i] = position;
        }
        return positions;
    }
}
