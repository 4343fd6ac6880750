package hep.aurum.base;

import java.io.Serial;

/**
 * Report something that a user can mend: what went wrong, where, and what to do about it.
 *
 * <p>The first line of the message is one sentence; the lines {@code where:} and {@code fix:} follow when they say
 * something. Every kind has an exit code for the command line.
 */
public abstract sealed class Failure extends RuntimeException
        permits BadInput, BadModel, Bug, NotConverged, NotFound, NotSupported, Refused {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String what;
    private final String where;
    private final String fix;

    /**
     * Create a failure.
     *
     * @param what one sentence without a full stop
     * @param where the file, line, event or key; empty when the sentence says it already
     * @param fix what the user can do; empty when there is nothing to add
     */
    Failure(String what, String where, String fix) {
        super(layOut(what, where, fix));
        this.what = what;
        this.where = where;
        this.fix = fix;
    }

    private static String layOut(String what, String where, String fix) {
        StringBuilder text = new StringBuilder(what);
        if (!where.isEmpty()) {
            text.append("\n  where: ").append(where);
        }
        if (!fix.isEmpty()) {
            text.append("\n  fix:   ").append(fix);
        }
        return text.toString();
    }

    /** Return the sentence that says what went wrong. */
    public String what() {
        return what;
    }

    /** Return the place, or an empty string. */
    public String where() {
        return where;
    }

    /** Return the remedy, or an empty string. */
    public String fix() {
        return fix;
    }

    /** Return the process exit code that goes with this kind of failure. */
    public abstract int exitCode();
}
