package hep.aurum.source.lhe;

import hep.aurum.base.BadInput;
import hep.aurum.event.EventCursor;
import hep.aurum.event.EventHeader;
import hep.aurum.event.EventSource;
import hep.aurum.source.Decompression;
import hep.aurum.source.text.LineReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Stand for one Les Houches file: its header is read at once, its events in as many passes as wanted. */
public final class LheSource implements EventSource {

    private final Path file;
    private final EventHeader header;

    private LheSource(Path file, EventHeader header) {
        this.file = file;
        this.header = header;
    }

    /**
     * Read the header, the {@code <init>} block and, for the names of the weights, the first event.
     *
     * @throws BadInput if there is no such file, if it is not a Les Houches file, or if it has no {@code <init>} block
     */
    public static LheSource open(Path file) {
        String origin = file.toString();
        LhePreamble preamble;
        WeightSlots slots;
        try (LheCursor cursor = new LheCursor(new LineReader(Decompression.open(file), origin))) {
            preamble = cursor.skipPreamble();
            slots = cursor.learn(preamble.weightNames());
        }
        List<String> problems = new ArrayList<>(preamble.problems());
        problems.addAll(slots.problems());
        return new LheSource(
                file,
                new EventHeader(
                        ("LHE " + preamble.version()).strip(),
                        origin,
                        slots.names(),
                        preamble.weightInfo(),
                        preamble.meaning(),
                        preamble.crossSectionPb(),
                        preamble.crossSectionErrorPb(),
                        problems,
                        preamble.run()));
    }

    @Override
    public EventHeader header() {
        return header;
    }

    @Override
    public EventCursor open() {
        LheCursor cursor = new LheCursor(new LineReader(Decompression.open(file), header.origin()));
        try {
            cursor.skipPreamble();
            cursor.expect(header.weightNames());
            return cursor;
        } catch (BadInput e) {
            cursor.close();
            throw e;
        }
    }
}
