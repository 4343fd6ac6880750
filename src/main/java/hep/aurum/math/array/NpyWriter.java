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
 * Write a {@code .npy} file of little-endian float64 row by row.
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
    private final int columns;
    private final ByteBuffer buffer;
    private int rows;

    private NpyWriter(Path path, Path temporary, FileChannel channel, int columns) {
        this.path = path;
        this.temporary = temporary;
        this.channel = channel;
        this.columns = columns;
        this.buffer = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * Begin a file; one that exists stays until {@link #finish}.
     *
     * @throws IOException if the folder cannot be written to
     */
    public static NpyWriter of(Path path, int columns) throws IOException {
        Check.argument(columns >= 1, "a table with %d columns, expected at least 1", columns);
        Path temporary = Files.createTempFile(path.toAbsolutePath().getParent(), "aurum", ".npy");
        FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE);
        channel.position(HEADER);
        return new NpyWriter(path, temporary, channel, columns);
    }

    /**
     * Append a row.
     *
     * @throws IOException if the disk is full
     */
    public void append(double... row) throws IOException {
        Check.length("row", row.length, columns);
        rows = Math.incrementExact(rows);
        for (double value : row) {
            if (buffer.remaining() < Double.BYTES) {
                flush();
            }
            buffer.putDouble(value);
        }
    }

    /**
     * Write the header and move the file into place.
     *
     * @throws IOException if the disk is full or the file cannot be moved
     */
    public void finish() throws IOException {
        flush();
        String text = "{'descr': '<f8', 'fortran_order': False, 'shape': (" + rows + ", " + columns + "), }";
        channel.position(0);
        buffer.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0}).putShort((short) (HEADER - PREAMBLE));
        buffer.put(
                (text + " ".repeat(HEADER - PREAMBLE - 1 - text.length()) + "\n").getBytes(StandardCharsets.US_ASCII));
        flush();
        channel.force(true);
        channel.close();
        Files.move(temporary, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
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
