package hep.aurum.bench.io;

import hep.aurum.event.Event;
import hep.aurum.event.EventCursor;
import hep.aurum.event.EventSource;
import hep.aurum.event.table.Column;
import hep.aurum.event.table.ColumnData;
import hep.aurum.event.table.ColumnType;
import hep.aurum.event.table.TableBatch;
import hep.aurum.event.table.TableCursor;
import hep.aurum.event.table.TableSource;
import hep.aurum.source.EventSources;
import hep.aurum.source.Formats;
import hep.aurum.source.TableSources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Read a file from its first event or row to its last, opening it included. */
final class Reading {

    private final Path file;
    private final boolean isEvents;
    private final boolean isText;
    private final String format;

    private Reading(Path file, boolean isEvents, boolean isText, String format) {
        this.file = file;
        this.isEvents = isEvents;
        this.isText = isText;
        this.format = format;
    }

    /** Look at a file. */
    static Reading of(Path file) {
        Formats.Recognition found = Formats.installed().recognise(file);
        boolean isEvents = found.events().isPresent();
        String format = isEvents
                ? EventSources.open(file).header().format()
                : TableSources.open(file).header().format();
        return new Reading(file, isEvents, isText(found.head()), format);
    }

    private static boolean isText(byte[] head) {
        for (byte b : head) {
            if (b == 0) {
                return false;
            }
        }
        return true;
    }

    String format() {
        return format;
    }

    String unit() {
        return isEvents ? "events" : "values";
    }

    /**
     * Count what a file holds.
     *
     * @param items events or values
     * @param bytes of the file, or of the values where a table is no text
     */
    record Content(long items, long bytes) {}

    Content read() {
        return isEvents ? readEvents() : readTable();
    }

    private Content readEvents() {
        EventSource source = EventSources.open(file);
        long events = 0;
        try (EventCursor cursor = source.open()) {
            for (Event event = cursor.next(); event != null; event = cursor.next()) {
                events++;
            }
        }
        return new Content(events, size());
    }

    private Content readTable() {
        TableSource source = TableSources.open(file);
        List<Column> numbers = source.header().columns().stream()
                .filter(column -> column.type() != ColumnType.TEXT)
                .toList();
        List<Column> lists = numbers.stream()
                .filter(column -> column.layout() == Column.Layout.LIST)
                .toList();
        List<Column> columns = lists.isEmpty() ? numbers : lists;
        long values = 0;
        long bytes = 0;
        try (TableCursor cursor = source.open(columns.stream().map(Column::name).toList())) {
            for (TableBatch batch = cursor.next(); batch != null; batch = cursor.next()) {
                for (ColumnData data : batch.columns()) {
                    long count = data.start(batch.rows()) - data.start(0);
                    values += count;
                    bytes += count * width(data.column().type());
                }
            }
        }
        return new Content(values, isText ? size() : bytes);
    }

    private long size() {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int width(ColumnType type) {
        return switch (type) {
            case BOOL, INT8, UINT8 -> 1;
            case INT16, UINT16 -> 2;
            case INT32, UINT32, FLOAT32 -> 4;
            case INT64, UINT64, FLOAT64 -> 8;
            case TEXT -> 0;
        };
    }
}
