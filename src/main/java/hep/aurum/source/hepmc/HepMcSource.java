package hep.aurum.source.hepmc;

import hep.aurum.base.BadInput;
import hep.aurum.event.Event;
import hep.aurum.event.EventCursor;
import hep.aurum.event.EventHeader;
import hep.aurum.event.EventSource;
import hep.aurum.source.Decompression;
import hep.aurum.source.text.LineReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Stand for one HepMC file: what it says of the run and its first event are read at once, for the header. */
final class HepMcSource implements EventSource {

    private final Path file;
    private final EventHeader header;
    private final Function<LineReader, HepMcCursor> cursor;

    private HepMcSource(Path file, EventHeader header, Function<LineReader, HepMcCursor> cursor) {
        this.file = file;
        this.header = header;
        this.cursor = cursor;
    }

    /**
     * Read what the header is made of.
     *
     * @param name what users call the dialect
     * @throws BadInput if there is no such file
     */
    static HepMcSource open(Path file, String name, Function<LineReader, HepMcCursor> cursor) {
        String origin = file.toString();
        try (HepMcCursor first = cursor.apply(new LineReader(Decompression.open(file), origin))) {
            Event event = firstEvent(first);
            RunRecord run = first.run;
            EventHeader header = RunStatements.header(
                    (name + " " + run.version()).strip(),
                    origin,
                    run,
                    event == null ? Double.NaN : event.details().crossSectionPb(),
                    event == null ? Double.NaN : event.details().crossSectionErrorPb());
            return new HepMcSource(file, withProblems(header, first.problems()), cursor);
        }
    }

    /** A fault of the first event is passed over here, for the pass over the events reports it. */
    private static @Nullable Event firstEvent(HepMcCursor cursor) {
        try {
            return cursor.next();
        } catch (BadInput e) {
            return null;
        }
    }

    private static EventHeader withProblems(EventHeader header, List<String> more) {
        List<String> problems = new ArrayList<>(header.problems());
        problems.addAll(more);
        return new EventHeader(
                header.format(),
                header.origin(),
                header.weightNames(),
                header.weightInfo(),
                header.meaning(),
                header.crossSectionPb(),
                header.crossSectionErrorPb(),
                problems,
                header.run());
    }

    @Override
    public EventHeader header() {
        return header;
    }

    @Override
    public EventCursor open() {
        return cursor.apply(new LineReader(Decompression.open(file), header.origin()));
    }
}
