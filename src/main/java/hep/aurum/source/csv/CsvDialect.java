package hep.aurum.source.csv;

import hep.aurum.base.BadInput;
import hep.aurum.source.text.LineReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * Say how a file parts its fields and where its names stand; found in its first bytes.
 *
 * @param delimiter the byte between fields, {@link CsvRecords#BLANKS} for runs of blanks
 * @param header whether the first record has the names of the columns
 * @param names as the file says them; empty where it says none
 * @param fields how many a record has
 * @param comment the comment lines before the first record, without their signs
 */
record CsvDialect(byte delimiter, boolean header, List<String> names, int fields, List<String> comment) {

    /** How many bytes of a file are looked at. */
    static final int HEAD = 1 << 16;

    private static final byte[] DELIMITERS = {'\t', ';', ',', CsvRecords.BLANKS};
    private static final int RECORDS = 50;

    CsvDialect {
        names = List.copyOf(names);
        comment = List.copyOf(comment);
    }

    /** One of the first records: its fields, and what they can be. */
    private record First(List<String> texts, int kinds, boolean allQuoted) {}

    /** Find the dialect; empty where the bytes are no table of text. */
    static Optional<CsvDialect> of(byte[] head) {
        return of(head, RECORDS);
    }

    /** Find what the dialect would be if the first two records are sound. */
    static Optional<CsvDialect> guess(byte[] head) {
        return of(head, 2);
    }

    private static Optional<CsvDialect> of(byte[] head, int most) {
        if (!isText(head)) {
            return Optional.empty();
        }
        byte[] whole = wholeLines(head);
        for (byte delimiter : DELIMITERS) {
            List<First> records = records(whole, delimiter, most);
            if (!records.isEmpty()
                    && isRegular(records)
                    && records.get(0).texts.size() > 1
                    && (delimiter != CsvRecords.BLANKS || hasNumber(records))) {
                return Optional.of(of(whole, delimiter, records));
            }
        }
        List<First> single = records(whole, (byte) ',', most);
        boolean numbers = !single.isEmpty()
                && isRegular(single)
                && single.stream().skip(single.size() > 1 ? 1 : 0).allMatch(r -> r.allQuoted || isNumber(r.kinds));
        return numbers ? Optional.of(of(whole, (byte) ',', single)) : Optional.empty();
    }

    /** Return whether blanks part more than words: a sentence is no row of names. */
    private static boolean hasNumber(List<First> records) {
        return records.stream().anyMatch(record -> record.kinds != CsvValues.TEXT);
    }

    private static boolean isNumber(int kinds) {
        return (kinds & CsvValues.TEXT) == 0;
    }

    private static boolean isText(byte[] head) {
        for (byte b : head) {
            if (b >= 0 && b < ' ' && b != '\t' && b != '\n' && b != '\r' && b != '\f') {
                return false;
            }
        }
        String start = new String(head, 0, Math.min(head.length, 64), StandardCharsets.UTF_8).strip();
        // Documents of other kinds, some lines of which could be rows.
        return !start.isEmpty()
                && "<{[%".indexOf(start.charAt(0)) < 0
                && !start.startsWith("HepMC::")
                && !start.startsWith("BEGIN ");
    }

    /** Leave off the line in which the head breaks off, or the file itself if it was cut, unless there is no other. */
    private static byte[] wholeLines(byte[] head) {
        int end = head.length;
        while (end > 0 && head[end - 1] != '\n') {
            end--;
        }
        boolean isOnlyRow = head.length < HEAD && lines(head, end) < 2;
        return end == 0 || isOnlyRow ? head : Arrays.copyOf(head, end);
    }

    private static int lines(byte[] head, int end) {
        int lines = 0;
        for (int i = 0; i < end; i++) {
            lines += head[i] == '\n' ? 1 : 0;
        }
        return lines;
    }

    private static List<First> records(byte[] head, byte delimiter, int most) {
        List<First> records = new ArrayList<>();
        LineReader lines = new LineReader(new ByteArrayInputStream(head), "the head of the file");
        try (CsvRecords walker = new CsvRecords(lines, delimiter)) {
            while (records.size() < most && walker.next()) {
                records.add(first(walker));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (BadInput e) {
            // A quoted field that the head cuts off, or a malformed line, of which the reader tells.
            return records;
        }
        return records;
    }

    private static First first(CsvRecords walker) {
        List<String> texts = new ArrayList<>();
        int kinds = 0;
        boolean allQuoted = true;
        for (int f = 0; f < walker.fields(); f++) {
            texts.add(walker.text(f));
            allQuoted &= walker.isQuoted(f);
            kinds |= walker.isQuoted(f) ? CsvValues.TEXT : CsvValues.kind(walker.bytes(), walker.from(f), walker.to(f));
        }
        return new First(texts, kinds, allQuoted);
    }

    private static boolean isRegular(List<First> records) {
        int fields = records.get(0).texts.size();
        return records.stream().allMatch(record -> record.texts.size() == fields);
    }

    private static CsvDialect of(byte[] head, byte delimiter, List<First> records) {
        First first = records.get(0);
        boolean distinct = new HashSet<>(first.texts).size() == first.texts.size()
                && first.texts.stream().noneMatch(String::isEmpty);
        boolean header = distinct && first.kinds == CsvValues.TEXT;
        List<String> comment = comment(head);
        List<String> names = header ? first.texts : namesOf(comment, delimiter, first.texts.size());
        return new CsvDialect(delimiter, header, names, first.texts.size(), comment);
    }

    private static List<String> comment(byte[] head) {
        List<String> comment = new ArrayList<>();
        for (String line : new String(head, StandardCharsets.UTF_8).split("\n", -1)) {
            String text = line.strip();
            if (!text.startsWith("#")) {
                break;
            }
            comment.add(text.substring(1).strip());
        }
        return comment;
    }

    private static List<String> namesOf(List<String> comment, byte delimiter, int fields) {
        if (comment.isEmpty()) {
            return List.of();
        }
        byte[] last = comment.get(comment.size() - 1).getBytes(StandardCharsets.UTF_8);
        List<First> records = last.length == 0 ? List.of() : records(last, delimiter, 1);
        boolean names = records.size() == 1
                && records.get(0).texts.size() == fields
                && records.get(0).kinds == CsvValues.TEXT
                && new HashSet<>(records.get(0).texts).size() == fields;
        return names ? records.get(0).texts : List.of();
    }
}
