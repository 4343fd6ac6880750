package hep.aurum.source.xdr;

import hep.aurum.base.MeasuredInput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Walk over a stream of big-endian numbers, counted strings and arrays, in units of four bytes (XDR).
 *
 * <p>Every method throws {@link XdrException} where the bytes end, reach beyond the {@linkplain #limit limit}, or hold a
 * length that is negative or too large, and {@link IOException} where the stream below breaks off. Not for use by several
 * threads.
 */
public final class XdrReader implements AutoCloseable {

    private static final int BUFFER = 1 << 14;
    private static final int FIRST_ARRAY = 1 << 12;

    private final InputStream file;
    private InputStream in;
    private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER).limit(0);
    private long before;
    private long limit = Long.MAX_VALUE;
    private String inside = "the file";

    /**
     * Create a reader.
     *
     * @param in the bytes, decompressed; closed with this reader
     */
    public XdrReader(InputStream in) {
        this.file = in;
        this.in = in;
    }

    /** Go on with another stream, from position 0 and without a limit; the one before is not closed. */
    public void restart(InputStream next) {
        in = next;
        bytes.position(0).limit(0);
        before = 0;
        limit = Long.MAX_VALUE;
    }

    /** Return how many bytes have been read or passed over. */
    public long position() {
        return before + bytes.position();
    }

    /** Return the part of the file that was read, from 0 to 1; NaN if nobody knows. */
    public double fraction() {
        return MeasuredInput.fraction(file);
    }

    /** Return how many bytes there are up to the limit. */
    public long left() {
        return limit - position();
    }

    /**
     * Keep what is read next inside a block.
     *
     * @param end first position behind it
     * @param what the block is called in messages
     */
    public void limit(long end, String what) {
        limit = end;
        inside = what;
    }

    /** Return whether the stream ends here. */
    public boolean atEnd() throws IOException {
        return !bytes.hasRemaining() && !fill(1);
    }

    /** Read a signed integer of four bytes. */
    public int i32() throws IOException {
        need(Integer.BYTES);
        return bytes.getInt();
    }

    /** Read a signed integer of eight bytes. */
    public long i64() throws IOException {
        need(Long.BYTES);
        return bytes.getLong();
    }

    /** Read a number of single precision, which may be infinite or no number. */
    public float f32() throws IOException {
        need(Float.BYTES);
        return bytes.getFloat();
    }

    /** Read a number of double precision, which may be infinite or no number. */
    public double f64() throws IOException {
        need(Double.BYTES);
        return bytes.getDouble();
    }

    /**
     * Read a count.
     *
     * @param what is counted, for messages
     * @param most the largest that is allowed
     * @return 0 to {@code most}
     */
    public int count(String what, int most) throws IOException {
        return bounded(i32(), "", what, most);
    }

    private static int bounded(int count, String of, String what, int most) throws XdrException {
        if (count < 0 || count > most) {
            throw new XdrException("it announces " + count + " " + of + what + ", expected 0 to " + most);
        }
        return count;
    }

    /**
     * Read a counted string with its padding; control characters and the zero that ends a C string are left off.
     *
     * @param what it is, for messages
     * @param most the most bytes that are allowed
     */
    public String string(String what, int most) throws IOException {
        int length = bounded(i32(), "characters for the ", what, most);
        byte[] text = new byte[Math.min(length, BUFFER)];
        int filled = 0;
        while (filled < length) {
            if (filled == text.length) {
                text = Arrays.copyOf(text, (int) Math.min(length, 2L * filled));
            }
            int part = Math.min(text.length - filled, BUFFER);
            need(part);
            bytes.get(text, filled, part);
            filled += part;
        }
        skip(-length & 3);
        return withoutControls(new String(text, 0, length, StandardCharsets.UTF_8));
    }

    private static String withoutControls(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isControl(text.charAt(i))) {
                StringBuilder kept = new StringBuilder(text.length());
                text.chars().filter(c -> !isControl((char) c)).forEach(c -> kept.append((char) c));
                return kept.toString();
            }
        }
        return text;
    }

    private static boolean isControl(char c) {
        return Character.isISOControl(c) && c != '\n' && c != '\t';
    }

    /**
     * Read integers.
     *
     * @param reuse an array that is filled if it is long enough
     * @param count how many
     * @return the array that holds them, which may be longer
     */
    public int[] ints(int[] reuse, int count) throws IOException {
        int[] values = reuse;
        for (int i = 0; i < count; i++) {
            if (i == values.length) {
                values = Arrays.copyOf(values, grown(i, count));
            }
            values[i] = i32();
        }
        return values;
    }

    /**
     * Read numbers of double precision.
     *
     * @param reuse an array that is filled if it is long enough
     * @param count how many
     * @return the array that holds them, which may be longer
     */
    public double[] doubles(double[] reuse, int count) throws IOException {
        double[] values = reuse;
        for (int i = 0; i < count; i++) {
            if (i == values.length) {
                values = Arrays.copyOf(values, grown(i, count));
            }
            values[i] = f64();
        }
        return values;
    }

    private static int grown(int length, int count) {
        return (int) Math.min(count, Math.max(FIRST_ARRAY, 2L * length));
    }

    /** Pass over bytes. */
    public void skip(long count) throws IOException {
        if (count < 0 || count > left()) {
            throw beyond(count);
        }
        long missing = count;
        while (missing > bytes.remaining()) {
            missing -= bytes.remaining();
            bytes.position(bytes.limit());
            if (!fill(1)) {
                throw ended();
            }
        }
        bytes.position(bytes.position() + (int) missing);
    }

    /**
     * Read raw bytes as a stream does, up to the limit.
     *
     * @return how many were read; −1 at the end or at the limit
     */
    int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (left() <= 0 || atEnd()) {
            return -1;
        }
        int count = (int) Math.min(Math.min(length, bytes.remaining()), left());
        bytes.get(target, offset, count);
        return count;
    }

    /** Return the bytes up to the limit as a stream; reading it moves this reader, closing it does nothing. */
    public InputStream stream() {
        return new InputStream() {
            private final byte[] one = new byte[1];

            @Override
            public int read() throws IOException {
                return XdrReader.this.read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                return XdrReader.this.read(target, offset, length);
            }
        };
    }

    private void need(int count) throws IOException {
        if (count > left()) {
            throw beyond(count);
        }
        if (bytes.remaining() < count && !fill(count)) {
            bytes.position(bytes.limit());
            throw ended();
        }
    }

    private XdrException beyond(long count) {
        return new XdrException(inside + " has " + Math.max(0, left()) + " more bytes, expected at least " + count);
    }

    private XdrException ended() {
        return new XdrException("it breaks off at byte " + position());
    }

    /** Move what is left to the front and read until there are {@code count} bytes; return false at the end. */
    private boolean fill(int count) throws IOException {
        before += bytes.position();
        bytes.compact();
        int got = 0;
        while (bytes.position() < count && got >= 0) {
            bytes.position(bytes.position() + got);
            got = bytes.position() < count ? in.read(bytes.array(), bytes.position(), bytes.remaining()) : 0;
        }
        bytes.flip();
        return bytes.limit() >= count;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
