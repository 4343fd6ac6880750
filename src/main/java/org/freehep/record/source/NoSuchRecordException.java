package org.freehep.record.source;

/** There is no such record; the way in which a source ends the loop. */
@SuppressWarnings("serial")
public class NoSuchRecordException extends Exception {

    /** Say nothing more. */
    public NoSuchRecordException() {}

    /** Say why. */
    public NoSuchRecordException(String message) {
        super(message);
    }

    /** Say why, and what is behind it. */
    public NoSuchRecordException(String message, Throwable cause) {
        super(message, cause);
    }
}
