package hep.aurum.source.stdhep;

import hep.aurum.source.xdr.XdrException;
import hep.aurum.source.xdr.XdrReader;
import java.io.IOException;

/**
 * Hold where the events behind a table of MCFIO begin.
 *
 * <p>Positions are kept modulo \(2^{32}\), as old versions of MCFIO write them for large files. The positions of a file
 * that was not closed are all zero.
 */
final class EventTable {

    /** What stands for no table. */
    static final EventTable NONE = new EventTable(0, new int[0], 0);

    private static final int NO_NEXT = -2;
    private static final int MOST_EVENTS = 1_000_000;
    private static final int FIRST_LONG = 2;

    private final int next;
    private final int[] starts;
    private final int count;
    private int at;

    private EventTable(int next, int[] starts, int count) {
        this.next = next;
        this.starts = starts;
        this.count = count;
    }

    /** Read a table behind its head. */
    static EventTable read(XdrReader xdr, BlockHead head) throws IOException {
        boolean isLong = head.major() >= FIRST_LONG;
        int next = isLong ? (int) xdr.i64() : xdr.i32();
        int count = xdr.count("events of a table", MOST_EVENTS);
        for (String column : new String[] {"event numbers", "store numbers", "run numbers", "trigger masks"}) {
            xdr.skip(4L * xdr.count(column, MOST_EVENTS));
        }
        int size = xdr.count("positions of events", MOST_EVENTS);
        if (size < count) {
            throw new XdrException("a table of " + count + " events has positions of " + size);
        }
        int[] starts = new int[size];
        for (int i = 0; i < size; i++) {
            starts[i] = isLong ? (int) xdr.i64() : xdr.i32();
        }
        return new EventTable(next, starts, count);
    }

    /** Return where the first event or table behind a position begins; the position itself if the table does not tell. */
    int next(long position) {
        while (at < count && starts[at] - (int) position < 0) {
            at++;
        }
        int found = at < count ? starts[at] : next;
        return found - (int) position < 0 ? (int) position : found;
    }

    /** Return whether no event and no table begin at a position or behind it; false if the table does not tell. */
    boolean isOver(long position) {
        return next(position) == (int) position && at == count && count > 0 && next == NO_NEXT;
    }
}
