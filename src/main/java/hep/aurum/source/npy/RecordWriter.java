package hep.aurum.source.npy;

import hep.aurum.base.Check;
import hep.aurum.base.NotSupported;
import hep.aurum.event.table.Column;
import hep.aurum.event.table.ColumnData;
import hep.aurum.event.table.ColumnType;
import hep.aurum.event.table.TableBatch;
import hep.aurum.event.table.TableHeader;
import hep.aurum.event.table.TableWriter;
import hep.aurum.source.OutputFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Collectors;

/** Write a {@code .npy} of records. */
final class RecordWriter implements TableWriter {

    private static final int BUFFER = 1 << 16;
    /** As many digits as a number of rows can have. */
    private static final String MOST_ROWS = "(" + Long.MAX_VALUE + ",)";

    private final OutputFile file;
    private final FileChannel channel;
    private final TableHeader header;
    private final String type;
    private final int room;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER).order(ByteOrder.LITTLE_ENDIAN);
    private long rows;

    private RecordWriter(OutputFile file, FileChannel channel, TableHeader header, String type) {
        this.file = file;
        this.channel = channel;
        this.header = header;
        this.type = type;
        this.room = NpyEncoder.header(type, MOST_ROWS, 0).length;
    }

    static RecordWriter create(Path path, TableHeader header) {
        NpyEncoder.require(path, header);
        for (Column column : header.columns()) {
            if (column.type() == ColumnType.TEXT) {
                throw new NotSupported(
                        "cannot write " + path + ": the length of the texts of column " + column.name()
                                + " is not known before the end",
                        "",
                        "write a .npz");
            }
        }
        if (path.toString().endsWith(".gz")) {
            throw new NotSupported(
                    "cannot write " + path + ": a .npy is not compressed", "", "leave .gz off, or write a .npz");
        }
        OutputFile file = OutputFile.ofPath(path);
        try {
            FileChannel channel = FileChannel.open(
                    file.part(),
                    StandardOpenOption.WRITE,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING);
            String type =
                    header.columns().stream().map(RecordWriter::field).collect(Collectors.joining(", ", "[", "]"));
            RecordWriter writer = new RecordWriter(file, channel, header, type);
            channel.position(writer.room);
            return writer;
        } catch (IOException e) {
            throw file.failed("write", e);
        }
    }

    private static String field(Column column) {
        String width = column.layout() == Column.Layout.FIXED ? ", (" + column.width() + ",)" : "";
        return "(" + PythonLiteral.quote(column.name()) + ", '" + NpyType.nameOf(column.type()) + "'" + width + ")";
    }

    @Override
    public void write(TableBatch batch) {
        Check.length("batch", batch.columns().size(), header.columns().size());
        try {
            for (int row = 0; row < batch.rows(); row++) {
                for (ColumnData data : batch.columns()) {
                    int end = data.start(row + 1);
                    for (int i = data.start(row); i < end; i++) {
                        if (buffer.remaining() < Double.BYTES) {
                            flush();
                        }
                        NpyEncoder.put(buffer, data, i);
                    }
                }
            }
            rows += batch.rows();
        } catch (IOException e) {
            throw file.failed("write", e);
        }
    }

    private void flush() throws IOException {
        buffer.flip();
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
        buffer.clear();
    }

    @Override
    public List<String> losses() {
        return NpyEncoder.losses(header);
    }

    @Override
    public void finish() {
        try {
            flush();
            ByteBuffer head = ByteBuffer.wrap(NpyEncoder.header(type, "(" + rows + ",)", room));
            for (int at = 0; head.hasRemaining(); ) {
                at += channel.write(head, at);
            }
            channel.close();
        } catch (IOException e) {
            throw file.failed("write", e);
        }
        file.finish();
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw file.failed("close", e);
        } finally {
            file.close();
        }
    }
}
