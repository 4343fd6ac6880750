package hep.aurum.format.yoda;

import java.io.Serial;

/** Say why a block that is well-formed has no type of ours; the block is then kept as text. */
final class NotUnderstood extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    /** Create the reason, a part of a sentence. */
    NotUnderstood(String reason) {
        super(reason);
    }
}
