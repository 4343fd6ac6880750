package hep.aurum.source;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** Name the kinds of file that are taken for events by mistake, by their first bytes. */
final class Lookalike {

    private static final int START = 1024;
    private static final int SHOWN = 40;

    private static final String EVENTS = "name a file of events";
    private static final String MODEL = "a binned model is for aurum workspace, fit and limit";

    /**
     * A kind of file.
     *
     * @param name with its article
     * @param remedy what to do
     * @param anywhere whether the mark need not come first
     * @param marks texts one of which it begins with or has near its beginning
     */
    private record Kind(String name, String remedy, boolean anywhere, List<String> marks) {

        static Kind beginning(String name, String remedy, String... marks) {
            return new Kind(name, remedy, false, List.of(marks));
        }

        static Kind containing(String name, String remedy, String... marks) {
            return new Kind(name, remedy, true, List.of(marks));
        }

        boolean isOf(String start) {
            return marks.stream().anyMatch(mark -> anywhere ? start.contains(mark) : start.startsWith(mark));
        }
    }

    private static final List<Kind> TEXTS = List.of(
            Kind.containing("a YODA file of histograms", EVENTS, "BEGIN YODA_", "# BEGIN HISTO", "# BEGIN HISTOGRAM"),
            Kind.containing("an AIDA file of histograms", EVENTS, "<aida", "<!DOCTYPE aida"),
            Kind.containing("a HistFactory model in XML", MODEL, "<!DOCTYPE Combination", "<!DOCTYPE Channel"),
            Kind.beginning("an SLHA parameter card", EVENTS, "Block ", "BLOCK ", "block "),
            Kind.containing(
                    "a page of the web (was the download refused?)",
                    "download it again",
                    "<!DOCTYPE html",
                    "<!doctype html",
                    "<html"),
            Kind.beginning(
                    "the pointer of Git LFS and not the file itself",
                    "fetch it: git lfs pull",
                    "version https://git-lfs"),
            Kind.beginning("a JSON document", MODEL, "{\"", "{\n", "{ ", "[{", "[\n"),
            Kind.containing("a data card of Combine", MODEL, "imax ", "jmax "));

    private static final List<Kind> BINARIES = List.of(
            Kind.beginning("a ROOT file without trees that can be read", EVENTS, "root"),
            Kind.beginning("an HDF5 file", EVENTS, "\u0089HDF\r\n"),
            Kind.beginning("a Parquet file", EVENTS, "PAR1"),
            Kind.beginning("a NumPy array", EVENTS, "\u0093NUMPY"),
            Kind.beginning("a PDF document", EVENTS, "%PDF"),
            Kind.beginning("a ZIP archive", EVENTS, "PK\u0003\u0004"),
            Kind.beginning("a compiled program", EVENTS, "\u007fELF"));

    private Lookalike() {}

    /** Return what kind of text a file is that is no table, with its article; empty if none of those known. */
    static String text(byte[] head) {
        return name(TEXTS, start(head).stripLeading());
    }

    /** Return what kind of other file it is; empty if none of those known. */
    static String binary(byte[] head) {
        return name(BINARIES, start(head));
    }

    /** Return what to do with a file of a kind that was named. */
    static String remedy(String name) {
        return Stream.concat(TEXTS.stream(), BINARIES.stream())
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .map(Kind::remedy)
                .orElse(EVENTS);
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
