package hep.aurum.source.lhe;

import hep.aurum.base.BadInput;
import hep.aurum.base.Check;
import hep.aurum.event.EventCursor;
import hep.aurum.event.EventHeader;
import hep.aurum.event.EventSource;
import hep.aurum.source.text.LineReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Read Les Houches events from a stream that can be read once, such as the output of a running generator.
 *
 * <p>The names of the weights may be known from the first event only. What was read to learn them is kept, and read again
 * with the events; it is limited, as is a header.
 */
public final class LheStream implements EventSource {

    private static final int LARGEST_START = 256 << 20;

    private final EventHeader header;
    private final InputStream bytes;
    private boolean isOpened;

    private LheStream(EventHeader header, InputStream bytes) {
        this.header = header;
        this.bytes = bytes;
    }

    /**
     * Read the header and the first event.
     *
     * @param in the bytes, decompressed
     * @param origin what messages call them
     * @throws BadInput if it is not a Les Houches stream, or has no {@code <init>} block
     */
    public static LheStream of(InputStream in, String origin) {
        Recorded start = new Recorded(in, origin);
        LheCursor cursor = new LheCursor(new LineReader(start, origin));
        LhePreamble preamble = cursor.skipPreamble();
        WeightSlots slots = cursor.learn(preamble.weightNames());
        List<String> problems = new ArrayList<>(preamble.problems());
        problems.addAll(slots.problems());
        EventHeader header = new EventHeader(
                ("LHE " + preamble.version()).strip(),
                origin,
                slots.names(),
                preamble.weightInfo(),
                preamble.meaning(),
                preamble.crossSectionPb(),
                preamble.crossSectionErrorPb(),
                problems);
        return new LheStream(header, new SequenceInputStream(start.again(), in));
    }

    @Override
    public EventHeader header() {
        return header;
    }

    /**
     * Read the events.
     *
     * @throws IllegalArgumentException at the second call
     */
    @Override
    public EventCursor open() {
        Check.argument(!isOpened, "the events of %s can be read once", header.origin());
        isOpened = true;
        LheCursor cursor = new LheCursor(new LineReader(bytes, header.origin()));
        cursor.skipPreamble();
        cursor.expect(header.weightNames());
        return cursor;
    }

    /** Keep what is read. */
    private static final class Recorded extends FilterInputStream {

        private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
        private final String origin;

        Recorded(InputStream in, String origin) {
            super(in);
            this.origin = origin;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int from, int length) throws IOException {
            int count = super.read(target, from, length);
            if (count > 0) {
                if (kept.size() + count > LARGEST_START) {
                    throw new BadInput(
                            "header and first event of " + origin + " are longer than " + LARGEST_START + " bytes",
                            "",
                            "");
                }
                kept.write(target, from, count);
            }
            return count;
        }

        InputStream again() {
            return new ByteArrayInputStream(kept.toByteArray());
        }
    }
}
