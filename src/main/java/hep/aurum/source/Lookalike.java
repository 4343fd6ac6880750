package hep.aurum.source;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Name the kinds of file that are taken for events by mistake, by their first bytes. */
final class Lookalike {

    private static final int START = 1024;
    private static final int SHOWN = 40;

    /**
     * A kind of file.
     *
     * @param name with its article
     * @param marks texts one of which it begins with or has near its beginning
     * @param anywhere whether the mark need not come first
     */
    private record Kind(String name, boolean anywhere, List<String> marks) {

        Kind(String name, boolean anywhere, String... marks) {
            this(name, anywhere, List.of(marks));
        }

        boolean isOf(String start) {
            return marks.stream().anyMatch(mark -> anywhere ? start.contains(mark) : start.startsWith(mark));
        }
    }

    private static final List<Kind> TEXTS = List.of(
            new Kind("a YODA file of histograms", true, "BEGIN YODA_", "# BEGIN HISTO", "# BEGIN HISTOGRAM"),
            new Kind("an AIDA file of histograms", true, "<aida", "<!DOCTYPE aida"),
            new Kind("an SLHA parameter card", false, "Block ", "BLOCK ", "block "),
            new Kind(
                    "a page of the web (was the download refused?)", true, "<!DOCTYPE html", "<!doctype html", "<html"),
            new Kind("the pointer of Git LFS and not the file itself", false, "version https://git-lfs"),
            new Kind("a JSON document", false, "{\"", "{\n", "{ ", "[{"),
            new Kind("a data card of Combine", true, "imax ", "jmax "));

    private static final List<Kind> BINARIES = List.of(
            new Kind("a ROOT file without trees that can be read", false, "root"),
            new Kind("an HDF5 file", false, "\u0089HDF\r\n"),
            new Kind("a Parquet file", false, "PAR1"),
            new Kind("a NumPy array", false, "\u0093NUMPY"),
            new Kind("a PDF document", false, "%PDF"),
            new Kind("a ZIP archive", false, "PK\u0003\u0004"),
            new Kind("a compiled program", false, "\u007fELF"));

    private Lookalike() {}

    /** Return what kind of text a file is that is no table, with its article; empty if none of those known. */
    static String text(byte[] head) {
        return name(TEXTS, start(head).stripLeading());
    }

    /** Return what kind of other file it is; empty if none of those known. */
    static String binary(byte[] head) {
        return name(BINARIES, start(head));
    }

    private static String start(byte[] head) {
        return new String(head, 0, Math.min(START, head.length), StandardCharsets.ISO_8859_1);
    }

    private static String name(List<Kind> kinds, String start) {
        return kinds.stream()
                .filter(kind -> kind.isOf(start))
                .findFirst()
                .map(Kind::name)
                .orElse("");
    }

    /** Return the first bytes as text, other bytes as points. */
    static String printable(byte[] head) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < Math.min(SHOWN, head.length); i++) {
            text.append(head[i] >= 0x20 && head[i] < 0x7f ? (char) head[i] : '.');
        }
        return text.toString();
    }
}
