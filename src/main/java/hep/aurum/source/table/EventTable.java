package hep.aurum.source.table;

import hep.aurum.event.table.ColumnBuffer;
import hep.aurum.event.table.TableBatch;
import hep.aurum.event.table.TableCursor;
import hep.aurum.event.table.TableHeader;
import hep.aurum.event.table.TableSource;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Stand for an event table of Aurum. Immutable. */
final class EventTable implements TableSource {

    private final Path path;
    private final TableHeader header;

    private EventTable(Path path, TableHeader header) {
        this.path = path;
        this.header = header;
    }

    static EventTable open(Path path) {
        try (BlockFile file = BlockFile.open(path)) {
            Schema schema = file.schema();
            BlockIndex index = file.index(schema.columns().size());
            return new EventTable(
                    path,
                    new TableHeader(
                            "Aurum event table " + FileLayout.VERSION,
                            path.toString(),
                            schema.name(),
                            schema.columns(),
                            OptionalLong.of(index.rows()),
                            schema.attributes(),
                            List.of()));
        }
    }

    @Override
    public TableHeader header() {
        return header;
    }

    @Override
    public TableCursor open(List<String> columns) {
        int[] positions = header.positions(columns);
        BlockFile file = BlockFile.open(path);
        try {
            // The schema is read again: the file may have been replaced meanwhile.
            if (!file.schema().columns().equals(header.columns())) {
                throw file.bad("has changed since it was opened");
            }
            return new Cursor(file, file.index(header.columns().size()), positions);
        } catch (RuntimeException e) {
            file.close();
            throw e;
        }
    }

    /** Read row group by row group. */
    private final class Cursor implements TableCursor {

        private final BlockFile file;
        private final BlockIndex index;
        private final int[] positions;
        private final List<ColumnBuffer> buffers;
        private int group;
        private long row;

        Cursor(BlockFile file, BlockIndex index, int[] positions) {
            this.file = file;
            this.index = index;
            this.positions = positions;
            this.buffers = IntStream.of(positions)
                    .mapToObj(p -> new ColumnBuffer(header.columns().get(p)))
                    .toList();
        }

        @Override
        public @Nullable TableBatch next() {
            if (group == index.groups()) {
                return null;
            }
            int rows = index.rows(group);
            for (int c = 0; c < positions.length; c++) {
                try {
                    BlockDecoder.decode(file.block(index, group, positions[c]), rows, buffers.get(c));
                } catch (BlockDecoder.Malformed e) {
                    throw file.bad("has a malformed block, that of column "
                            + buffers.get(c).column().name() + " in the row group that begins with row " + row
                            + ": it " + e.getMessage());
                }
            }
            group++;
            row += rows;
            return new TableBatch(
                    row - rows, rows, buffers.stream().map(ColumnBuffer::data).toList());
        }

        @Override
        public void close() {
            file.close();
        }
    }
}
