package hep.aurum.event.table;

import java.util.List;

/**
 * Write rows in batches. The file appears under its name when {@link #finish()} is called, complete or not at all. Not
 * for use by several threads.
 */
public interface TableWriter extends AutoCloseable {

    /**
     * Append rows.
     *
     * @param batch all columns of the header, in its order
     * @throws hep.aurum.base.BadInput if the disk is full
     */
    void write(TableBatch batch);

    /** Return what the format cannot hold of the table, in sentences; empty if nothing was lost. */
    List<String> losses();

    /**
     * End the file and let it appear under its name, in place of a file that was there.
     *
     * @throws hep.aurum.base.BadInput if the disk is full
     */
    void finish();

    /** Drop a file that was not finished. */
    @Override
    void close();
}
