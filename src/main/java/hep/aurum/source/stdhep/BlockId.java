package hep.aurum.source.stdhep;

/** Name the numbers of MCFIO's blocks. */
final class BlockId {

    static final int FILE_HEADER = 1;
    static final int EVENT_TABLE = 2;
    static final int EVENT_HEADER = 4;
    static final int STDHEP = 101;
    static final int STDHEP_MULTIPLE = 105;
    static final int BEGIN_RUN = 106;
    static final int END_RUN = 107;
    static final int STDHEP4 = 201;
    static final int STDHEP4_MULTIPLE = 202;
    static final int HEPEUP = 203;
    static final int HEPRUP = 204;

    private BlockId() {}

    /** Return whether the block is read. */
    static boolean isKnown(int id) {
        return isEvent(id) || id == BEGIN_RUN || id == END_RUN || id == HEPEUP || id == HEPRUP;
    }

    /** Return whether the block holds the particles of an event. */
    static boolean isEvent(int id) {
        return id == STDHEP || id == STDHEP_MULTIPLE || id == STDHEP4 || id == STDHEP4_MULTIPLE;
    }

    /** Return whether the particles have weight, couplings, spins and colour flow. */
    static boolean isExtended(int id) {
        return id == STDHEP4 || id == STDHEP4_MULTIPLE;
    }

    /** Return whether the event is one of several interactions. */
    static boolean isMultiple(int id) {
        return id == STDHEP_MULTIPLE || id == STDHEP4_MULTIPLE;
    }
}
