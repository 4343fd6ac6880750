package hep.aurum.source.lhe;

import hep.aurum.base.BadInput;
import hep.aurum.event.Event;
import hep.aurum.source.Decompression;
import hep.aurum.source.TextEventCursor;
import hep.aurum.source.text.LineReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Walk over the events of a Les Houches file: find the tags around them, leave their inside to {@link EventBlock}.
 *
 * <p>Events of a {@code <eventgroup>} are handed out one by one; the attribute {@code eventgroup} is the number of the
 * group in the file, from 1, and {@code eventgroup.x} the attribute {@code x} of its tag.
 */
final class LheCursor extends TextEventCursor {

    /** The most bytes of an event and what stands before it. */
    static final long MOST_BYTES = 64L << 20;

    private static final String GROUP = "eventgroup";

    private final LineReader lines;
    private WeightSlots slots;
    private EventBlock block;
    private long groups;
    private Map<String, String> group = Map.of();
    private int at;
    private long limit;

    /** Create a cursor on a reader that is closed with it. */
    LheCursor(LineReader lines) {
        super(lines);
        this.lines = lines;
        expect(List.of());
    }

    /** Require that every event has weights of these names, or those of the first event where there are none. */
    void expect(List<String> weightNames) {
        slots = WeightSlots.declared(weightNames);
        slots.learn();
        block = new EventBlock(lines, slots);
    }

    /** Move behind the header and the {@code <init>} block. */
    LhePreamble skipPreamble() {
        try {
            LhePreamble preamble = PreambleReader.read(lines);
            int close = Bytes.behind(lines.buffer(), lines.start(), lines.end(), "</init");
            at = Bytes.indexOf(lines.buffer(), close, lines.end(), '>') + 1;
            at = at == 0 ? lines.end() : at;
            return preamble;
        } catch (IOException e) {
            throw new BadInput(
                    "cannot read the header of " + lines.origin() + ": " + Decompression.reason(e),
                    lines.origin() + " behind line " + lines.number(),
                    "the file is cut off or damaged; generate or copy it again");
        }
    }

    /**
     * Read the first event and take the weights' names from it where none is declared.
     *
     * <p>A fault of the event is passed over here, for the pass over the events reports it.
     */
    WeightSlots learn(List<String> declared) {
        expect(declared);
        try {
            next();
        } catch (BadInput e) {
            slots.keepDeclared();
        }
        return slots;
    }

    @Override
    protected @Nullable Event read() throws IOException {
        limit = lines.position() + MOST_BYTES;
        int tag = findEvent();
        if (tag < 0) {
            readRest();
            return null;
        }
        Event event = block.read(at, events() + 1, attributes(tag), limit);
        at = block.at();
        return event;
    }

    /** Return the attributes of the tag that ends before the current position, and those of its group. */
    private Map<String, String> attributes(int from) {
        if (at - 1 == from) {
            return group;
        }
        Map<String, String> attributes = new HashMap<>(group);
        attributes.putAll(Markup.attributes(text(from, at - 1)));
        return attributes;
    }

    private String text(int from, int to) {
        return new String(lines.buffer(), from, to - from, StandardCharsets.UTF_8);
    }

    /** Move behind the next {@code <event>} and return where its attributes begin; −1 at {@code </LesHouchesEvents>}. */
    private int findEvent() throws IOException {
        while (toContent()) {
            byte[] bytes = lines.buffer();
            int end = lines.end();
            if (bytes[at] != '<') {
                int open = bytes[at] == '#' ? -1 : Bytes.indexOf(bytes, at, end, '<');
                at = open < 0 ? end : open;
            } else if (Bytes.isTag(bytes, at, end, "<event")) {
                return behindTag("<event");
            } else if (Bytes.isTag(bytes, at, end, "<eventgroup")) {
                openGroup();
            } else if (Bytes.isTag(bytes, at, end, "</eventgroup")) {
                group = Map.of();
                at++;
            } else if (Bytes.isTag(bytes, at, end, "</LesHouchesEvents")) {
                return -1;
            } else if (Bytes.isTag(bytes, at, end, "</event")) {
                throw bad("its <event> tag is missing");
            } else if (Bytes.startsWith(bytes, at, end, "<!--")) {
                skipComment();
            } else {
                at++;
            }
        }
        throw new BadInput(
                lines.origin() + " ends behind event " + events() + " without </LesHouchesEvents>",
                lines.origin() + " behind line " + lines.number(),
                "the file may be cut off; if it is complete, append the line </LesHouchesEvents>");
    }

    private int behindTag(String opening) {
        int from = at + opening.length();
        int close = Bytes.tagEnd(lines.buffer(), at, lines.end());
        if (close < 0) {
            throw bad("its tag does not end on its line");
        }
        at = close + 1;
        return from;
    }

    private void openGroup() {
        if (!group.isEmpty()) {
            throw bad("an <eventgroup> stands inside another");
        }
        int from = behindTag("<eventgroup");
        Map<String, String> attributes = new HashMap<>();
        groups++;
        attributes.put(GROUP, Long.toString(groups));
        Markup.attributes(text(from, at - 1)).forEach((name, value) -> attributes.put(GROUP + "." + name, value));
        group = attributes;
    }

    private void skipComment() throws IOException {
        int behind = Bytes.behind(lines.buffer(), at, lines.end(), "-->");
        while (behind < 0) {
            if (!nextLine()) {
                throw bad("a comment <!-- is never closed by -->");
            }
            behind = Bytes.behind(lines.buffer(), lines.start(), lines.end(), "-->");
        }
        at = behind;
    }

    /** Move to the next byte that is no blank; return false at the end of the file. */
    private boolean toContent() throws IOException {
        at = Bytes.skipBlanks(lines.buffer(), at, lines.end());
        while (at == lines.end()) {
            if (!nextLine()) {
                return false;
            }
            at = Bytes.skipBlanks(lines.buffer(), lines.start(), lines.end());
        }
        return true;
    }

    private boolean nextLine() throws IOException {
        boolean more = lines.next();
        if (lines.position() > limit) {
            throw bad(EventTail.TOO_LONG);
        }
        return more;
    }

    /** Read on to the end, so that a break in the compressed data or a second sample behind the first is noticed. */
    private void readRest() throws IOException {
        long most = lines.position() + MOST_BYTES;
        while (lines.next()) {
            int from = Bytes.skipBlanks(lines.buffer(), lines.start(), lines.end());
            if (Bytes.isTag(lines.buffer(), from, lines.end(), "<LesHouchesEvents")
                    || Bytes.isTag(lines.buffer(), from, lines.end(), "<event")
                    || lines.position() > most) {
                throw new BadInput(
                        "more data follow behind </LesHouchesEvents> in " + lines.origin(),
                        lines.where(),
                        "give each sample a file of its own");
            }
        }
    }

    private BadInput bad(String what) {
        return bad(lines, events() + 1, what);
    }

    /** Say what is wrong with an event. */
    static BadInput bad(LineReader lines, long number, String what) {
        return new BadInput(
                "cannot read event " + number + " of " + lines.origin() + ": " + what,
                lines.where(),
                "the file is cut off or damaged; generate or copy it again");
    }
}
