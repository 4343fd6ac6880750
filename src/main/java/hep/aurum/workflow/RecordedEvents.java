package hep.aurum.workflow;

import hep.aurum.event.EventHeader;
import hep.aurum.event.EventSource;
import hep.aurum.event.WeightMeaning;
import hep.aurum.event.table.TableFormat;
import hep.aurum.event.table.TableHeader;
import hep.aurum.event.table.TableSource;
import hep.aurum.observable.collection.RowEvents;
import hep.aurum.observable.collection.RowWeight;
import hep.aurum.source.EventSources;
import hep.aurum.source.Formats;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * Open any file of events without a study: of particles, or else the rows of its main table with all their columns and the
 * usual weight.
 *
 * @param source the events; those of a table are valid until the next one is read
 * @param size their number, where it is known without reading them
 */
public record RecordedEvents(EventSource source, OptionalLong size) {

    /**
     * Open a file.
     *
     * @throws hep.aurum.base.BadInput if it is of no known format, empty or malformed
     */
    public static RecordedEvents open(Path file) {
        Optional<TableFormat> format = Formats.installed().recognise(file).tables();
        if (format.isEmpty()) {
            return new RecordedEvents(EventSources.open(file), OptionalLong.empty());
        }
        List<TableSource> tables = format.get().tables(file);
        Optional<EventSource> particles = Formats.particles(tables);
        if (particles.isPresent()) {
            return new RecordedEvents(particles.get(), OptionalLong.empty());
        }
        TableSource table = Formats.main(file, tables);
        return new RecordedEvents(rows(table), table.header().rows());
    }

    private static EventSource rows(TableSource table) {
        TableHeader header = table.header();
        List<String> columns = header.columnNames();
        RowWeight weight = RowWeight.ONE;
        for (String usual : TableOpening.USUAL_WEIGHTS) {
            int column = columns.indexOf(usual);
            if (column >= 0) {
                weight = (number, row) -> row.real(column, 0);
                break;
            }
        }
        EventHeader events = new EventHeader(
                header.format(),
                header.origin(),
                List.of(),
                Map.of(),
                WeightMeaning.UNIT_WEIGHTS,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                header.problems());
        return RowEvents.of(table, columns, events, weight, List.of());
    }
}
