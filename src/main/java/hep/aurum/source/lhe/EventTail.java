package hep.aurum.source.lhe;

import hep.aurum.source.text.Fields;
import hep.aurum.source.text.LineReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Read what follows the particles of an event, up to {@code </event>}: weights; everything else is kept line by line.
 *
 * <p>Known are {@code <wgt id=..>}, {@code <weight name=..>} and the block {@code <weights>}. Comment lines
 * ({@code #pdf}, {@code #rwgt}, {@code #aMCatNLO}) and tags of other programs ({@code <mgrwt>}, {@code <scales>},
 * {@code <clustering>}) are remarks. No entity is expanded but the five of XML.
 */
final class EventTail {

    /** What is wrong with an event of more than {@link LheCursor#MOST_BYTES}. */
    static final String TOO_LONG = "it is longer than " + LheCursor.MOST_BYTES + " bytes";

    /** The most lines beside particles and weights that an event may have. */
    private static final int MOST_REMARKS = 100_000;

    private static final int PARTICLE_FIELDS = 13;

    private enum Mode {
        OUTSIDE,
        VALUE,
        BLOCK,
        COMMENT,
        CDATA
    }

    private final LineReader lines;
    private final WeightSlots slots;
    private final Fields fields = new Fields();
    private Mode mode = Mode.OUTSIDE;
    private Mode resumed = Mode.OUTSIDE;
    private int slot;
    private boolean hasValue;
    private boolean ended;
    private int nameFrom;
    private int nameTo;
    private final List<String> remarks = new ArrayList<>();
    private final BitSet blockLines = new BitSet();
    private boolean isWeightLine;
    private boolean isBlockLine;
    private int contentEnd;
    private @Nullable String fault;

    EventTail(LineReader lines, WeightSlots slots) {
        this.lines = lines;
        this.slots = slots;
    }

    /** Return what was wrong with the event, null if nothing was. */
    @Nullable String fault() {
        return fault;
    }

    /** Start a new event. */
    void begin() {
        remarks.clear();
        blockLines.clear();
        fault = null;
    }

    /** Take note of a remark before or among the particles. */
    void remark(int from) {
        keep(from, lines.end());
    }

    private void keep(int from, int to) {
        if (remarks.size() == MOST_REMARKS) {
            fault = "it has more than " + MOST_REMARKS + " lines beside particles and weights";
            return;
        }
        remarks.add(new String(lines.buffer(), from, to - from, StandardCharsets.UTF_8));
    }

    /**
     * Return the lines that hold no weights.
     *
     * @param block whether the weights are those of {@code <weights>}; otherwise its lines are remarks as well
     */
    List<String> remarks(boolean block) {
        if (!block || blockLines.isEmpty()) {
            return List.copyOf(remarks);
        }
        List<String> kept = new ArrayList<>();
        for (int i = 0; i < remarks.size(); i++) {
            if (!blockLines.get(i)) {
                kept.add(remarks.get(i));
            }
        }
        return kept;
    }

    /**
     * Read on from a position of the current line.
     *
     * @param limit of {@link LineReader#position()}
     * @return the position behind {@code </event>} in the line that is then current; meaningless after a fault
     */
    int read(int from, long limit) throws IOException {
        mode = Mode.OUTSIDE;
        ended = false;
        int at = from;
        while (true) {
            at = line(at);
            if (ended || fault != null) {
                return at;
            }
            if (!lines.next()) {
                fault = "the file ends inside it, expected </event>";
                return at;
            }
            if (lines.position() > limit) {
                fault = TOO_LONG;
                return at;
            }
            at = lines.start();
        }
    }

    private int line(int from) {
        byte[] bytes = lines.buffer();
        int end = lines.end();
        contentEnd = end;
        isBlockLine = mode == Mode.BLOCK;
        isWeightLine = mode == Mode.VALUE;
        int at = Bytes.skipBlanks(bytes, from, end);
        if (at == end) {
            return end;
        }
        if (mode == Mode.OUTSIDE && bytes[at] == '#') {
            remark(from);
            return end;
        }
        if (mode == Mode.OUTSIDE && bytes[at] != '<' && looksLikeParticle(bytes, at, end)) {
            fault = "it has more particle lines than it announces";
        }
        int content = at;
        while (at < end && !ended && fault == null) {
            at = advance(bytes, at, end);
        }
        if (!isWeightLine && content < contentEnd) {
            blockLines.set(remarks.size(), isBlockLine);
            keep(from, contentEnd);
        }
        return at;
    }

    private int advance(byte[] bytes, int at, int end) {
        if (mode == Mode.COMMENT || mode == Mode.CDATA) {
            int behind = Bytes.behind(bytes, at, end, mode == Mode.COMMENT ? "-->" : "]]>");
            mode = behind < 0 ? mode : resumed;
            return behind < 0 ? end : behind;
        }
        int open = Bytes.indexOf(bytes, at, end, '<');
        int textEnd = open < 0 ? end : open;
        if (mode == Mode.VALUE || mode == Mode.BLOCK) {
            numbers(bytes, at, textEnd);
        }
        return open < 0 || fault != null ? textEnd : tag(bytes, open, end);
    }

    private void numbers(byte[] bytes, int from, int to) {
        fields.reset(bytes, from, to);
        while (fault == null && fields.next()) {
            double value = fields.asDouble();
            if (Double.isNaN(value)) {
                fault = (mode == Mode.VALUE ? "weight \"" + slots.name(slot) + "\"" : "a value in <weights>") + " is \""
                        + fields.text() + "\", expected a finite number";
            } else if (mode == Mode.BLOCK) {
                fault = slots.append(value);
            } else if (hasValue) {
                fault = "weight \"" + slots.name(slot) + "\" has two numbers, expected one";
            } else {
                hasValue = true;
                fault = slots.set(slot, value);
            }
        }
    }

    private int tag(byte[] bytes, int open, int end) {
        if (Bytes.startsWith(bytes, open, end, "<!--") || Bytes.startsWith(bytes, open, end, "<![CDATA[")) {
            resumed = mode;
            mode = bytes[open + 2] == '-' ? Mode.COMMENT : Mode.CDATA;
            return open + 4;
        }
        if (mode == Mode.VALUE) {
            if (!Bytes.isTag(bytes, open, end, "</wgt") && !Bytes.isTag(bytes, open, end, "</weight")) {
                fault = "weight \"" + slots.name(slot) + "\" is not closed by </wgt>";
            } else if (!hasValue) {
                fault = "weight \"" + slots.name(slot) + "\" is empty, expected a number";
            }
            mode = Mode.OUTSIDE;
            return open + 1;
        }
        if (mode == Mode.BLOCK) {
            if (!Bytes.isTag(bytes, open, end, "</weights")) {
                fault = "<weights> is not closed by </weights>";
            }
            mode = Mode.OUTSIDE;
            return open + 1;
        }
        if (Bytes.isTag(bytes, open, end, "<wgt")) {
            return named(bytes, open + 4, end);
        }
        if (Bytes.isTag(bytes, open, end, "<weight")) {
            return named(bytes, open + 7, end);
        }
        if (Bytes.isTag(bytes, open, end, "<weights")) {
            mode = Mode.BLOCK;
            isBlockLine = true;
            int close = Bytes.tagEnd(bytes, open, end);
            return close < 0 ? end : close + 1;
        }
        return boundary(bytes, open, end);
    }

    private int boundary(byte[] bytes, int open, int end) {
        if (Bytes.isTag(bytes, open, end, "<rwgt") || Bytes.isTag(bytes, open, end, "</rwgt")) {
            isWeightLine = true;
            return open + 1;
        }
        if (Bytes.isTag(bytes, open, end, "</event")) {
            ended = true;
            contentEnd = open;
            int close = Bytes.indexOf(bytes, open, end, '>');
            return close < 0 ? end : close + 1;
        }
        if (Bytes.isTag(bytes, open, end, "<event") || Bytes.isTag(bytes, open, end, "</LesHouchesEvents")) {
            fault = "it is not closed by </event>";
        }
        return open + 1;
    }

    /** Open a named weight; its attributes stand in {@code [from, ..)} up to {@code >}. */
    private int named(byte[] bytes, int from, int end) {
        int close = Bytes.tagEnd(bytes, from, end);
        if (close < 0) {
            fault = "the tag of a weight does not end on its line";
            return end;
        }
        if (!findName(bytes, from, close)) {
            fault = "a weight has no id";
            return end;
        }
        slot = slots.find(bytes, nameFrom, nameTo);
        if (slot == WeightSlots.UNKNOWN) {
            fault = "it has a weight \"" + WeightSlots.decode(bytes, nameFrom, Math.min(nameTo, nameFrom + 60))
                    + "\", which neither the header nor the first event has";
            return end;
        }
        mode = Mode.VALUE;
        isWeightLine = true;
        hasValue = false;
        return close + 1;
    }

    /** Find the value of {@code id}, or of {@code name} where there is no id. */
    private boolean findName(byte[] bytes, int from, int to) {
        boolean found = false;
        int i = from;
        while (i < to) {
            int key = Bytes.skipBlanks(bytes, i, to);
            int equals = Bytes.indexOf(bytes, key, to, '=');
            if (equals < 0) {
                return found;
            }
            int value = Bytes.skipBlanks(bytes, equals + 1, to);
            boolean quoted = value < to && (bytes[value] == '"' || bytes[value] == '\'');
            int valueEnd = quoted ? Bytes.indexOf(bytes, value + 1, to, bytes[value]) : blankFrom(bytes, value, to);
            valueEnd = valueEnd < 0 ? to : valueEnd;
            boolean isId = isKey(bytes, key, equals, "id");
            if (isId || (!found && isKey(bytes, key, equals, "name"))) {
                found = true;
                nameFrom = quoted ? value + 1 : value;
                nameTo = valueEnd;
            }
            if (isId) {
                return true;
            }
            i = valueEnd + 1;
        }
        return found;
    }

    private static boolean isKey(byte[] bytes, int from, int equals, String key) {
        int behind = from + key.length();
        return Bytes.startsWith(bytes, from, equals, key) && Bytes.skipBlanks(bytes, behind, equals) == equals;
    }

    private static int blankFrom(byte[] bytes, int from, int to) {
        int i = from;
        while (i < to && !Bytes.isBlank(bytes[i]) && !(bytes[i] == '/' && i == to - 1)) {
            i++;
        }
        return i;
    }

    private boolean looksLikeParticle(byte[] bytes, int from, int to) {
        fields.reset(bytes, from, to);
        int count = 0;
        while (fields.next()) {
            if (Double.isNaN(fields.asDouble())) {
                return false;
            }
            count++;
        }
        return count == PARTICLE_FIELDS;
    }
}
