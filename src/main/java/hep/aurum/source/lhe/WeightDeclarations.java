package hep.aurum.source.lhe;

import hep.aurum.base.BadInput;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collect the weights that {@code <initrwgt>} declares: ids in order, and the text that each has. */
final class WeightDeclarations {

    /** The most weights that a file may declare. */
    static final int MOST = 100_000;

    /** How far the end of a tag is looked for behind its beginning. */
    private static final int LONGEST_TAG = 10_000;

    private final Map<String, String> texts = new LinkedHashMap<>();
    private final List<String> problems = new ArrayList<>();

    /** Return the declared ids in order. */
    List<String> names() {
        return List.copyOf(texts.keySet());
    }

    /** Return the texts that are not empty. */
    Map<String, String> info() {
        Map<String, String> info = new LinkedHashMap<>(texts);
        info.values().removeIf(String::isEmpty);
        return info;
    }

    /** Return what is odd, in sentences. */
    List<String> problems() {
        return List.copyOf(problems);
    }

    /** Take note of one weight. */
    void add(String name, String text, String origin) {
        if (name.isEmpty()) {
            problems.add("a weight in the header has neither id nor name");
        } else if (texts.putIfAbsent(name, text) != null) {
            problems.add("the header declares weight \"" + name + "\" twice");
        }
        if (texts.size() > MOST || problems.size() > MOST) {
            throw new BadInput(
                    "the header of " + origin + " declares more than " + MOST + " weights", origin, "split the file");
        }
    }

    /** Read every {@code <weight>} of the inside of an {@code <initrwgt>} block. */
    void parse(String block, String origin) {
        int at = nextWeightTag(block, 0);
        while (at >= 0) {
            if (block.charAt(at + 1) == '/') {
                at = nextWeightTag(block, at + 1);
                continue;
            }
            int tagEnd = tagEnd(block, at);
            int textEnd = nextWeightTag(block, tagEnd);
            String inside = block.substring(Math.min(at + "<weight".length(), tagEnd), tagEnd);
            boolean closedAtOnce = inside.endsWith("/");
            String text = block.substring(Math.min(tagEnd + 1, block.length()), textEnd < 0 ? block.length() : textEnd);
            add(
                    Markup.weightName(Markup.attributes(inside)),
                    closedAtOnce ? "" : Markup.unescape(text).strip(),
                    origin);
            at = textEnd;
        }
    }

    /** Find the next {@code <weight ...>}, {@code </weight>} or tag of a group; −1 if there is none. */
    private static int nextWeightTag(String block, int from) {
        int open = block.indexOf('<', from);
        while (open >= 0) {
            if (isTag(block, open, "<weight") || isTag(block, open, "</weight")) {
                return open;
            }
            open = block.indexOf('<', open + 1);
        }
        return -1;
    }

    /** Return whether a tag of exactly this name begins here. */
    static boolean isTag(String text, int at, String opening) {
        if (!text.startsWith(opening, at)) {
            return false;
        }
        int behind = at + opening.length();
        if (behind == text.length()) {
            return true;
        }
        char c = text.charAt(behind);
        return Character.isWhitespace(c) || c == '>' || c == '/';
    }

    /** Return the position of the {@code >} that ends a tag, those inside quotes not counted. */
    static int tagEnd(String text, int from) {
        char quote = 0;
        int limit = Math.min(text.length(), from + LONGEST_TAG);
        for (int i = from; i < limit; i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '>') {
                return i;
            }
        }
        // An apostrophe in the text opens a quote that never ends; then the first > counts, looked for no further.
        for (int i = from; i < limit; i++) {
            if (text.charAt(i) == '>') {
                return i;
            }
        }
        return limit;
    }
}
