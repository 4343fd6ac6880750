package hep.aurum.format.yoda;

import hep.aurum.base.BadInput;
import hep.aurum.hist.Histogram2D;
import hep.aurum.source.text.LineReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cut a file into its blocks. */
final class BlockReader {

    /** Largest file, after decompression, that is read: a quarter of a gigabyte. */
    private static final long MAX_BYTES = 1L << 28;

    /** Most lines of one block: the cells of the largest histogram, and annotations. */
    private static final int MAX_LINES = Histogram2D.MAX_CELLS + 100_000;

    /** The oldest files have a comment sign before BEGIN. */
    private static final Pattern BEGIN =
            Pattern.compile("(?:# )?BEGIN YODA_([A-Za-z0-9<>,]+?)(?:_V([0-9]{1,3}))?(?:\\s+(.*))?");

    private static final Pattern END = Pattern.compile("(?:# )?END(?: YODA_.*)?");
    private static final Pattern HEADER = Pattern.compile("[A-Za-z][A-Za-z0-9()]*:.*");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private final LineReader lines;

    BlockReader(LineReader lines) {
        this.lines = lines;
    }

    /** Return the next block; empty at the end of the file. */
    Optional<Block> next() throws IOException {
        while (advance()) {
            String line = lines.text();
            Matcher begin = BEGIN.matcher(line);
            if (begin.matches()) {
                return Optional.of(block(line, begin));
            }
            if (!line.isBlank() && !line.startsWith("#")) {
                throw new BadInput(
                        "line " + lines.number() + " of " + lines.origin() + " is outside of any YODA object",
                        lines.where(),
                        "the file is damaged or is not a YODA file");
            }
        }
        return Optional.empty();
    }

    private boolean advance() throws IOException {
        boolean more = lines.next();
        if (lines.position() > MAX_BYTES) {
            throw new BadInput(
                    lines.origin() + " has more than " + MAX_BYTES + " bytes of text", lines.where(), "split the file");
        }
        return more;
    }

    private Block block(String begin, Matcher match) throws IOException {
        long first = lines.number();
        String type = match.group(1).toUpperCase(Locale.ROOT);
        int version = match.group(2) == null ? 1 : Integer.parseInt(match.group(2));
        String path = match.group(3) == null ? "" : match.group(3).strip();
        List<String> body = body(type, first);
        int separator = version == 1 ? -1 : body.indexOf("---");
        Map<String, String> annotations =
                version == 1 ? plain(body) : yaml(body.subList(0, separator < 0 ? 0 : separator));
        List<String[]> rows = new ArrayList<>();
        List<String> headers = new ArrayList<>();
        for (String line : body.subList(separator + 1, body.size())) {
            if (line.isBlank() || line.startsWith("#") || version == 1 && isAnnotation(line)) {
                continue;
            }
            if (HEADER.matcher(line).matches()) {
                headers.add(line);
            } else {
                rows.add(BLANKS.split(line.strip()));
            }
        }
        annotations.remove("Path");
        annotations.remove("Type");
        String title = annotations.getOrDefault("Title", "");
        annotations.remove("Title");
        String rooted = path.startsWith("/") ? path : "/" + path;
        String text = begin + "\n" + String.join("\n", body) + "\nEND YODA_" + match.group(1)
                + (match.group(2) == null ? "" : "_V" + match.group(2)) + "\n";
        return new Block(type, version, rooted, annotations, title, rows, headers, lines.origin(), first, text);
    }

    private List<String> body(String type, long first) throws IOException {
        List<String> body = new ArrayList<>();
        while (advance()) {
            String line = lines.text();
            if (END.matcher(line.strip()).matches()) {
                return body;
            }
            if (BEGIN.matcher(line).matches()) {
                break;
            }
            if (body.size() >= MAX_LINES) {
                throw new BadInput(
                        "a YODA object of " + lines.origin() + " has more than " + MAX_LINES + " lines",
                        lines.where(),
                        "the file is damaged");
            }
            body.add(line);
        }
        throw new BadInput(
                "the YODA object that begins in line " + first + " of " + lines.origin() + " has no END",
                lines.origin() + " line " + first + ": BEGIN YODA_" + type,
                "the file is truncated; copy it again");
    }

    private static boolean isAnnotation(String line) {
        int equals = line.indexOf('=');
        return equals > 0 && Character.isLetter(line.charAt(0));
    }

    private static Map<String, String> plain(List<String> body) {
        Map<String, String> annotations = new LinkedHashMap<>();
        for (String line : body) {
            if (isAnnotation(line)) {
                int equals = line.indexOf('=');
                annotations.put(
                        line.substring(0, equals).strip(),
                        line.substring(equals + 1).strip());
            }
        }
        return annotations;
    }

    /** Read lines of {@code key: value}; an indented line continues the value before. */
    private static Map<String, String> yaml(List<String> lines) {
        Map<String, String> annotations = new LinkedHashMap<>();
        String key = "";
        StringBuilder value = new StringBuilder();
        for (String line : lines) {
            int colon = line.indexOf(':');
            if (!line.isEmpty() && line.charAt(0) != ' ' && line.charAt(0) != '#' && colon > 0) {
                if (!key.isEmpty()) {
                    annotations.put(key, YodaText.decoded(value.toString()));
                }
                key = line.substring(0, colon).strip();
                value = new StringBuilder(line.substring(colon + 1).strip());
            } else if (!line.isBlank()) {
                value.append('\n').append(line);
            }
        }
        if (!key.isEmpty()) {
            annotations.put(key, YodaText.decoded(value.toString()));
        }
        return annotations;
    }
}
