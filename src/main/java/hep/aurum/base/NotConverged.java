package hep.aurum.base;

import java.io.Serial;

/** Report a fit, a training or a sampler that did not reach its goal. */
public final class NotConverged extends Failure {

    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * Create a failure of this kind.
     *
     * @param what one sentence without a full stop
     * @param where the file, line, event or key; may be empty
     * @param fix what the user can do; may be empty
     */
    public NotConverged(String what, String where, String fix) {
        super(what, where, fix);
    }

    @Override
    public int exitCode() {
        return 5;
    }
}
