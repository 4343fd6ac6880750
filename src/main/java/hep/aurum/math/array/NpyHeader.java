package hep.aurum.math.array;

import hep.aurum.base.BadInput;
import hep.aurum.base.NotSupported;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Say what a {@code .npy} file holds: its header, examined.
 *
 * <p>The header is the literal of a Python dictionary, with its three keys in any order and white space anywhere. Nothing of
 * it is evaluated, and objects are refused, so that no file can make anything run.
 *
 * @param type {@code f}, {@code i}, {@code u} or {@code b}
 * @param bytes of a number
 * @param order of the bytes of a number
 * @param byColumns whether numbers follow each other down the columns
 * @param offset where the numbers begin in the file
 */
record NpyHeader(char type, int bytes, ByteOrder order, boolean byColumns, int rows, int columns, long offset) {

    private static final int LONGEST = 1 << 16;
    private static final int MOST_COLUMNS = 1 << 20;
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final Pattern ENTRY = Pattern.compile("\\s*(['\"])(descr|fortran_order|shape)\\1\\s*:"
            + "\\s*(?:(['\"])([^'\"]{1,20})\\3|(True|False)|\\(([^()]*)\\)|(\\[.*\\]))\\s*(?:,|(?=\\}))");
    private static final Pattern TYPE = Pattern.compile("[<>](?:f[48]|[iu][248])|[|<>]?(?:i1|u1|b1)");
    private static final Pattern TRAILING_COMMA = Pattern.compile(",\\s*$");
    /** Python 2 marked long numbers. */
    private static final Pattern SIZE = Pattern.compile("\\s*([0-9]{1,18})L?\\s*");

    /**
     * Read the header of a file.
     *
     * @throws BadInput if it is not one, or the file is not as long as it says
     * @throws NotSupported if the file holds another type, or has other than one or two dimensions
     */
    static NpyHeader read(FileChannel channel, Path path) throws IOException {
        ByteBuffer start = bytes(channel, path, 0, 10);
        for (int i = 0; i < MAGIC.length; i++) {
            require(start.get(i) == MAGIC[i], path, "does not begin like a .npy file");
        }
        int version = start.get(6);
        require(version >= 1 && version <= 3 && start.get(7) == 0, path, "has an unknown version of the format");
        int offset = version == 1 ? 10 : 12;
        int length = version == 1
                ? Short.toUnsignedInt(start.getShort(8))
                : bytes(channel, path, 8, 4).getInt(0);
        require(length > 0 && length <= LONGEST, path, "has a header of an impossible length");
        String text = StandardCharsets.ISO_8859_1
                .decode(bytes(channel, path, offset, length))
                .toString();
        NpyHeader header = parse(text, path, offset + (long) length);
        long held = channel.size() - header.offset;
        require(
                held == header.size(),
                path,
                "holds " + held + " bytes of numbers, but its header says " + header.size() + ", " + header.rows
                        + " rows of " + header.columns);
        return header;
    }

    private static ByteBuffer bytes(FileChannel channel, Path path, long from, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            require(channel.read(bytes, from + bytes.position()) > 0, path, "ends within its header");
        }
        return bytes.flip();
    }

    private static NpyHeader parse(String text, Path path, long offset) {
        Map<String, String> entries = entries(text, path);
        String type = entry(entries, "descr", path);
        if (!TYPE.matcher(type).matches()) {
            throw unsupported(
                    path,
                    "holds numbers of type " + (type.length() > 60 ? type.substring(0, 60) + "…" : type),
                    "convert it with array.astype('<f8')");
        }
        String order = entry(entries, "fortran_order", path);
        require(order.equals("True") || order.equals("False"), path, "has a header with the order " + order);
        String shape = entry(entries, "shape", path);
        long[] sizes = sizes(shape, path);
        long rows = sizes[0];
        long columns = sizes.length == 1 ? 1 : sizes[1];
        require(
                rows <= Integer.MAX_VALUE && columns >= 1 && columns <= MOST_COLUMNS,
                path,
                "has the shape (" + shape + "), expected up to 2^31-1 rows and from 1 to 2^20 columns");
        return new NpyHeader(
                type.charAt(type.length() - 2),
                type.charAt(type.length() - 1) - '0',
                type.charAt(0) == '>' ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN,
                order.equals("True"),
                (int) rows,
                (int) columns,
                offset);
    }

    /** Return the values by key, without quotation marks and parentheses. */
    private static Map<String, String> entries(String text, Path path) {
        String literal = text.strip();
        require(
                literal.startsWith("{") && literal.endsWith("}") && text.endsWith("\n"),
                path,
                "has a header that is not a dictionary");
        Map<String, String> entries = new HashMap<>();
        Matcher matcher = ENTRY.matcher(literal);
        int end = 1;
        while (matcher.find(end) && matcher.start() == end) {
            end = matcher.end();
            String before = entries.put(matcher.group(2), value(matcher));
            require(before == null, path, "has a header with two values of " + matcher.group(2));
        }
        require(
                literal.substring(end).strip().equals("}"),
                path,
                "has a header that is not a dictionary of descr, fortran_order and shape");
        return entries;
    }

    private static String value(Matcher matcher) {
        for (int group = 4; group <= 7; group++) {
            String value = matcher.group(group);
            if (value != null) {
                return value;
            }
        }
        throw new IllegalStateException("an entry without a value");
    }

    private static String entry(Map<String, String> entries, String key, Path path) {
        String value = entries.get(key);
        if (value == null) {
            throw bad(path, "has a header without " + key);
        }
        return value;
    }

    private static long[] sizes(String shape, Path path) {
        String[] parts = TRAILING_COMMA.matcher(shape).replaceFirst("").split(",", -1);
        long[] sizes = new long[shape.isBlank() ? 0 : parts.length];
        for (int i = 0; i < sizes.length; i++) {
            Matcher size = SIZE.matcher(parts[i]);
            require(size.matches(), path, "has a header with the shape (" + shape + ")");
            sizes[i] = Long.parseLong(size.group(1));
        }
        if (sizes.length == 0 || sizes.length > 2) {
            throw unsupported(
                    path,
                    "has the shape (" + shape + "), expected one or two dimensions",
                    "save array.reshape(len(array), -1)");
        }
        // Without its comma (3) is a number and no tuple.
        require(sizes.length == 2 || shape.contains(","), path, "has a header with the shape (" + shape + ")");
        return sizes;
    }

    /** Return the number of bytes of all numbers; at most 2^54. */
    long size() {
        return (long) rows * columns * bytes;
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
