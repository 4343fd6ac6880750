package hep.aurum.source.text;

import hep.aurum.base.BadInput;
import hep.aurum.base.MeasuredInput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Walk over the lines of a stream without copying them.
 *
 * <p>A line is the bytes {@code [start, end)} of {@link #buffer()}, without its line end ({@code \n} or {@code \r\n});
 * they are valid until the next call of {@link #next()}. The last line need not have an end.
 */
public final class LineReader implements AutoCloseable {

    /** The longest line that is read, in bytes: 100 000 weights of 20 digits with names fit. */
    public static final int LONGEST_LINE = 16 << 20;

    private static final int FIRST_BUFFER = 1 << 17;
    private static final int CLIP = 100;

    private final InputStream in;
    private final String origin;
    private byte[] buffer = new byte[FIRST_BUFFER];
    private int filled;
    private int nextStart;
    private int start;
    private int end;
    private long number;
    private long bytesBefore;

    /**
     * Create a reader.
     *
     * @param in the bytes, decompressed; closed with this reader
     * @param origin the file as the user named it, for messages
     */
    public LineReader(InputStream in, String origin) {
        this.in = in;
        this.origin = origin;
    }

    /**
     * Move to the next line.
     *
     * @return false at the end of the stream
     * @throws IOException if the stream breaks off, for example in a truncated gzip file
     * @throws BadInput if the line is longer than {@link #LONGEST_LINE}
     */
    public boolean next() throws IOException {
        start = nextStart;
        int scan = start;
        while (true) {
            int found = Words.newline(buffer, scan, filled);
            if (found < filled) {
                finishLine(found, found + 1);
                return true;
            }
            int seen = filled - start;
            boolean more = fill();
            scan = start + seen;
            if (!more) {
                if (seen == 0) {
                    end = start;
                    return false;
                }
                finishLine(scan, scan);
                return true;
            }
        }
    }

    /** Return the part of the file that was read, from 0 to 1; NaN if nobody knows. */
    public double fraction() {
        return MeasuredInput.fraction(in);
    }

    private void finishLine(int lineEnd, int following) {
        end = lineEnd > start && buffer[lineEnd - 1] == '\r' ? lineEnd - 1 : lineEnd;
        nextStart = following;
        number++;
    }

    /** Append bytes to the buffer, moving the unfinished line to its front; return false at the end of the stream. */
    private boolean fill() throws IOException {
        if (start > 0) {
            System.arraycopy(buffer, start, buffer, 0, filled - start);
            bytesBefore += start;
            filled -= start;
            start = 0;
            nextStart = 0;
        }
        if (filled == buffer.length) {
            if (filled >= LONGEST_LINE) {
                throw new BadInput(
                        "line " + (number + 1) + " of " + origin + " is longer than " + LONGEST_LINE + " bytes",
                        where(),
                        "the file is damaged or is not a text file of events");
            }
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        }
        int count = in.read(buffer, filled, buffer.length - filled);
        if (count > 0) {
            filled += count;
        }
        return count > 0;
    }

    /** Return the buffer that holds the line; it changes with {@link #next()}. */
    @SuppressWarnings("EI_EXPOSE_REP")
    public byte[] buffer() {
        return buffer;
    }

    /** Return the position of the first byte of the line. */
    public int start() {
        return start;
    }

    /** Return the position behind the last byte of the line. */
    public int end() {
        return end;
    }

    /** Return the number of the line, from 1; 0 before the first. */
    public long number() {
        return number;
    }

    /** Return how many decompressed bytes were consumed, this line included. */
    public long position() {
        return bytesBefore + nextStart;
    }

    /** Return the file as the user named it. */
    public String origin() {
        return origin;
    }

    /** Return the line as text; bytes that are not UTF-8 become replacement characters. */
    public String text() {
        return new String(buffer, start, end - start, StandardCharsets.UTF_8);
    }

    /** Return the place of this line for a message: file, line number and the beginning of its text. */
    public String where() {
        int length = Math.max(0, Math.min(end - start, CLIP));
        String clipped = new String(buffer, start, length, StandardCharsets.UTF_8)
                .replaceAll("\\p{Cntrl}", " ")
                .strip();
        return origin + " line " + number + ": \"" + clipped + (length < end - start ? "..." : "") + "\"";
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
