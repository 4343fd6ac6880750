package hep.aurum.source.stdhep;

import hep.aurum.source.xdr.XdrException;
import hep.aurum.source.xdr.XdrReader;
import java.io.IOException;

/**
 * Hold what stands in front of every block.
 *
 * @param id its kind, see {@link BlockId}
 * @param start its first byte in the file
 * @param length the length that it states, which StdHep makes too short
 * @param version of its layout as text, for example {@code 5.01}
 */
record BlockHead(int id, long start, int length, String version) {

    private static final int LONGEST_VERSION = 32;

    static BlockHead read(XdrReader xdr) throws IOException {
        long start = xdr.position();
        int id = xdr.i32();
        int length = xdr.i32();
        return new BlockHead(id, start, length, xdr.string("version of a block", LONGEST_VERSION));
    }

    /**
     * Return the version as a number of hundredths, 501 for {@code 5.01}.
     *
     * @throws XdrException if it is none
     */
    int hundredths() throws XdrException {
        String[] parts = version.strip().split("\\.", -1);
        if (parts.length < 2 || !parts[0].matches("\\d{1,3}") || !parts[1].matches("\\d{0,2}")) {
            throw new XdrException("block " + id + " has version \"" + version + "\", expected one such as 5.01");
        }
        String minor = (parts[1] + "00").substring(0, 2);
        return 100 * Integer.parseInt(parts[0]) + Integer.parseInt(minor);
    }

    /** Return the first digit of the version. */
    int major() throws XdrException {
        return hundredths() / 100;
    }
}
