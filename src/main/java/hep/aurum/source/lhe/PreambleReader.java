package hep.aurum.source.lhe;

import hep.aurum.base.BadInput;
import hep.aurum.source.text.LineReader;
import java.io.IOException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Read a Les Houches file up to the end of its {@code <init>} block.
 *
 * <p>The header is free text with a few tags in it: cards of every generator, comments, CDATA sections. Only the tags
 * that mean something are looked for; comments are skipped whatever they hold.
 */
final class PreambleReader {

    /** The most bytes before the first event. */
    static final long LONGEST = 64L << 20;

    private static final Pattern EVENT_NORM = Pattern.compile("^\\s*'?(\\w+)'?\\s*=\\s*event_norm\\b");

    private enum Mode {
        TEXT,
        COMMENT,
        CDATA,
        WEIGHTS,
        INIT
    }

    private final LineReader lines;
    private final WeightDeclarations weights = new WeightDeclarations();
    private final StringBuilder weightBlock = new StringBuilder();
    private final InitBlock init;
    private final StringBuilder header = new StringBuilder();
    private Mode mode = Mode.TEXT;
    private int headerFrom = -1;
    private String initLine = "";
    private String version = "";
    private @Nullable String eventNorm;

    private PreambleReader(LineReader lines) {
        this.lines = lines;
        this.init = new InitBlock(lines);
    }

    /**
     * Read everything before the first event.
     *
     * @throws BadInput if there is no complete {@code <init>} block
     * @throws IOException if the stream breaks off
     */
    static LhePreamble read(LineReader lines) throws IOException {
        PreambleReader reader = new PreambleReader(lines);
        while (reader.mode != Mode.INIT) {
            if (!lines.next()) {
                throw reader.missingInit("the file ends");
            }
            reader.checkLength();
            reader.line(lines.text());
        }
        reader.init.read(reader.initLine);
        reader.weights.parse(reader.weightBlock.toString(), lines.origin());
        InitTags tags = InitTags.read(lines, reader.weights);
        return reader.init.preamble(reader.version, reader.weights, reader.eventNorm, tags, reader.header.toString());
    }

    private void checkLength() {
        if (lines.position() > LONGEST) {
            throw new BadInput(
                    "the header of " + lines.origin() + " is longer than " + LONGEST + " bytes",
                    lines.where(),
                    "remove the embedded files from the header");
        }
    }

    private void line(String line) {
        if (mode != Mode.COMMENT && line.contains("event_norm")) {
            Matcher matcher = EVENT_NORM.matcher(line);
            if (matcher.find()) {
                eventNorm = matcher.group(1);
            }
        }
        headerFrom = Math.min(headerFrom, 0);
        int at = 0;
        while (at < line.length() && mode != Mode.INIT) {
            at = advance(line, at);
        }
        if (mode == Mode.WEIGHTS) {
            weightBlock.append('\n');
        }
        if (mode != Mode.INIT) {
            keep(line, line.length(), true);
        }
    }

    /** Keep the text of the line that belongs to the header, which begins behind the root tag. */
    private void keep(String line, int end, boolean whole) {
        if (headerFrom < 0 || (headerFrom > 0 && headerFrom >= end)) {
            return;
        }
        String text = line.substring(headerFrom, end);
        if (whole) {
            header.append(text).append('\n');
        } else if (!text.isBlank()) {
            header.append(text);
        }
    }

    /** Handle the line from a position on and return how far it was handled. */
    private int advance(String line, int at) {
        switch (mode) {
            case COMMENT:
                return leave(line, at, "-->");
            case CDATA:
                return leave(line, at, "]]>");
            case WEIGHTS:
                int close = line.indexOf("</initrwgt", at);
                weightBlock.append(line, at, close < 0 ? line.length() : close);
                return close < 0 ? line.length() : leave(line, close, "</initrwgt");
            default:
                return text(line, at);
        }
    }

    private int leave(String line, int at, String close) {
        int found = line.indexOf(close, at);
        if (found < 0) {
            return line.length();
        }
        mode = Mode.TEXT;
        return found + close.length();
    }

    private int text(String line, int at) {
        int open = line.indexOf('<', at);
        if (open < 0) {
            return line.length();
        }
        if (line.startsWith("<!--", open)) {
            mode = Mode.COMMENT;
            return open + 4;
        }
        if (line.startsWith("<![CDATA[", open)) {
            mode = Mode.CDATA;
            return open + 9;
        }
        if (WeightDeclarations.isTag(line, open, "<initrwgt")) {
            mode = Mode.WEIGHTS;
            return behindTag(line, open);
        }
        if (WeightDeclarations.isTag(line, open, "<LesHouchesEvents")) {
            version = attributes(line, open, "<LesHouchesEvents").getOrDefault("version", "");
            headerFrom = behindTag(line, open);
            return headerFrom;
        }
        if (beginsLine(line, open)) {
            return structure(line, open);
        }
        return open + 1;
    }

    /** Handle the tags that bound the blocks, which count only at the beginning of a line or behind another tag. */
    private int structure(String line, int open) {
        if (WeightDeclarations.isTag(line, open, "<init")) {
            mode = Mode.INIT;
            keep(line, open, false);
            initLine = line.substring(behindTag(line, open));
            return line.length();
        }
        if (WeightDeclarations.isTag(line, open, "<event")) {
            throw missingInit("the events begin");
        }
        if (WeightDeclarations.isTag(line, open, "</LesHouchesEvents")) {
            throw missingInit("</LesHouchesEvents> follows");
        }
        return open + 1;
    }

    private static Map<String, String> attributes(String line, int open, String tag) {
        int end = WeightDeclarations.tagEnd(line, open);
        return Markup.attributes(line.substring(Math.min(open + tag.length(), end), end));
    }

    private static int behindTag(String line, int open) {
        return Math.min(line.length(), WeightDeclarations.tagEnd(line, open) + 1);
    }

    private static boolean beginsLine(String line, int open) {
        int i = open - 1;
        while (i >= 0 && Character.isWhitespace(line.charAt(i))) {
            i--;
        }
        return i < 0 || line.charAt(i) == '>';
    }

    private BadInput missingInit(String event) {
        String open = mode == Mode.COMMENT ? " (a comment <!-- is never closed by -->)" : "";
        String what = lines.origin() + " has no <init> block: " + event + " before it" + open;
        return new BadInput(what, lines.where(), "the file is cut off or damaged; generate or copy it again");
    }
}
