package hep.aurum.event.table;

import org.jspecify.annotations.Nullable;

/** Read rows in batches. Not for use by several threads. */
public interface TableCursor extends AutoCloseable {

    /**
     * Read the next rows.
     *
     * @return at least one row, valid until the next call; null after the last row of a complete table
     * @throws hep.aurum.base.BadInput if the file breaks off or is malformed; the message names the file and the row or
     *     the byte, and what was expected
     */
    @Nullable TableBatch next();

    /** Return the part of the input that was read, from 0 to 1; NaN if nobody knows but who counts the rows. */
    default double fraction() {
        return Double.NaN;
    }

    @Override
    void close();
}
