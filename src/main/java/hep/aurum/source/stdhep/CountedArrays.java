package hep.aurum.source.stdhep;

import hep.aurum.source.xdr.XdrException;
import hep.aurum.source.xdr.XdrReader;
import java.io.IOException;

/** Read arrays that state their length, which must be at least what the record announces. */
final class CountedArrays {

    private static final int MOST = 1 << 27;

    private final XdrReader xdr;

    CountedArrays(XdrReader xdr) {
        this.xdr = xdr;
    }

    int[] ints(String name, int[] reuse, int least) throws IOException {
        int size = size(name, least);
        int[] values = xdr.ints(reuse, least);
        xdr.skip((long) Integer.BYTES * (size - least));
        return values;
    }

    double[] doubles(String name, double[] reuse, int least) throws IOException {
        int size = size(name, least);
        double[] values = xdr.doubles(reuse, least);
        xdr.skip((long) Double.BYTES * (size - least));
        return values;
    }

    /** Pass over arrays of integers. */
    void skipInts(String... names) throws IOException {
        for (String name : names) {
            xdr.skip((long) Integer.BYTES * size(name, 0));
        }
    }

    /** Pass over arrays of numbers. */
    void skipDoubles(String... names) throws IOException {
        for (String name : names) {
            xdr.skip((long) Double.BYTES * size(name, 0));
        }
    }

    private int size(String name, int least) throws IOException {
        int size = xdr.i32();
        if (size < least || size > MOST) {
            throw new XdrException(name + " has " + size + " entries, expected " + least);
        }
        return size;
    }
}
