package hep.aurum.planted.base;

import hep.aurum.planted.hist.Offender;

/** Points an arrow up, and closes a cycle with {@link Offender}. */
public final class UsesHigherRoom {

    private final Offender offender = new Offender();

    /** Return what must not be known here. */
    public Offender offender() {
        return offender;
    }
}
