package org.freehep.record.loop;

/** Receives the records of the loop. */
public interface RecordListener {

    /** Take a record. */
    void recordSupplied(RecordEvent event);
}
