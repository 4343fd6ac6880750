package hep.aurum.event.table;

import hep.aurum.base.NotSupported;
import java.nio.file.Path;
import java.util.List;

/**
 * Open one kind of file of tables.
 *
 * <p>Formats are found by {@link java.util.ServiceLoader}: a new one is a class with a public constructor without
 * arguments and a line in {@code META-INF/services/hep.aurum.event.table.TableFormat}.
 */
public interface TableFormat {

    /** Return the name by which users know the format, for example {@code Parquet}. */
    String name();

    /**
     * Return whether a file that begins like this is of this format.
     *
     * @param head the first bytes of the file, decompressed; the whole file where it is shorter
     */
    boolean accepts(byte[] head);

    /**
     * List the tables of a file that was accepted, with what each holds, in file order.
     *
     * @throws hep.aurum.base.BadInput if the file is malformed
     */
    List<TableSource> tables(Path file);

    /** Return the endings of file names, compression left off, that ask for this format when a table is written. */
    default List<String> endings() {
        return List.of();
    }

    /**
     * Start a file of one table.
     *
     * @param header columns and attributes of the table
     * @throws NotSupported if the format is only read, or cannot hold a column of that type or layout
     * @throws hep.aurum.base.BadInput if the folder does not exist or cannot be written to
     */
    default TableWriter create(Path file, TableHeader header) {
        throw new NotSupported("cannot write " + file + ": " + name() + " is only read", "", "choose another format");
    }
}
