package hep.aurum.source.stdhep;

import hep.aurum.base.BadInput;
import hep.aurum.base.Failure;
import hep.aurum.base.NotSupported;
import hep.aurum.event.EventCursor;
import hep.aurum.event.EventHeader;
import hep.aurum.event.EventSource;
import hep.aurum.event.RunInfo;
import hep.aurum.event.WeightMeaning;
import hep.aurum.source.Decompression;
import hep.aurum.source.xdr.XdrReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Stand for one StdHep file: its header is read at once, its events in as many passes as wanted. */
public final class StdHepSource implements EventSource {

    private final Path file;
    private final EventHeader header;

    private StdHepSource(Path file, EventHeader header) {
        this.file = file;
        this.header = header;
    }

    /**
     * Read the file header and what stands in front of the first event.
     *
     * @throws BadInput if there is no such file or its header is malformed
     * @throws NotSupported if its version of MCFIO is unknown
     */
    public static StdHepSource open(Path file) {
        try (StdHepCursor cursor = cursor(file)) {
            FileHeader header = cursor.readHeader();
            cursor.learn();
            return new StdHepSource(file, header(file, header, cursor));
        }
    }

    private static StdHepCursor cursor(Path file) {
        return new StdHepCursor(new XdrReader(Decompression.open(file)), file.toString());
    }

    private static EventHeader header(Path file, FileHeader header, StdHepCursor cursor) {
        LesHouchesRun lesHouches = cursor.lesHouchesRun();
        OptionalDouble crossSection = OptionalDouble.empty();
        OptionalDouble error = OptionalDouble.empty();
        if (lesHouches != null && lesHouches.crossSectionPb() > 0) {
            crossSection = OptionalDouble.of(lesHouches.crossSectionPb());
            error = OptionalDouble.of(lesHouches.errorPb());
        }
        return new EventHeader(
                ("StdHep " + cursor.version()).strip() + " in MCFIO " + header.version(),
                file.toString(),
                List.of(),
                Map.of(),
                WeightMeaning.UNIT_WEIGHTS,
                crossSection,
                error,
                problems(header, cursor.begin()),
                run(header, cursor.begin(), lesHouches));
    }

    private static RunInfo run(FileHeader header, @Nullable RunRecord begin, @Nullable LesHouchesRun lesHouches) {
        Map<String, String> attributes = new HashMap<>();
        attributes.put("title", header.title());
        attributes.put("comment", header.comment());
        attributes.put("date", header.opened());
        attributes.put("closing_date", header.closed());
        attributes.put("numevts_expect", Long.toString(header.expected()));
        attributes.put("numevts", Long.toString(header.records()));
        List<RunInfo.Tool> tools = new ArrayList<>();
        if (begin != null) {
            attributes.putAll(begin.attributes());
            if (!begin.generator().isEmpty()) {
                tools.add(new RunInfo.Tool(begin.generator(), "", ""));
            }
        }
        attributes.values().removeIf(String::isEmpty);
        return new RunInfo(
                Optional.ofNullable(lesHouches).map(LesHouchesRun::beams),
                lesHouches == null ? List.of() : lesHouches.processes(),
                tools,
                Map.of(),
                attributes,
                "");
    }

    private static List<String> problems(FileHeader header, @Nullable RunRecord begin) {
        List<String> problems = new ArrayList<>();
        if (header.records() == 0) {
            problems.add("the file was not closed by its writer, so that lost events cannot be noticed");
        }
        if (header.tables()) {
            problems.add("the n-tuples beside the events are not read");
        }
        String unread = header.blocks().entrySet().stream()
                .filter(block -> !BlockId.isKnown(block.getKey()))
                .map(block -> "\"" + block.getValue().replaceAll("\\s+", " ") + "\" (" + block.getKey() + ")")
                .collect(Collectors.joining(", "));
        if (!unread.isEmpty()) {
            problems.add("the blocks " + unread + " are not read");
        }
        if (begin != null && begin.crossSection() != 0) {
            problems.add("the begin-run record states the cross-section " + begin.crossSection()
                    + " in a unit that StdHep does not declare");
        }
        return problems;
    }

    @Override
    public EventHeader header() {
        return header;
    }

    @Override
    public EventCursor open() {
        StdHepCursor cursor = cursor(file);
        try {
            cursor.readHeader();
            return cursor;
        } catch (Failure e) {
            cursor.close();
            throw e;
        }
    }
}
