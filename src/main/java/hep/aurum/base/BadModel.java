package hep.aurum.base;

import java.io.Serial;

/** Reject a statistical request that cannot have an answer, such as a fixed parameter of interest. */
public final class BadModel extends Failure {

    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * Create a failure of this kind.
     *
     * @param what one sentence without a full stop
     * @param where the file, line, event or key; may be empty
     * @param fix what the user can do; may be empty
     */
    public BadModel(String what, String where, String fix) {
        super(what, where, fix);
    }

    @Override
    public int exitCode() {
        return 4;
    }
}
