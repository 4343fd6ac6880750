package hep.aurum.source.npy;

import hep.aurum.base.NotSupported;
import hep.aurum.event.table.Column;
import hep.aurum.event.table.ColumnData;
import hep.aurum.event.table.ColumnType;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Keep the values of a column on disk until their number, and the length of the longest text, are known. */
final class ColumnFile {

    private static final int LONGEST_TEXT = 1 << 16;

    private final Path path;
    private final Column column;
    private final DataOutputStream out;
    private final ByteBuffer value = ByteBuffer.allocate(Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    private int longest = 1;
    private long count;

    private ColumnFile(Path path, Column column, DataOutputStream out) {
        this.path = path;
        this.column = column;
        this.out = out;
    }

    static ColumnFile create(Path path, Column column) throws IOException {
        return new ColumnFile(
                path, column, new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(path), 1 << 15)));
    }

    String name() {
        return column.name();
    }

    void write(ColumnData data, int rows) throws IOException {
        int end = data.start(rows);
        for (int i = data.start(0); i < end; i++) {
            if (column.type() == ColumnType.TEXT) {
                writeText(data.text(i));
            } else {
                value.clear();
                NpyEncoder.put(value, data, i);
                out.write(value.array(), 0, value.position());
            }
            count++;
        }
    }

    private void writeText(String text) throws IOException {
        int length = text.codePointCount(0, text.length());
        if (length > LONGEST_TEXT || text.endsWith("\0")) {
            throw new NotSupported(
                    "column " + column.name() + " has a text that NumPy cannot hold: it "
                            + (length > LONGEST_TEXT ? "has " + length + " characters" : "ends with a zero"),
                    "",
                    "write an .aurum file");
        }
        longest = Math.max(longest, length);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    void copyTo(OutputStream to, long rows) throws IOException {
        out.close();
        boolean text = column.type() == ColumnType.TEXT;
        String type = text ? "<U" + longest : NpyType.nameOf(column.type());
        String shape =
                column.layout() == Column.Layout.FIXED ? "(" + rows + ", " + column.width() + ")" : "(" + rows + ",)";
        to.write(NpyEncoder.header("'" + type + "'", shape, 0));
        if (text) {
            copyTexts(to);
        } else {
            Files.copy(path, to);
        }
    }

    private void copyTexts(OutputStream to) throws IOException {
        ByteBuffer padded = ByteBuffer.allocate(4 * longest).order(ByteOrder.LITTLE_ENDIAN);
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(path)))) {
            for (long i = 0; i < count; i++) {
                String text = new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
                padded.clear();
                for (int at = 0; at < text.length(); at = text.offsetByCodePoints(at, 1)) {
                    padded.putInt(text.codePointAt(at));
                }
                while (padded.hasRemaining()) {
                    padded.put((byte) 0);
                }
                to.write(padded.array());
            }
        }
    }

    void delete() throws IOException {
        out.close();
        Files.deleteIfExists(path);
    }
}
