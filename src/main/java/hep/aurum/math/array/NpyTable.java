package hep.aurum.math.array;

import hep.aurum.base.BadInput;
import hep.aurum.base.NotSupported;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Give the numbers of a {@code .npy} file of NumPy where they lie on disk.
 *
 * <p>Formats 1.0 to 3.0, numbers by rows in one or two dimensions (one dimension is one column), of float32, float64, integers
 * of 1 to 8 bytes, uint8 or bool, in either byte order. The file is mapped into memory in pieces, so the heap does not grow with
 * it; the garbage collector frees the mapping. The file must not be changed meanwhile. Immutable.
 *
 * @see <a href="https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html">The format</a>
 */
public final class NpyTable implements RowTable {

    private static final int PIECE_BITS = 29;
    private static final int LONGEST_HEADER = 1 << 16;
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final Pattern HEADER =
            Pattern.compile("\\{ *'descr': *'([^']{1,20})', *'fortran_order': *(True|False),"
                    + " *'shape': *\\(([0-9]{1,10}), *([0-9]{1,10})?,?\\),? *\\} *\n");
    private static final Pattern TYPE = Pattern.compile("[<>](?:f[48]|i[248])|[|<>]?(?:i1|u1|b1)");

    private final int rows;
    private final int columns;
    private final char kind;
    private final int bytes;
    private final MappedByteBuffer[] pieces;

    private NpyTable(int rows, int columns, String type, MappedByteBuffer... pieces) {
        this.rows = rows;
        this.columns = columns;
        this.kind = type.charAt(type.length() - 2);
        this.bytes = type.charAt(type.length() - 1) - '0';
        this.pieces = pieces;
    }

    /**
     * Open a file.
     *
     * @throws BadInput if it is not a {@code .npy} file, or not as long as its header says
     * @throws NotSupported if it holds another type, is by columns, or has other than one or two dimensions
     * @throws UncheckedIOException if it cannot be read
     */
    public static NpyTable open(Path path) {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            return map(channel, path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static NpyTable map(FileChannel channel, Path path) throws IOException {
        ByteBuffer start = read(channel, path, 0, 12);
        for (int i = 0; i < MAGIC.length; i++) {
            require(start.get(i) == MAGIC[i], path, "does not begin like a .npy file");
        }
        int version = start.get(6);
        require(version >= 1 && version <= 3 && start.get(7) == 0, path, "has an unknown version of the format");
        int offset = version == 1 ? 10 : 12;
        int length = version == 1 ? Short.toUnsignedInt(start.getShort(8)) : start.getInt(8);
        require(length > 0 && length <= LONGEST_HEADER, path, "has a header of an impossible length");
        String text = StandardCharsets.ISO_8859_1
                .decode(read(channel, path, offset, length))
                .toString();
        Matcher header = HEADER.matcher(text);
        if (!header.matches()) {
            throw bad(path, "has a header that is not of one or two dimensions as numpy.save writes it");
        }
        String type = header.group(1);
        if (!TYPE.matcher(type).matches()) {
            throw unsupported(path, "holds numbers of type " + type, "convert it with array.astype('<f8')");
        }
        if (header.group(2).equals("True")) {
            throw unsupported(path, "is stored by columns", "save numpy.ascontiguousarray(array)");
        }
        long rows = Long.parseLong(header.group(3));
        long columns = header.group(4) == null ? 1 : Long.parseLong(header.group(4));
        require(rows <= Integer.MAX_VALUE && columns >= 1 && columns <= 1 << 20, path, "has an impossible shape");
        long data = offset + (long) length;
        long size = rows * columns * (type.charAt(type.length() - 1) - '0');
        require(channel.size() - data == size, path, "is not as long as its header says");
        return new NpyTable((int) rows, (int) columns, type, pieces(channel, data, size, type));
    }

    private static MappedByteBuffer[] pieces(FileChannel channel, long start, long size, String type)
            throws IOException {
        MappedByteBuffer[] pieces =
                new MappedByteBuffer[Math.toIntExact((size + (1L << PIECE_BITS) - 1) >> PIECE_BITS)];
        for (int i = 0; i < pieces.length; i++) {
            long from = (long) i << PIECE_BITS;
            pieces[i] =
                    channel.map(FileChannel.MapMode.READ_ONLY, start + from, Math.min(1L << PIECE_BITS, size - from));
            pieces[i].order(type.charAt(0) == '>' ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        }
        return pieces;
    }

    private static ByteBuffer read(FileChannel channel, Path path, long from, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            require(channel.read(bytes, from + bytes.position()) > 0, path, "ends within its header");
        }
        return bytes.flip();
    }

    @Override
    public int rows() {
        return rows;
    }

    @Override
    public int columns() {
        return columns;
    }

    @Override
    public double get(int row, int column) {
        long at = ((long) row * columns + column) * bytes;
        MappedByteBuffer piece = pieces[(int) (at >> PIECE_BITS)];
        int index = (int) (at & ((1L << PIECE_BITS) - 1));
        return switch (bytes) {
            case 8 -> kind == 'f' ? piece.getDouble(index) : piece.getLong(index);
            case 4 -> kind == 'f' ? piece.getFloat(index) : piece.getInt(index);
            case 2 -> piece.getShort(index);
            default -> kind == 'i' ? piece.get(index) : Byte.toUnsignedInt(piece.get(index));
        };
    }

    private static void require(boolean condition, Path path, String what) {
        if (!condition) {
            throw bad(path, what);
        }
    }

    private static BadInput bad(Path path, String what) {
        return new BadInput(path.getFileName() + " " + what, path.toString(), "write it with numpy.save");
    }

    private static NotSupported unsupported(Path path, String what, String fix) {
        return new NotSupported(path.getFileName() + " " + what, path.toString(), fix);
    }
}
