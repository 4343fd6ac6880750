package hep.aurum.source.lhe;

import hep.aurum.base.BadInput;
import hep.aurum.event.RunInfo;
import hep.aurum.source.text.LineReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Read what follows the numbers of an {@code <init>} block, up to {@code </init>}: programs, and weights that are declared
 * here in place of the header. The rest ({@code <xsecinfo>}, {@code <cutsinfo>}, {@code <procinfo>}, {@code <mergeinfo>},
 * comments) is kept as it stands.
 */
final class InitTags {

    /** The name of the rest among the attributes of {@link RunInfo}. */
    static final String ATTRIBUTE = "init";

    private final LineReader lines;
    private final WeightDeclarations weights;
    private final List<RunInfo.Tool> tools = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder rest = new StringBuilder();
    private int lineStart;

    private InitTags(LineReader lines, WeightDeclarations weights) {
        this.lines = lines;
        this.weights = weights;
    }

    /** Read on to the line with {@code </init>}. */
    static InitTags read(LineReader lines, WeightDeclarations weights) throws IOException {
        InitTags tags = new InitTags(lines, weights);
        boolean comment = false;
        do {
            comment = tags.nextLine(comment);
        } while (tags.end(comment) < 0);
        tags.text.setLength(tags.end(comment));
        tags.parse();
        return tags;
    }

    /** Return the programs that are named. */
    List<RunInfo.Tool> tools() {
        return tools;
    }

    /** Return the lines that hold anything else; each ends with a line end. */
    String rest() {
        StringBuilder kept = new StringBuilder();
        rest.toString()
                .lines()
                .filter(line -> !line.isBlank())
                .forEach(line -> kept.append(line).append('\n'));
        return kept.toString();
    }

    /** Append a line and return whether a comment is open behind it. */
    private boolean nextLine(boolean comment) throws IOException {
        if (!lines.next() || lines.position() > PreambleReader.LONGEST) {
            throw missing("the file ends");
        }
        lineStart = text.length();
        String line = lines.text();
        text.append(line).append('\n');
        String start = line.stripLeading();
        if (!comment
                && (WeightDeclarations.isTag(start, 0, "<event")
                        || WeightDeclarations.isTag(start, 0, "<eventgroup")
                        || WeightDeclarations.isTag(start, 0, "</LesHouchesEvents"))) {
            throw missing("the events begin");
        }
        int opened = line.lastIndexOf("<!--");
        int closed = line.lastIndexOf("-->");
        return comment ? closed < 0 || opened > closed : opened > closed;
    }

    /** Return where {@code </init>} begins, −1 if it is not in the last line. */
    private int end(boolean comment) {
        int found = text.indexOf("</init", lineStart);
        while (found >= 0 && !comment) {
            String tag = text.substring(found, Math.min(text.length(), found + "</init>".length()));
            if (WeightDeclarations.isTag(tag, 0, "</init")) {
                return found;
            }
            found = text.indexOf("</init", found + 1);
        }
        return -1;
    }

    private void parse() {
        String all = text.toString();
        int kept = 0;
        int at = all.indexOf('<');
        while (at >= 0) {
            int behind = at + 1;
            if (all.startsWith("<!--", at)) {
                behind = behind(all, at, "-->");
            } else if (WeightDeclarations.isTag(all, at, "<generator")) {
                rest.append(all, kept, at);
                behind = kept = generator(all, at);
            } else if (WeightDeclarations.isTag(all, at, "<weightinfo")) {
                rest.append(all, kept, at);
                behind = kept = behind(all, at, ">");
                weights.add(Markup.weightName(attributes(all, at, "<weightinfo")), "", lines.origin());
            } else if (WeightDeclarations.isTag(all, at, "<initrwgt")) {
                rest.append(all, kept, at);
                int close = all.indexOf("</initrwgt", at);
                weights.parse(
                        all.substring(at + "<initrwgt".length(), close < 0 ? all.length() : close), lines.origin());
                behind = kept = close < 0 ? all.length() : behind(all, close, ">");
            }
            at = all.indexOf('<', behind);
        }
        rest.append(all, kept, all.length());
    }

    /** Read a program and return where the text behind it begins. WHIZARD has its name where others have a remark. */
    private int generator(String all, int at) {
        Map<String, String> attributes = attributes(all, at, "<generator");
        int tagEnd = Math.min(WeightDeclarations.tagEnd(all, at), all.length() - 1);
        int close = all.indexOf("</generator", tagEnd);
        boolean empty = all.charAt(tagEnd - 1) == '/' || close < 0;
        String inside =
                empty ? "" : Markup.unescape(all.substring(tagEnd + 1, close)).strip();
        String name = attributes.get("name");
        tools.add(new RunInfo.Tool(
                name == null ? inside : name, attributes.getOrDefault("version", ""), name == null ? "" : inside));
        return empty ? tagEnd + 1 : behind(all, close, ">");
    }

    private static Map<String, String> attributes(String all, int at, String tag) {
        int end = WeightDeclarations.tagEnd(all, at);
        return Markup.attributes(all.substring(Math.min(at + tag.length(), end), end));
    }

    private static int behind(String all, int at, String end) {
        int found = all.indexOf(end, at);
        return found < 0 ? all.length() : found + end.length();
    }

    private BadInput missing(String event) {
        return new BadInput(
                "the <init> block of " + lines.origin() + " is not complete: " + event + " before </init>",
                lines.where(),
                "the file is cut off or damaged; generate or copy it again");
    }
}
