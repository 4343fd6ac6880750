package hep.aurum.source.lcio;

import hep.aurum.source.xdr.XdrException;
import hep.aurum.source.xdr.XdrReader;
import java.io.IOException;

/**
 * Hold the head of a record of SIO.
 *
 * @param name what it is, for example {@code LCEvent}
 * @param isCompressed whether its data are compressed with zlib
 * @param stored how many bytes its data take in the file, padding left off
 * @param length how many they are when decompressed
 */
record SioRecord(String name, boolean isCompressed, int stored, int length) {

    /** The mark of every record. */
    static final int MARK = 0xabadcafe;

    private static final int COMPRESSED = 1;
    private static final int LONGEST_HEAD = 1 << 12;
    private static final int LONGEST_NAME = 64;
    private static final int ALIGNMENT = 3;

    /** Read a head and move to the record's data. */
    static SioRecord read(XdrReader xdr, int mostBytes) throws IOException {
        long start = xdr.position();
        xdr.limit(start + 8, "the head of the record");
        int headLength = xdr.i32();
        int mark = xdr.i32();
        if (mark != MARK || headLength < 0 || headLength > LONGEST_HEAD) {
            throw new XdrException("no record begins at byte " + start + " (mark " + Integer.toHexString(mark)
                    + ", expected abadcafe)");
        }
        xdr.limit(start + headLength, "the head of the record");
        int options = xdr.i32();
        int stored = xdr.count("bytes of a record", mostBytes);
        int length = xdr.count("bytes of a decompressed record", mostBytes);
        String name = xdr.string("name of a record", LONGEST_NAME);
        xdr.skip(xdr.left());
        boolean isCompressed = (options & COMPRESSED) != 0;
        if (!isCompressed && length != stored) {
            throw new XdrException("record " + name + " has " + stored + " bytes and says " + length);
        }
        return new SioRecord(name, isCompressed, stored, length);
    }

    /** Return how many bytes its data take in the file with the padding of compressed data. */
    long storedWithPadding() {
        return isCompressed ? (stored + (long) ALIGNMENT) & ~ALIGNMENT : stored;
    }
}
