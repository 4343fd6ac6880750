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
        END
    }

    private final LineReader lines;
    private final WeightDeclarations weights = new WeightDeclarations();
    private final StringBuilder weightBlock = new StringBuilder();
    private final InitBlock init;
    private Mode mode = Mode.TEXT;
    private boolean inInit;
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
        while (reader.mode != Mode.END) {
            if (!lines.next()) {
                throw reader.missingInit("the file ends");
            }
            reader.checkLength();
            reader.line(lines.text());
        }
        reader.weights.parse(reader.weightBlock.toString(), lines.origin());
        return reader.init.preamble(reader.version, reader.weights, reader.eventNorm);
    }

    private void checkLength() {
        if (lines.position() > LONGEST) {
            throw new BadInput(
                    "the header of " + lines.origin() + " is longer than " + LONGEST + " bytes",
                    lines.where(),
                    "remove the embedded files from the header");
        }
    }

    private void line(String line) throws IOException {
        if (mode != Mode.COMMENT && line.contains("event_norm")) {
            Matcher matcher = EVENT_NORM.matcher(line);
            if (matcher.find()) {
                eventNorm = matcher.group(1);
            }
        }
        int at = 0;
        while (at < line.length() && mode != Mode.END) {
            at = advance(line, at);
        }
        if (mode == Mode.WEIGHTS) {
            weightBlock.append('\n');
        }
    }

    /** Handle the line from a position on and return how far it was handled. */
    private int advance(String line, int at) throws IOException {
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

    private int text(String line, int at) throws IOException {
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
            return behindTag(line, open);
        }
        if (beginsLine(line, open)) {
            return structure(line, open);
        }
        return open + 1;
    }

    /** Handle the tags that bound the blocks, which count only at the beginning of a line or behind another tag. */
    private int structure(String line, int open) throws IOException {
        if (!inInit && WeightDeclarations.isTag(line, open, "<init")) {
            inInit = true;
            return init.read(line, behindTag(line, open));
        }
        if (inInit && WeightDeclarations.isTag(line, open, "</init")) {
            mode = Mode.END;
            return line.length();
        }
        if (inInit && WeightDeclarations.isTag(line, open, "<weightinfo")) {
            weights.add(Markup.weightName(attributes(line, open, "<weightinfo")), "", lines.origin());
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
        String what = inInit
                ? "the <init> block of " + lines.origin() + " is not complete: " + event + " before </init>"
                : lines.origin() + " has no <init> block: " + event + " before it" + open;
        return new BadInput(what, lines.where(), "the file is cut off or damaged; generate or copy it again");
    }
}
