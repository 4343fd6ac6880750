package hep.aurum.source.csv;

import hep.aurum.base.BadInput;
import hep.aurum.source.text.LineReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Walk over the records of a file of separated fields, without a string per field. */
final class CsvRecords implements AutoCloseable {

    /** Stands for runs of blanks and tabs. */
    static final byte BLANKS = ' ';

    private static final int MOST_FIELDS = 1 << 20;
    private static final int MOST_LINES = 1000;

    private final LineReader lines;
    private final byte delimiter;
    private byte[] bytes = {};
    private int[] from = new int[16];
    private int[] to = new int[16];
    private boolean[] quoted = new boolean[16];
    private int fields;
    private long line;
    private byte[] copy = {};
    private int copied;
    private long before;

    CsvRecords(LineReader lines, byte delimiter) {
        this.lines = lines;
        this.delimiter = delimiter;
    }

    /** Move to the next record that is neither empty nor a comment; return false at the end. */
    boolean next() throws IOException {
        while (advance()) {
            int start = afterMark();
            if (!isPassedOver(start)) {
                line = lines.number();
                fields = 0;
                if (!splitPlain(start)) {
                    splitQuoted(start);
                }
                return true;
            }
        }
        return false;
    }

    private boolean advance() throws IOException {
        before = lines.position();
        return lines.next();
    }

    /** Return where the line begins, behind the byte order mark of UTF-8. */
    private int afterMark() {
        int start = lines.start();
        byte[] b = lines.buffer();
        boolean mark = lines.number() == 1
                && lines.end() - start >= 3
                && b[start] == (byte) 0xef
                && b[start + 1] == (byte) 0xbb
                && b[start + 2] == (byte) 0xbf;
        return mark ? start + 3 : start;
    }

    private boolean isPassedOver(int start) {
        byte[] b = lines.buffer();
        int i = start;
        while (i < lines.end() && b[i] == ' ') {
            i++;
        }
        return i == lines.end() || b[i] == '#';
    }

    /** Split a line without quotation marks; return false where it has one. */
    private boolean splitPlain(int start) {
        bytes = lines.buffer();
        int end = lines.end();
        int begin = start;
        for (int i = start; i < end; i++) {
            byte b = bytes[i];
            if (b == '"') {
                fields = 0;
                return false;
            }
            if (b == delimiter || b == '\t' && delimiter == BLANKS) {
                addPlain(begin, i);
                begin = i + 1;
            }
        }
        addPlain(begin, end);
        return true;
    }

    /** Add a field without the blanks around it; between blanks there are no empty fields. */
    private void addPlain(int begin, int end) {
        int first = begin;
        int last = end;
        while (first < last && bytes[first] == ' ') {
            first++;
        }
        while (last > first && bytes[last - 1] == ' ') {
            last--;
        }
        if (delimiter != BLANKS || last > first) {
            add(first, last, false);
        }
    }

    private void add(int first, int last, boolean quote) {
        if (fields == from.length) {
            if (fields >= MOST_FIELDS) {
                throw malformed("has more than " + MOST_FIELDS + " fields");
            }
            from = Arrays.copyOf(from, 2 * fields);
            to = Arrays.copyOf(to, 2 * fields);
            quoted = Arrays.copyOf(quoted, 2 * fields);
        }
        from[fields] = first;
        to[fields] = last;
        quoted[fields++] = quote;
    }

    /** Split a record that has quotation marks; its fields are copied, as one may go over several lines. */
    private void splitQuoted(int start) throws IOException {
        copied = 0;
        bytes = copy;
        int at = start;
        while (true) {
            at = skipBlanks(at);
            if (delimiter == BLANKS && at == lines.end() && fields > 0) {
                return;
            }
            at = field(at);
            if (delimiter != BLANKS) {
                at = skipBlanks(at);
            }
            if (at == lines.end()) {
                return;
            }
            if (!isDelimiter(lines.buffer()[at])) {
                throw malformed("has text behind a closing quotation mark");
            }
            at++;
        }
    }

    /** Copy a field; return where it ends, which is at a delimiter or the end of the line. */
    private int field(int at) throws IOException {
        int begin = copied;
        boolean quote = at < lines.end() && lines.buffer()[at] == '"';
        int end = quote ? copyQuoted(at + 1) : copyPlain(at);
        bytes = copy;
        if (quote) {
            add(begin, copied, true);
        } else {
            addPlain(begin, copied);
        }
        return end;
    }

    private int skipBlanks(int at) {
        int i = at;
        byte[] b = lines.buffer();
        while (i < lines.end() && (b[i] == ' ' || b[i] == '\t' && delimiter == BLANKS)) {
            i++;
        }
        return i;
    }

    private boolean isDelimiter(byte b) {
        return b == delimiter || b == '\t' && delimiter == BLANKS;
    }

    private int copyPlain(int at) {
        int i = at;
        byte[] b = lines.buffer();
        while (i < lines.end() && !isDelimiter(b[i])) {
            append(b[i++]);
        }
        return i;
    }

    private int copyQuoted(int start) throws IOException {
        int at = start;
        for (int taken = 0; taken < MOST_LINES; taken++) {
            byte[] b = lines.buffer();
            int end = lines.end();
            for (; at < end; at++) {
                if (b[at] == '"') {
                    if (at + 1 == end || b[at + 1] != '"') {
                        return at + 1;
                    }
                    at++;
                }
                append(b[at]);
            }
            nextLine();
            at = lines.start();
        }
        throw malformed("begins a quoted field that goes over more than " + MOST_LINES + " lines");
    }

    private void nextLine() throws IOException {
        boolean carriageReturn = lines.position() - before == lines.end() - lines.start() + 2L;
        if (carriageReturn) {
            append((byte) '\r');
        }
        append((byte) '\n');
        if (!advance()) {
            throw malformed("begins a quoted field that is never closed");
        }
    }

    private void append(byte value) {
        if (copied == copy.length) {
            if (copied >= LineReader.LONGEST_LINE) {
                throw malformed("begins a record longer than " + LineReader.LONGEST_LINE + " bytes");
            }
            copy = Arrays.copyOf(copy, Math.max(256, 2 * copied));
        }
        copy[copied++] = value;
    }

    int fields() {
        return fields;
    }

    byte[] bytes() {
        return bytes;
    }

    int from(int field) {
        return from[field];
    }

    int to(int field) {
        return to[field];
    }

    boolean isQuoted(int field) {
        return quoted[field];
    }

    String text(int field) {
        return new String(bytes, from[field], to[field] - from[field], StandardCharsets.UTF_8);
    }

    /** Return the number of the line in which the record begins, from 1. */
    long line() {
        return line;
    }

    /** Return how many decompressed bytes were consumed. */
    long position() {
        return lines.position();
    }

    /** Return the part of the file that was read, from 0 to 1; NaN if nobody knows. */
    double fraction() {
        return lines.fraction();
    }

    String origin() {
        return lines.origin();
    }

    /** Return the place of the line that was read last, for a message. */
    String place() {
        return lines.where();
    }

    /** Return the failure of this record. */
    BadInput malformed(String what) {
        return new BadInput(
                "line " + line + " of " + lines.origin() + " " + what, lines.where(), "mend the line or leave it out");
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
