package hep.aurum.math.array;

import hep.aurum.base.BadInput;
import hep.aurum.base.Check;
import hep.aurum.base.NotSupported;
import java.io.IOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Give the numbers of a {@code .npy} file of NumPy where they lie on disk.
 *
 * <p>Formats 1.0 to 3.0, in one or two dimensions (one dimension is one column), of float32, float64, signed and unsigned
 * integers of 1 to 8 bytes, or bool, in either byte order. Numbers may lie by rows or by columns; by rows is faster to read.
 * Integers beyond \(2^{53}\), which float64 may not hold, are refused when read as such.
 *
 * <p>The file is mapped into memory in pieces, so the heap does not grow with it; the garbage collector frees the mapping. The
 * file must not be changed meanwhile. Immutable.
 *
 * @see <a href="https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html">The format</a>
 */
public final class NpyTable implements RowTable {

    /** A mapping has less than 2 GB. */
    private static final int PIECE_BITS = 29;

    private static final long EXACT = 1L << 53;

    private final Path path;
    private final int rows;
    private final int columns;
    private final long rowStep;
    private final long columnStep;
    private final char type;
    private final int bytes;
    private final int pieceBits;
    private final MappedByteBuffer[] pieces;

    private NpyTable(Path path, NpyHeader header, int pieceBits, MappedByteBuffer... pieces) {
        this.path = path;
        this.rows = header.rows();
        this.columns = header.columns();
        this.rowStep = (header.byColumns() ? 1L : columns) * header.bytes();
        this.columnStep = (header.byColumns() ? rows : 1L) * header.bytes();
        this.type = header.type();
        this.bytes = header.bytes();
        this.pieceBits = pieceBits;
        this.pieces = pieces;
    }

    /**
     * Open a file.
     *
     * @throws BadInput if it is not a {@code .npy} file, not as long as its header says, or cannot be read
     * @throws NotSupported if it holds another type, or has other than one or two dimensions
     */
    public static NpyTable open(Path path) {
        return open(path, PIECE_BITS);
    }

    /**
     * Open a file in pieces of another length.
     *
     * @param pieceBits the logarithm of the length of a piece in bytes, to base 2; from 3, so that no number lies in two
     */
    static NpyTable open(Path path, int pieceBits) {
        Check.argument(pieceBits >= 3 && pieceBits <= 30, "pieces of 2^%d bytes, expected 2^3 to 2^30", pieceBits);
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            NpyHeader header = NpyHeader.read(channel, path);
            return new NpyTable(path, header, pieceBits, pieces(channel, header, pieceBits));
        } catch (NoSuchFileException e) {
            throw new BadInput("there is no file " + path.getFileName(), path.toString(), "check the path");
        } catch (IOException e) {
            throw new BadInput(
                    "cannot read " + path.getFileName() + ": " + e.getMessage(), path.toString(), "check permissions");
        }
    }

    private static MappedByteBuffer[] pieces(FileChannel channel, NpyHeader header, int pieceBits) throws IOException {
        long length = 1L << pieceBits;
        MappedByteBuffer[] pieces = new MappedByteBuffer[Math.toIntExact((header.size() + length - 1) >> pieceBits)];
        for (int i = 0; i < pieces.length; i++) {
            long from = (long) i << pieceBits;
            pieces[i] = channel.map(
                    FileChannel.MapMode.READ_ONLY, header.offset() + from, Math.min(length, header.size() - from));
            pieces[i].order(header.order());
        }
        return pieces;
    }

    @Override
    public int rows() {
        return rows;
    }

    @Override
    public int columns() {
        return columns;
    }

    /** Return whether {@link #getLong} gives the numbers of this file. */
    public boolean isIntegral() {
        return type != 'f';
    }

    /**
     * {@inheritDoc}
     *
     * @throws BadInput if it is an integer of 8 bytes beyond \(2^{53}\)
     */
    @Override
    public double get(int row, int column) {
        long at = at(row, column);
        MappedByteBuffer piece = pieces[(int) (at >> pieceBits)];
        int index = index(at);
        if (type == 'f') {
            return bytes == 8 ? piece.getDouble(index) : piece.getFloat(index);
        }
        long value = integer(piece, index);
        if (bytes == 8 && (value > EXACT || value < (type == 'u' ? 0 : -EXACT))) {
            throw new BadInput(
                    path.getFileName() + " holds " + text(value) + " in row " + row + ", column " + column
                            + ", an integer beyond 2^53 that float64 may not hold",
                    path.toString(),
                    "convert it with array.astype('<f8') if the last digits do not matter");
        }
        return value;
    }

    /**
     * Return one integer.
     *
     * @throws BadInput if it is unsigned and beyond \(2^{63}-1\)
     * @throws IllegalStateException if the file holds other than integers
     */
    public long getLong(int row, int column) {
        if (!isIntegral()) {
            throw new IllegalStateException(path.getFileName() + " does not hold integers");
        }
        long at = at(row, column);
        long value = integer(pieces[(int) (at >> pieceBits)], index(at));
        if (type == 'u' && value < 0) {
            throw new BadInput(
                    path.getFileName() + " holds " + text(value) + " in row " + row + ", column " + column
                            + ", beyond 2^63-1",
                    path.toString(),
                    "number from 0");
        }
        return value;
    }

    private long at(int row, int column) {
        return row * rowStep + column * columnStep;
    }

    private int index(long at) {
        return (int) (at & ((1L << pieceBits) - 1));
    }

    private long integer(MappedByteBuffer piece, int index) {
        boolean signed = type == 'i';
        return switch (bytes) {
            // An unsigned one beyond 2^63 comes out negative; callers refuse it.
            case 8 -> piece.getLong(index);
            case 4 -> signed ? piece.getInt(index) : Integer.toUnsignedLong(piece.getInt(index));
            case 2 -> signed ? piece.getShort(index) : Short.toUnsignedLong(piece.getShort(index));
            default -> oneByte(piece.get(index));
        };
    }

    private long oneByte(byte value) {
        return switch (type) {
            case 'i' -> value;
            case 'u' -> Byte.toUnsignedLong(value);
            default -> value == 0 ? 0 : 1;
        };
    }

    private String text(long value) {
        return type == 'u' ? Long.toUnsignedString(value) : Long.toString(value);
    }
}
