package hep.aurum.source.hepevt;

import hep.aurum.base.BadInput;
import hep.aurum.event.EventCursor;
import hep.aurum.event.EventHeader;
import hep.aurum.event.EventSource;
import hep.aurum.event.WeightMeaning;
import hep.aurum.source.Decompression;
import hep.aurum.source.text.LineReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Stand for one HEPEVT file, of which the first event tells the layout. */
final class HepEvtSource implements EventSource {

    private final Path file;
    private final EventHeader header;

    private HepEvtSource(Path file, EventHeader header) {
        this.file = file;
        this.header = header;
    }

    static HepEvtSource open(Path file) {
        String origin = file.toString();
        HepEvtLayout layout;
        try (HepEvtCursor cursor = cursor(file, origin)) {
            layout = layout(cursor);
        }
        EventHeader header = new EventHeader(
                "HEPEVT " + layout.label(),
                origin,
                List.of(),
                Map.of(),
                WeightMeaning.UNIT_WEIGHTS,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                List.of());
        return new HepEvtSource(file, header);
    }

    /** A fault of the first event is passed over here, for the pass over the events reports it. */
    private static HepEvtLayout layout(HepEvtCursor cursor) {
        try {
            cursor.next();
        } catch (BadInput e) {
            return cursor.layout();
        }
        return cursor.layout();
    }

    private static HepEvtCursor cursor(Path file, String origin) {
        return new HepEvtCursor(new LineReader(Decompression.open(file), origin));
    }

    @Override
    public EventHeader header() {
        return header;
    }

    @Override
    public EventCursor open() {
        return cursor(file, header.origin());
    }
}
