package hep.aurum.source.npy;

import hep.aurum.base.NotSupported;
import hep.aurum.event.table.ColumnBuffer;
import hep.aurum.source.Decompression;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Read some fields of an array, rows by rows. */
final class ArrayReader implements AutoCloseable {

    private static final int MOST_STREAMS = 1024;

    /** A field that is read, and where its values go. */
    record Target(NpyArray.Field field, ColumnBuffer buffer) {}

    private final NpyArray array;
    private final List<Target> targets;
    private final List<InputStream> streams = new ArrayList<>();
    private ByteBuffer bytes = ByteBuffer.allocate(0);

    private ArrayReader(NpyArray array, List<Target> targets) {
        this.array = array;
        this.targets = targets;
    }

    static ArrayReader open(ArrayFile file, String entry, NpyArray array, List<Target> targets) {
        int count = array.columnsFirst() ? array.fields().get(0).width() : 1;
        if (count > MOST_STREAMS) {
            throw new NotSupported(
                    array.origin() + " has columns first, and " + count + " of them, expected at most " + MOST_STREAMS,
                    "",
                    "save numpy.ascontiguousarray(array)");
        }
        ArrayReader reader = new ArrayReader(array, targets);
        try {
            for (int c = 0; c < count; c++) {
                InputStream stream = file.stream(entry);
                reader.streams.add(stream);
                stream.skipNBytes(array.offset() + c * (array.bytes() / count));
            }
        } catch (IOException e) {
            reader.close();
            throw reader.broken(0, e);
        }
        return reader;
    }

    private RuntimeException broken(long row, IOException e) {
        return NpyArray.bad(array.origin(), "cannot be read behind row " + row + ": " + Decompression.reason(e));
    }

    void read(long row, int rows) {
        for (Target target : targets) {
            NpyDecoder.resize(target.buffer, rows * target.buffer.column().width());
        }
        try {
            int step = array.itemBytes() / streams.size();
            for (int s = 0; s < streams.size(); s++) {
                fill(streams.get(s), rows * step);
                for (Target target : targets) {
                    NpyArray.Field field = target.field;
                    int count = field.width() / streams.size();
                    NpyDecoder.decode(bytes, field.type(), field.offset(), step, count, rows, target.buffer, s);
                }
            }
        } catch (IOException e) {
            throw broken(row, e);
        }
    }

    private void fill(InputStream stream, int length) throws IOException {
        if (bytes.capacity() < length) {
            bytes = ByteBuffer.allocate(length);
        }
        int count = stream.readNBytes(bytes.array(), 0, length);
        if (count < length) {
            throw new IOException("it ends there");
        }
    }

    /** Check behind the last row that nothing follows. */
    void requireEnd() {
        try {
            if (!array.columnsFirst() && streams.get(0).read() >= 0) {
                throw NpyArray.bad(array.origin(), "goes on behind its " + array.rows() + " rows");
            }
        } catch (IOException e) {
            throw broken(array.rows(), e);
        }
    }

    @Override
    public void close() {
        for (InputStream stream : streams) {
            try {
                stream.close();
            } catch (IOException e) {
                throw broken(array.rows(), e);
            }
        }
    }
}
