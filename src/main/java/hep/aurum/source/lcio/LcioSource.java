package hep.aurum.source.lcio;

import hep.aurum.event.EventCursor;
import hep.aurum.event.EventHeader;
import hep.aurum.event.EventSource;
import hep.aurum.event.RunInfo;
import hep.aurum.event.WeightMeaning;
import hep.aurum.source.Decompression;
import hep.aurum.source.xdr.XdrReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Stand for one LCIO file: what stands in front of the first event is read at once, events in as many passes as wanted. */
public final class LcioSource implements EventSource {

    private final Path file;
    private final EventHeader header;

    private LcioSource(Path file, EventHeader header) {
        this.file = file;
        this.header = header;
    }

    /**
     * Read the run header and the first event.
     *
     * @throws hep.aurum.base.BadInput if there is no such file
     */
    public static LcioSource open(Path file) {
        try (LcioCursor cursor = cursor(file)) {
            cursor.learn();
            return new LcioSource(file, header(file, cursor));
        }
    }

    private static LcioCursor cursor(Path file) {
        return new LcioCursor(new XdrReader(Decompression.open(file)), file.toString());
    }

    private static EventHeader header(Path file, LcioCursor cursor) {
        return new EventHeader(
                ("LCIO " + cursor.version()).strip(),
                file.toString(),
                List.of(),
                Map.of(),
                WeightMeaning.UNIT_WEIGHTS,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                problems(cursor.first()),
                run(cursor.run(), cursor.first()));
    }

    private static RunInfo run(@Nullable LcRunHeader run, @Nullable LcEventHeader first) {
        Map<String, String> attributes = Map.of();
        if (run != null) {
            attributes = run.attributes();
        } else if (first != null) {
            attributes = Map.of("run", Integer.toString(first.run()), "detector", first.detector());
        }
        return new RunInfo(Optional.empty(), List.of(), List.of(), Map.of(), attributes, "");
    }

    private static List<String> problems(@Nullable LcEventHeader first) {
        if (first == null) {
            return List.of();
        }
        String unread = first.collections().entrySet().stream()
                .filter(collection -> !collection.getKey().equals(first.particles()))
                .map(collection -> "\"" + collection.getKey() + "\" (" + collection.getValue() + ")")
                .collect(Collectors.joining(", "))
                .replaceAll("\\s+", " ");
        return unread.isEmpty() ? List.of() : List.of("the collections " + unread + " are not read");
    }

    @Override
    public EventHeader header() {
        return header;
    }

    @Override
    public EventCursor open() {
        return cursor(file);
    }
}
