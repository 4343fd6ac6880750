package hep.aurum.source;

import hep.aurum.base.BadInput;
import hep.aurum.base.NotSupported;
import hep.aurum.event.table.Column;
import hep.aurum.event.table.ColumnData;
import hep.aurum.event.table.TableBatch;
import hep.aurum.event.table.TableCursor;
import hep.aurum.event.table.TableFormat;
import hep.aurum.event.table.TableHeader;
import hep.aurum.event.table.TableSource;
import hep.aurum.event.table.TableWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Keep tables in memory under the names of files; the files hold a signature only. */
public final class MemoryTableFormat implements TableFormat {

    private static final String SIGNATURE = "memory table";

    private final Map<Path, List<TableSource>> files = new HashMap<>();
    private final boolean holdsLists;
    private final String ending;

    /** Create a format that holds everything, ending {@code .mem}. */
    public MemoryTableFormat() {
        this(true, ".mem");
    }

    /** Create a format that may refuse lists. */
    public MemoryTableFormat(boolean holdsLists, String ending) {
        this.holdsLists = holdsLists;
        this.ending = ending;
    }

    /** Put tables under the name of a file. */
    public void put(Path file, List<TableSource> tables) {
        try {
            Files.writeString(file, SIGNATURE + ending, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new BadInput("cannot write " + file, "", "");
        }
        files.put(file, tables);
    }

    @Override
    public String name() {
        return "Memory" + ending;
    }

    @Override
    public boolean accepts(byte[] head) {
        return new String(head, StandardCharsets.ISO_8859_1).equals(SIGNATURE + ending);
    }

    @Override
    public List<TableSource> tables(Path file) {
        return files.getOrDefault(file, List.of());
    }

    @Override
    public List<String> endings() {
        return List.of(ending);
    }

    @Override
    public TableWriter create(Path file, TableHeader header) {
        if (!holdsLists) {
            for (Column column : header.columns()) {
                if (column.layout() == Column.Layout.LIST) {
                    throw new NotSupported(name() + " cannot hold the list " + column.name(), "", "");
                }
            }
        }
        return new Writer(file, header);
    }

    private final class Writer implements TableWriter {

        private final Path file;
        private final TableHeader header;
        private final List<TableBatch> batches = new ArrayList<>();
        private long rows;

        Writer(Path file, TableHeader header) {
            this.file = file;
            this.header = header;
        }

        @Override
        public void write(TableBatch batch) {
            batches.add(copy(batch));
            rows += batch.rows();
        }

        @Override
        public List<String> losses() {
            return List.of();
        }

        @Override
        public void finish() {
            TableHeader stored = new TableHeader(
                    name(),
                    file.toString(),
                    header.name(),
                    header.columns(),
                    OptionalLong.of(rows),
                    header.attributes(),
                    List.of());
            put(file, List.of(new Stored(stored, batches, null)));
        }

        @Override
        public void close() {}
    }

    /** Return a table of given batches, whose reading ends with a failure if there is one. */
    public static TableSource table(TableHeader header, List<TableBatch> batches, @Nullable BadInput failure) {
        return new Stored(header, batches, failure);
    }

    private record Stored(
            TableHeader header,
            List<TableBatch> batches,
            @Nullable BadInput failure) implements TableSource {

        @Override
        public TableCursor open(List<String> columns) {
            int[] positions = columns.stream()
                    .mapToInt(name -> header.columnNames().indexOf(name))
                    .toArray();
            return new TableCursor() {
                private int next;

                @Override
                public @Nullable TableBatch next() {
                    if (next == batches.size()) {
                        if (failure != null) {
                            throw failure;
                        }
                        return null;
                    }
                    TableBatch batch = batches.get(next++);
                    List<ColumnData> data =
                            Arrays.stream(positions).mapToObj(batch::column).toList();
                    return new TableBatch(batch.first(), batch.rows(), data);
                }

                @Override
                public void close() {}
            };
        }
    }

    private static TableBatch copy(TableBatch batch) {
        return new TableBatch(
                batch.first(),
                batch.rows(),
                batch.columns().stream().map(data -> copy(data, batch.rows())).toList());
    }

    private static ColumnData copy(ColumnData data, int rows) {
        Column column = data.column();
        boolean list = column.layout() == Column.Layout.LIST;
        int[] offsets = new int[rows + 1];
        for (int row = 0; row <= rows; row++) {
            offsets[row] = data.start(row);
        }
        int size = offsets[rows];
        if (column.type().isInteger()) {
            long[] values = new long[size];
            Arrays.setAll(values, data::integer);
            return list ? ColumnData.ofLists(column, offsets, values) : ColumnData.of(column, values);
        }
        if (column.type().isReal()) {
            double[] values = new double[size];
            Arrays.setAll(values, data::real);
            return list ? ColumnData.ofLists(column, offsets, values) : ColumnData.of(column, values);
        }
        String[] values = new String[size];
        Arrays.setAll(values, data::text);
        return list ? ColumnData.ofLists(column, offsets, values) : ColumnData.of(column, values);
    }
}
