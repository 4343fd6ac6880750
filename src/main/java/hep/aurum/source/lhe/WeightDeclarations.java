package hep.aurum.source.lhe;

import hep.aurum.base.BadInput;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collect the weights that {@code <initrwgt>} declares: ids in order, the text and the group that each has. */
final class WeightDeclarations {

    /** The most weights that a file may declare. */
    static final int MOST = 100_000;

    /** How far the end of a tag is looked for behind its beginning. */
    private static final int LONGEST_TAG = 10_000;

    /** The most groups inside each other. */
    private static final int DEEPEST = 100;

    private final Map<String, String> texts = new LinkedHashMap<>();
    private final Map<String, String> groups = new LinkedHashMap<>();
    private final Deque<String> open = new ArrayDeque<>();
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

    /** Return for a weight the name of the innermost group around it; weights of no group are absent. */
    Map<String, String> groups() {
        return Map.copyOf(groups);
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
        open.clear();
        int at = block.indexOf('<');
        while (at >= 0) {
            int end = tagEnd(block, at);
            if (block.startsWith("<!--", at)) {
                int close = block.indexOf("-->", at);
                end = close < 0 ? block.length() : close + 2;
            } else if (isTag(block, at, "<weightgroup")) {
                openGroup(Markup.attributes(inside(block, at, "<weightgroup", end)), origin);
            } else if (isTag(block, at, "</weightgroup")) {
                open.poll();
            } else if (isTag(block, at, "<weight")) {
                end = weight(block, at, end, origin) - 1;
            }
            at = block.indexOf('<', Math.min(end + 1, block.length()));
        }
    }

    private void openGroup(Map<String, String> attributes, String origin) {
        if (open.size() == DEEPEST) {
            throw new BadInput(
                    "the header of " + origin + " has more than " + DEEPEST + " groups of weights inside each other",
                    origin,
                    "generate or copy the file again");
        }
        // The first files of version 3 have type in place of name.
        open.push(attributes.getOrDefault("name", attributes.getOrDefault("type", "")));
    }

    /** Read one weight and return where the tag behind its text begins. */
    private int weight(String block, int at, int tagEnd, String origin) {
        String inside = inside(block, at, "<weight", tagEnd);
        int textEnd = block.length();
        if (inside.endsWith("/")) {
            textEnd = Math.min(tagEnd + 1, textEnd);
        } else {
            int next = nextTag(block, tagEnd);
            textEnd = next < 0 ? textEnd : next;
        }
        String text = block.substring(Math.min(tagEnd + 1, textEnd), textEnd);
        String name = Markup.weightName(Markup.attributes(inside));
        add(name, Markup.unescape(text).strip(), origin);
        if (!open.isEmpty() && !open.element().isEmpty()) {
            groups.putIfAbsent(name, open.element());
        }
        return textEnd;
    }

    private static String inside(String block, int at, String tag, int end) {
        return block.substring(Math.min(at + tag.length(), end), end);
    }

    /** Find the next tag of a weight or of a group, which ends a text that may have a {@code <} in it; −1 if there is none. */
    private static int nextTag(String block, int from) {
        int open = block.indexOf('<', from);
        while (open >= 0) {
            int name = block.startsWith("</", open) ? open + 2 : open + 1;
            if (block.startsWith("weight", name)) {
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
