package hep.aurum.source.lcio;

import hep.aurum.base.NotSupported;
import hep.aurum.source.xdr.XdrException;
import hep.aurum.source.xdr.XdrReader;
import java.io.IOException;

/**
 * Hold the head of a block of SIO.
 *
 * @param name what it is: in the record {@code LCEvent} the name of a collection
 * @param version of LCIO that wrote it, {@code major << 16 | minor}
 */
record SioBlock(String name, int version) {

    private static final int MARK = 0xdeadbeef;
    private static final int LONGEST_NAME = 1 << 12;
    private static final int SHORTEST = 16;

    /**
     * Read a head, move to the block's data and keep the reader inside them.
     *
     * @param recordEnd first position behind the record
     */
    static SioBlock read(XdrReader xdr, long recordEnd) throws IOException {
        long start = xdr.position();
        xdr.limit(recordEnd, "the record");
        int length = xdr.i32();
        int mark = xdr.i32();
        if (mark != MARK || length < SHORTEST || length > recordEnd - start) {
            throw new XdrException("no block of " + length + " bytes begins at byte " + start
                    + " of the record's data (mark " + Integer.toHexString(mark) + ", expected deadbeef)");
        }
        xdr.limit(start + length, "the block");
        int version = xdr.i32();
        String name = xdr.string("name of a block", LONGEST_NAME);
        xdr.limit(start + length, "block " + name);
        return new SioBlock(name, version);
    }

    /** Return the number with which LCIO compares versions. */
    static int version(int major, int minor) {
        return major << 16 | minor;
    }

    /**
     * Require a version whose layout is known.
     *
     * @throws NotSupported if it is not 1 or 2
     */
    void requireKnown(String origin) {
        if (version < version(1, 0) || version >= version(3, 0)) {
            throw new NotSupported(
                    "cannot read " + origin + ": it is of LCIO version " + text() + ", known are 1 and 2",
                    "block " + name,
                    "write it again with LCIO 2");
        }
    }

    /** Return the version as text. */
    String text() {
        return (version >>> 16) + "." + (version & 0xffff);
    }
}
