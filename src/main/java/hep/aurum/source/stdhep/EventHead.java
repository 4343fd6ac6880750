package hep.aurum.source.stdhep;

import hep.aurum.source.xdr.XdrException;
import hep.aurum.source.xdr.XdrReader;
import java.io.IOException;

/** Hold the event header of MCFIO: which blocks follow, and where. */
final class EventHead {

    private static final int MOST_BLOCKS = 10_000;
    private static final int FIRST_LONG = 3;

    private final int run;
    private final int[] ids;
    private final int[] starts;
    private final boolean hasTables;

    private EventHead(int run, int[] ids, int[] starts, boolean hasTables) {
        this.run = run;
        this.ids = ids;
        this.starts = starts;
        this.hasTables = hasTables;
    }

    /** Read an event header behind its head. */
    static EventHead read(XdrReader xdr, BlockHead head) throws IOException {
        xdr.skip(8);
        int run = xdr.i32();
        xdr.skip(4);
        int count = xdr.count("blocks", MOST_BLOCKS);
        int size = xdr.count("places for blocks", MOST_BLOCKS);
        int tables = 0;
        int tableSize = 0;
        if (head.major() > 1) {
            tables = xdr.count("n-tuples", MOST_BLOCKS);
            tableSize = xdr.count("places for n-tuples", MOST_BLOCKS);
        }
        boolean isLong = head.major() >= FIRST_LONG;
        int[] ids = new int[0];
        int[] starts = ids;
        if (head.major() == 1 || size > 0) {
            ids = integers(xdr, count, false);
            starts = integers(xdr, count, isLong);
        }
        if (ids.length < count) {
            throw new XdrException("its header announces " + count + " blocks and lists " + ids.length);
        }
        if (tableSize > 0) {
            integers(xdr, 0, false);
            integers(xdr, 0, isLong);
        }
        return new EventHead(run, ids, starts, tables > 0);
    }

    /** Read the first {@code count} of a counted array. */
    private static int[] integers(XdrReader xdr, int count, boolean isLong) throws IOException {
        int size = xdr.count("entries of its header", MOST_BLOCKS);
        if (size < count) {
            throw new XdrException("its header announces " + count + " blocks and lists " + size);
        }
        int[] values = new int[count];
        for (int i = 0; i < size; i++) {
            int value = isLong ? (int) xdr.i64() : xdr.i32();
            if (i < count) {
                values[i] = value;
            }
        }
        return values;
    }

    /** Return the number of the run that the writer gave. */
    int run() {
        return run;
    }

    /** Return the number of blocks. */
    int count() {
        return ids.length;
    }

    /** Return the kind of a block. */
    int id(int block) {
        return ids[block];
    }

    /** Return where a block begins, modulo \(2^{32}\). */
    int start(int block) {
        return starts[block];
    }

    /** Return whether n-tuples follow behind the blocks. */
    boolean hasTables() {
        return hasTables;
    }
}
