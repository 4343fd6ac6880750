package org.freehep.record.source;

import java.io.IOException;

/** Where the loop takes its records from. */
public interface RecordSource {

    /** Return the name that the user chooses the source by. */
    String getName();

    /** Return a class that every record belongs to. */
    Class<?> getRecordClass();

    /** Return how many records there are. */
    long size();

    /** Return the record that the source stands at. */
    Object getCurrentRecord();

    /** Return whether the source goes forward. */
    boolean supportsNext();

    /** Return whether the source goes back to its start. */
    boolean supportsRewind();

    /** Return whether there may be another record. */
    boolean hasNext();

    /** Go to the next record. */
    void next() throws IOException, NoSuchRecordException;

    /** Go back to before the first record. */
    void rewind() throws IOException;

    /** Free what the source holds. */
    void close() throws IOException;
}
