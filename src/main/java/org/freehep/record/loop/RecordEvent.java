package org.freehep.record.loop;

/** A record on its way through the loop. */
public class RecordEvent {

    /** Made by the loop. */
    RecordEvent() {}

    /** Return the record. */
    public Object getRecord() {
        throw new UnsupportedOperationException();
    }
}
