package hep.aurum.source.xdr;

import hep.aurum.base.BadInput;
import hep.aurum.base.Failure;
import hep.aurum.base.NotSupported;
import hep.aurum.event.Event;
import hep.aurum.event.EventCursor;
import hep.aurum.source.Decompression;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Walk over the events of a binary file and phrase what goes wrong: file, event and byte.
 *
 * <p>A failure repeats itself at every further call, and so does the end. A file without events is refused.
 */
public abstract class XdrCursor implements EventCursor {

    /** The most bytes that the records of one event may have: 256 MB. */
    protected static final int MOST_BYTES = 256 << 20;

    /** The most particles that an event may have. */
    protected static final int MOST_PARTICLES = 10_000_000;

    /** What to do with a damaged file. */
    protected static final String FIX = "the file is cut off or damaged; generate or copy it again";

    private final XdrReader xdr;
    private final String origin;
    private long count;
    private boolean ended;
    private @Nullable Failure failure;

    /**
     * Create a cursor.
     *
     * @param xdr the file; closed with the cursor
     * @param origin the file as the user named it
     */
    protected XdrCursor(XdrReader xdr, String origin) {
        this.xdr = xdr;
        this.origin = origin;
    }

    /**
     * Read the next event.
     *
     * @param number its position in the file, from 1
     * @return the event, or null behind the last one of a complete file
     */
    protected abstract @Nullable Event read(long number) throws IOException;

    /** Return the file as the user named it. */
    protected final String origin() {
        return origin;
    }

    @Override
    public final @Nullable Event next() {
        if (failure != null) {
            throw failure;
        }
        if (ended) {
            return null;
        }
        try {
            Event event = read(count + 1);
            if (event == null) {
                ended = true;
                requireEvents();
            } else {
                count++;
            }
            return event;
        } catch (XdrException e) {
            throw remember(bad("cannot read event " + (count + 1) + " of " + origin + ": " + e.getMessage()));
        } catch (IOException e) {
            throw remember(bad(origin + " breaks off in event " + (count + 1) + ": " + Decompression.reason(e)));
        } catch (BadInput | NotSupported e) {
            throw remember(e);
        }
    }

    /** Read the first event for what stands in front of it; a fault is passed over, for the pass over the events reports it. */
    public final void learn() {
        try {
            next();
        } catch (BadInput | NotSupported e) {
            ended = true;
        }
    }

    @Override
    public final double fraction() {
        return xdr.fraction();
    }

    private void requireEvents() {
        if (count == 0) {
            throw new BadInput(origin + " has no events", "", "generate at least one event");
        }
    }

    private Failure remember(Failure e) {
        failure = e;
        return e;
    }

    private BadInput bad(String what) {
        return new BadInput(what, origin + ", byte " + xdr.position() + ", " + count + " events are complete", FIX);
    }

    /** Phrase a failure to read what stands in front of the events. */
    protected final BadInput badHeader(IOException e) {
        String reason = e instanceof XdrException ? String.valueOf(e.getMessage()) : Decompression.reason(e);
        return new BadInput(
                "cannot read the header of " + origin + ": " + reason, origin + ", byte " + xdr.position(), FIX);
    }

    @Override
    public final void close() {
        release();
        try {
            xdr.close();
        } catch (IOException e) {
            // Nothing was written, and everything that was wanted has been read.
            return;
        }
    }

    /** Give back what the cursor holds beside the file; nothing by default. */
    protected void release() {}
}
