package hep.aurum.source.npy;

import hep.aurum.event.table.Column;
import hep.aurum.event.table.ColumnBuffer;
import hep.aurum.event.table.TableBatch;
import hep.aurum.event.table.TableCursor;
import hep.aurum.event.table.TableHeader;
import hep.aurum.event.table.TableSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Arrays of the same number of rows as one table. Immutable. */
final class NumpyTable implements TableSource {

    private static final int ROWS = 4096;
    private static final int BYTES = 8 << 20;

    /** A column of the table: the array that has it, by its entry in the file, and the field. */
    private record Place(String entry, NpyArray array, NpyArray.Field field, Column column) {}

    private final Path path;
    private final TableHeader header;
    private final List<Place> places;
    private final long rows;

    private NumpyTable(Path path, TableHeader header, List<Place> places, long rows) {
        this.path = path;
        this.header = header;
        this.places = places;
        this.rows = rows;
    }

    /**
     * Create a table.
     *
     * @param arrays by their entries in the file; at least one, all of the same number of rows
     */
    static NumpyTable of(Path path, String name, Map<String, NpyArray> arrays, List<String> problems) {
        List<Place> places = new ArrayList<>();
        arrays.forEach((entry, array) -> {
            for (NpyArray.Field field : array.fields()) {
                if (!field.isPadding()) {
                    places.add(new Place(entry, array, field, field.column(columnName(entry, field.name()))));
                }
            }
        });
        long rows = arrays.values().iterator().next().rows();
        boolean archive = !arrays.containsKey("");
        TableHeader header = new TableHeader(
                archive ? "NumPy npz" : "NumPy npy",
                path.toString(),
                name,
                places.stream().map(Place::column).toList(),
                OptionalLong.of(rows),
                Map.of(),
                problems);
        return new NumpyTable(path, header, places, rows);
    }

    private static String columnName(String entry, String field) {
        String array = ArrayFile.nameOf(entry);
        if (array.isEmpty() || field.isEmpty()) {
            String name = array + field;
            return name.isEmpty() ? "values" : name;
        }
        return array + "." + field;
    }

    @Override
    public TableHeader header() {
        return header;
    }

    @Override
    public TableCursor open(List<String> columns) {
        int[] positions = header.positions(columns);
        List<ColumnBuffer> buffers = new ArrayList<>();
        Map<String, List<ArrayReader.Target>> targets = new LinkedHashMap<>();
        Map<String, NpyArray> arrays = new LinkedHashMap<>();
        for (int position : positions) {
            Place place = places.get(position);
            ColumnBuffer buffer = new ColumnBuffer(place.column);
            buffers.add(buffer);
            arrays.put(place.entry, place.array);
            targets.computeIfAbsent(place.entry, key -> new ArrayList<>())
                    .add(new ArrayReader.Target(place.field, buffer));
        }
        Cursor cursor = new Cursor(ArrayFile.open(path), buffers, batchRows(arrays));
        try {
            targets.forEach((entry, wanted) -> cursor.add(entry, arrays.get(entry), wanted));
            return cursor;
        } catch (RuntimeException e) {
            cursor.close();
            throw e;
        }
    }

    private static int batchRows(Map<String, NpyArray> arrays) {
        long bytes = arrays.values().stream().mapToLong(NpyArray::itemBytes).sum();
        return (int) Math.max(1, Math.min(ROWS, BYTES / Math.max(1, bytes)));
    }

    /** Read the arrays side by side. */
    private final class Cursor implements TableCursor {

        private final ArrayFile file;
        private final List<ColumnBuffer> buffers;
        private final List<ArrayReader> readers = new ArrayList<>();
        private final int batch;
        private long row;

        Cursor(ArrayFile file, List<ColumnBuffer> buffers, int batch) {
            this.file = file;
            this.buffers = buffers;
            this.batch = batch;
        }

        void add(String entry, @Nullable NpyArray array, List<ArrayReader.Target> wanted) {
            NpyArray now = file.header(entry);
            if (!now.equals(array)) {
                throw NpyArray.bad(now.origin(), "has changed since it was opened");
            }
            readers.add(ArrayReader.open(file, entry, now, wanted));
        }

        @Override
        public @Nullable TableBatch next() {
            int count = (int) Math.min(batch, rows - row);
            if (count == 0) {
                readers.forEach(ArrayReader::requireEnd);
                return null;
            }
            for (ArrayReader reader : readers) {
                reader.read(row, count);
            }
            row += count;
            return new TableBatch(
                    row - count, count, buffers.stream().map(ColumnBuffer::data).toList());
        }

        @Override
        public void close() {
            readers.forEach(ArrayReader::close);
            file.close();
        }
    }
}
