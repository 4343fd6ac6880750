package org.freehep.record.loop;

/** Stands in for the host's type in tests, with a body. */
public class RecordEvent {

    private final Object item;

    public RecordEvent(Object item) {
        this.item = item;
    }

    public Object getRecord() {
        return item;
    }
}
