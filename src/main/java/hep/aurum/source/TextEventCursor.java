package hep.aurum.source;

import hep.aurum.base.BadInput;
import hep.aurum.event.Event;
import hep.aurum.event.EventCursor;
import hep.aurum.source.text.LineReader;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Walk over the events of a text file: count them, say where a file breaks off, and say the same again when asked again.
 *
 * <p>A format says how one event is read: {@link #read()}.
 */
public abstract class TextEventCursor implements EventCursor {

    private final LineReader lines;
    private long count;
    private boolean ended;
    private @Nullable BadInput failure;

    /** Create a cursor on a reader that is closed with it. */
    protected TextEventCursor(LineReader lines) {
        this.lines = lines;
    }

    /**
     * Read the next event.
     *
     * @return the event of number {@link #events()} + 1, or null at the end of a complete file
     * @throws IOException if the stream breaks off
     * @throws BadInput if the event is malformed
     */
    protected abstract @Nullable Event read() throws IOException;

    /** Return how many events were read. */
    protected final long events() {
        return count;
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
            return counted(read());
        } catch (IOException e) {
            failure = new BadInput(
                    lines.origin() + " breaks off in event " + (count + 1) + ": " + Decompression.reason(e),
                    lines.origin() + " behind line " + lines.number() + ", " + count + " events are complete",
                    "the file is cut off or damaged; generate or copy it again");
            throw failure;
        } catch (BadInput e) {
            failure = e;
            throw e;
        }
    }

    @Override
    public final double fraction() {
        return lines.fraction();
    }

    private @Nullable Event counted(@Nullable Event event) {
        if (event != null) {
            count++;
            return event;
        }
        ended = true;
        if (count == 0) {
            throw new BadInput(lines.origin() + " has no events", "", "generate at least one event");
        }
        return null;
    }

    @Override
    public final void close() {
        try {
            lines.close();
        } catch (IOException e) {
            // Nothing was written, and everything that was wanted has been read.
            ended = true;
        }
    }
}
