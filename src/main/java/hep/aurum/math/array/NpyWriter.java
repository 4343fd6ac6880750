package hep.aurum.math.array;

import hep.aurum.base.Check;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Write a {@code .npy} file of little-endian float64 or int64 row by row.
 *
 * <p>The rows go to a temporary file beside the wanted one, which {@link #finish} moves into place; closed without it, nothing
 * is left. For one thread.
 */
public final class NpyWriter implements AutoCloseable {

    private static final int HEADER = 128;
    private static final int PREAMBLE = 10;

    private final Path path;
    private final Path temporary;
    private final FileChannel channel;
    private final String type;
    private final int columns;
    private final ByteBuffer buffer;
    private int rows;

    private NpyWriter(Path path, Path temporary, FileChannel channel, String type, int columns) {
        this.path = path;
        this.temporary = temporary;
        this.channel = channel;
        this.type = type;
        this.columns = columns;
        this.buffer = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * Begin a file of float64; one that exists stays until {@link #finish}.
     *
     * @throws IOException if the folder cannot be written to
     */
    public static NpyWriter of(Path path, int columns) throws IOException {
        return begin(path, "<f8", columns);
    }

    /**
     * Begin a file of int64 in one column; one that exists stays until {@link #finish}.
     *
     * @throws IOException if the folder cannot be written to
     */
    public static NpyWriter ofLongs(Path path) throws IOException {
        return begin(path, "<i8", 1);
    }

    private static NpyWriter begin(Path path, String type, int columns) throws IOException {
        Check.argument(columns >= 1, "a table with %d columns, expected at least 1", columns);
        // Files.createTempFile would make it unreadable for everybody else.
        Path temporary = path.resolveSibling(
                path.getFileName() + "." + ProcessHandle.current().pid() + ".part");
        FileChannel channel = FileChannel.open(
                temporary, StandardOpenOption.WRITE, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
        channel.position(HEADER);
        return new NpyWriter(path, temporary, channel, type, columns);
    }

    /**
     * Append a row of float64.
     *
     * @throws IOException if the disk is full
     * @throws IllegalStateException if the file is of int64
     */
    public void append(double... row) throws IOException {
        Check.length("row", row.length, columns);
        require("<f8");
        for (double value : row) {
            room().putDouble(value);
        }
        rows = Math.incrementExact(rows);
    }

    /**
     * Append a row of int64.
     *
     * @throws IOException if the disk is full
     * @throws IllegalStateException if the file is of float64
     */
    public void appendLong(long value) throws IOException {
        require("<i8");
        room().putLong(value);
        rows = Math.incrementExact(rows);
    }

    private void require(String wanted) {
        if (!type.equals(wanted)) {
            throw new IllegalStateException("the file " + path + " holds " + type + ", not " + wanted);
        }
    }

    private ByteBuffer room() throws IOException {
        if (buffer.remaining() < Double.BYTES) {
            flush();
        }
        return buffer;
    }

    /**
     * Write the header and move the file into place.
     *
     * @throws IOException if the disk is full or the file cannot be moved
     */
    public void finish() throws IOException {
        complete();
        Files.move(temporary, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /**
     * Write the header without moving the file into place, which {@link #finish} then does; a second time does nothing. For
     * several files that shall appear together.
     *
     * @throws IOException if the disk is full
     */
    public void complete() throws IOException {
        if (!channel.isOpen()) {
            return;
        }
        flush();
        String text = "{'descr': '" + type + "', 'fortran_order': False, 'shape': (" + rows + ", " + columns + "), }";
        channel.position(0);
        buffer.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0}).putShort((short) (HEADER - PREAMBLE));
        buffer.put(
                (text + " ".repeat(HEADER - PREAMBLE - 1 - text.length()) + "\n").getBytes(StandardCharsets.US_ASCII));
        flush();
        channel.force(true);
        channel.close();
    }

    private void flush() throws IOException {
        buffer.flip();
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
        buffer.clear();
    }

    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(temporary);
    }
}
