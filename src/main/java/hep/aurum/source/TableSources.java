package hep.aurum.source;

import hep.aurum.event.table.TableFormat;
import hep.aurum.event.table.TableSource;
import java.nio.file.Path;
import java.util.List;

/** Open files of tables in any known format. */
public final class TableSources {

    private TableSources() {}

    /**
     * Open the table of a file that most likely is meant: {@link Formats#main}.
     *
     * @throws hep.aurum.base.BadInput if there is no such file, if it is empty or malformed, or if it holds no table
     */
    public static TableSource open(Path file) {
        return Formats.main(file, tables(file));
    }

    /**
     * Open a table by its name.
     *
     * @throws hep.aurum.base.BadInput if there is no such file, or if it is empty, malformed or no file of tables
     * @throws hep.aurum.base.NotFound if it holds no such table
     */
    public static TableSource open(Path file, String name) {
        return Formats.named(file, tables(file), name);
    }

    /**
     * List the tables of a file, in its order.
     *
     * @throws hep.aurum.base.BadInput if there is no such file, or if it is empty, malformed or no file of tables
     */
    public static List<TableSource> tables(Path file) {
        return Formats.installed().tables(file);
    }

    /** Return the known formats. */
    public static List<TableFormat> formats() {
        return Formats.installed().tables();
    }
}
