package hep.aurum.sample;

import hep.aurum.base.BadInput;
import hep.aurum.base.Check;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Read and write one array of ND4J in a {@code .npy} file of NumPy.
 *
 * <p>Little-endian float32 and float64, by rows or by columns. The header is examined before ND4J's native reader sees it:
 * that reader ends the process at a big-endian file, and takes numbers stored by columns for numbers stored by rows.
 *
 * @see <a href="https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html">The format, version 1.0</a>
 */
public final class NumpyFile {

    private static final int PREAMBLE = 10;
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};
    private static final Pattern TYPE = Pattern.compile("'descr'\\s*:\\s*'<f([48])'");
    private static final Pattern ORDER = Pattern.compile("'fortran_order'\\s*:\\s*(True|False)");
    private static final Pattern SHAPE = Pattern.compile("'shape'\\s*:\\s*\\(([0-9, ]*)\\)");

    private NumpyFile() {}

    /**
     * Write an array by rows.
     *
     * @param array float32 or float64; may be a view or lie in memory by columns
     * @throws UncheckedIOException if the file cannot be written
     */
    public static void write(INDArray array, Path path) {
        Check.argument(
                array.dataType() == DataType.FLOAT || array.dataType() == DataType.DOUBLE,
                "the array to write holds %s, expected FLOAT or DOUBLE",
                array.dataType());
        // ND4J writes the memory as it lies, whatever the order, and for a view its surroundings too.
        try (INDArray byRows = array.dup('c')) {
            Nd4j.writeAsNumpy(byRows, path.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Read an array; its type is the file's.
     *
     * @throws BadInput if the file is not one that this version reads, or is not as long as its header says
     * @throws UncheckedIOException if the file cannot be read
     */
    public static INDArray read(Path path) {
        Header header;
        try {
            header = header(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        INDArray stored = Nd4j.createFromNpyFile(path.toFile());
        return header.byColumns()
                ? stored.reshape('c', reversed(header.shape()))
                        .permute(axes(header.shape().length))
                        .dup('c')
                : stored;
    }

    private record Header(boolean byColumns, long... shape) {}

    private static Header header(Path path) throws IOException {
        byte[] preamble;
        byte[] text;
        try (InputStream in = Files.newInputStream(path)) {
            preamble = in.readNBytes(PREAMBLE);
            for (int i = 0; i < MAGIC.length; i++) {
                if (preamble.length < PREAMBLE || preamble[i] != MAGIC[i]) {
                    throw bad(path, "does not begin like a .npy file of version 1.0");
                }
            }
            int length = Short.toUnsignedInt(
                    ByteBuffer.wrap(preamble).order(ByteOrder.LITTLE_ENDIAN).getShort(MAGIC.length));
            text = in.readNBytes(length);
            if (text.length < length) {
                throw bad(path, "ends within its header");
            }
        }
        return header(path, new String(text, StandardCharsets.ISO_8859_1), PREAMBLE + text.length);
    }

    private static Header header(Path path, String text, long offset) throws IOException {
        Matcher type = TYPE.matcher(text);
        Matcher order = ORDER.matcher(text);
        Matcher shape = SHAPE.matcher(text);
        if (!type.find()) {
            throw bad(path, "does not hold little-endian float32 or float64");
        }
        if (!order.find() || !shape.find()) {
            throw bad(path, "has a header without order or shape");
        }
        long[] sizes = Pattern.compile(",")
                .splitAsStream(shape.group(1))
                .map(String::strip)
                .filter(size -> !size.isEmpty())
                .mapToLong(size -> parse(path, size))
                .toArray();
        long expected = Long.parseLong(type.group(1));
        long size = Files.size(path) - offset;
        for (long entries : sizes) {
            // Beyond the size of the file the product no longer matters, and must not overflow.
            expected = entries == 0 ? 0 : Math.min(expected, size / entries + 1) * entries;
        }
        if (expected == 0) {
            throw bad(path, "holds no numbers");
        }
        if (expected != size) {
            throw bad(path, "has " + size + " bytes of numbers, which is not what its shape says");
        }
        return new Header(order.group(1).equals("True"), sizes);
    }

    private static long parse(Path path, String size) {
        try {
            return Integer.parseInt(size);
        } catch (NumberFormatException e) {
            throw bad(path, "has a header with the size \"" + size + "\"");
        }
    }

    private static long[] reversed(long[] shape) {
        long[] reversed = new long[shape.length];
        for (int i = 0; i < shape.length; i++) {
            reversed[i] = shape[shape.length - 1 - i];
        }
        return reversed;
    }

    private static int[] axes(int rank) {
        return IntStream.range(0, rank).map(i -> rank - 1 - i).toArray();
    }

    private static BadInput bad(Path path, String what) {
        return new BadInput(
                path.getFileName() + " " + what,
                path.toString(),
                "write it with numpy.save, from an array of type float32 or float64");
    }
}
