package hep.aurum.event.table;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Stand for one table of a file: what it holds, and any number of passes over its rows. */
public interface TableSource {

    /** Return what the file says of the table. */
    TableHeader header();

    /**
     * Open a fresh pass from the first row.
     *
     * @param columns names of the columns that are read, in the order in which the batches have them
     * @throws hep.aurum.base.NotFound if there is no such column; the message suggests the nearest
     */
    TableCursor open(List<String> columns);

    /**
     * Return the types of all columns by name, in file order; a format that knows of columns that it cannot read adds
     * them with the type that the file gives them.
     */
    default Map<String, String> types() {
        Map<String, String> types = new LinkedHashMap<>();
        header().columns().forEach(column -> types.put(column.name(), column.typeLabel()));
        return types;
    }
}
