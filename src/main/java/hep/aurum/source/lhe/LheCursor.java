package hep.aurum.source.lhe;

import hep.aurum.base.BadInput;
import hep.aurum.event.Event;
import hep.aurum.event.EventCursor;
import hep.aurum.physics.FourVector;
import hep.aurum.physics.Particle;
import hep.aurum.source.Decompression;
import hep.aurum.source.text.Fields;
import hep.aurum.source.text.LineReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Walk over the events of a Les Houches file.
 *
 * <p>An event is the line NUP IDPRUP XWGTUP SCALUP AQEDUP AQCDUP, NUP particle lines of 13 fields, and what
 * {@link EventTail} reads. Every number must be finite, every mother an earlier or later particle of the event.
 */
final class LheCursor implements EventCursor {

    /** The most particles that an event may have. */
    static final int MOST_PARTICLES = 100_000;

    private static final int EVENT_FIELDS = 6;
    private static final int PARTICLE_FIELDS = 13;
    private static final long MOST_AFTER_END = 64L << 20;

    private final LineReader lines;
    private final Fields fields = new Fields();
    private final double[] momentum = new double[5];
    private WeightSlots slots;
    private EventTail tail;
    private long count;
    private int at;
    private boolean ended;
    private int particleCount;
    private double weight;
    private @Nullable BadInput failure;

    /** Create a cursor on a reader that is closed with it. */
    LheCursor(LineReader lines) {
        this.lines = lines;
        expect(List.of());
    }

    /** Require that every event has weights of these names, or those of the first event where there are none. */
    void expect(List<String> weightNames) {
        slots = WeightSlots.declared(weightNames);
        slots.learn();
        tail = new EventTail(lines, slots);
    }

    /** Move behind the header and the {@code <init>} block. */
    LhePreamble skipPreamble() {
        try {
            LhePreamble preamble = PreambleReader.read(lines);
            at = lines.end();
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
    public @Nullable Event next() {
        if (failure != null) {
            throw failure;
        }
        if (ended) {
            return null;
        }
        try {
            return read();
        } catch (IOException e) {
            failure = new BadInput(
                    lines.origin() + " breaks off in event " + (count + 1) + ": " + Decompression.reason(e),
                    lines.origin() + " behind line " + lines.number() + ", " + count + " events are complete",
                    "the file is cut off or damaged; generate or copy it again");
            throw failure;
        } catch (BadInput e) {
            failure = e;
            throw e;
        }
    }

    private @Nullable Event read() throws IOException {
        if (!findEvent()) {
            ended = true;
            readRest();
            if (count == 0) {
                throw new BadInput(lines.origin() + " has no events", "", "generate at least one event");
            }
            return null;
        }
        slots.begin();
        readEventLine();
        List<Particle> particles = new ArrayList<>(Math.min(particleCount, 64));
        for (int i = 0; i < particleCount; i++) {
            particles.add(readParticle(i));
        }
        at = tail.read(lines.end());
        String fault = tail.fault();
        if (fault == null) {
            fault = slots.finish();
        }
        if (fault != null) {
            throw bad(fault);
        }
        count++;
        return new Event(count, weight, slots.values(), particles);
    }

    /** Move behind the next {@code <event>}; return false at {@code </LesHouchesEvents>}. */
    private boolean findEvent() throws IOException {
        while (toContent()) {
            byte[] bytes = lines.buffer();
            int end = lines.end();
            if (bytes[at] != '<') {
                int open = bytes[at] == '#' ? -1 : Bytes.indexOf(bytes, at, end, '<');
                at = open < 0 ? end : open;
            } else if (Bytes.isTag(bytes, at, end, "<event")) {
                int close = Bytes.tagEnd(bytes, at, end);
                if (close < 0) {
                    throw bad("its tag does not end on its line");
                }
                at = close + 1;
                return true;
            } else if (Bytes.isTag(bytes, at, end, "</LesHouchesEvents")) {
                return false;
            } else if (Bytes.isTag(bytes, at, end, "</event")) {
                throw bad("its <event> tag is missing");
            } else if (Bytes.startsWith(bytes, at, end, "<!--")) {
                skipComment();
            } else {
                at++;
            }
        }
        throw new BadInput(
                lines.origin() + " ends behind event " + count + " without </LesHouchesEvents>",
                lines.origin() + " behind line " + lines.number(),
                "the file may be cut off; if it is complete, append the line </LesHouchesEvents>");
    }

    private void skipComment() throws IOException {
        int behind = Bytes.behind(lines.buffer(), at, lines.end(), "-->");
        while (behind < 0) {
            if (!lines.next()) {
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
            if (!lines.next()) {
                return false;
            }
            at = Bytes.skipBlanks(lines.buffer(), lines.start(), lines.end());
        }
        return true;
    }

    /** Move to the next line of numbers; return false where a tag stands in its place. */
    private boolean toNumbers() throws IOException {
        do {
            if (!toContent()) {
                throw bad("the file ends inside it, expected </event>");
            }
            if (lines.buffer()[at] != '#') {
                fields.reset(lines.buffer(), at, lines.end());
                at = lines.end();
                return fields.next() && fields.first() != '<';
            }
            at = lines.end();
        } while (true);
    }

    private void readEventLine() throws IOException {
        if (!toNumbers()) {
            throw bad("it has no line NUP IDPRUP XWGTUP SCALUP AQEDUP AQCDUP");
        }
        particleCount = integer("NUP", 1, EVENT_FIELDS);
        if (particleCount < 1 || particleCount > MOST_PARTICLES) {
            throw bad("it announces " + particleCount + " particles, expected 1 to " + MOST_PARTICLES);
        }
        fields.next();
        integer("IDPRUP", 2, EVENT_FIELDS);
        weight = nextNumber("the nominal weight XWGTUP", 3, EVENT_FIELDS);
        nextNumber("SCALUP", 4, EVENT_FIELDS);
        nextNumber("AQEDUP", 5, EVENT_FIELDS);
        nextNumber("AQCDUP", 6, EVENT_FIELDS);
        expectEnd(EVENT_FIELDS, "the event line");
    }

    private Particle readParticle(int index) throws IOException {
        if (!toNumbers()) {
            throw bad("it has " + index + " particles, expected " + particleCount);
        }
        int pdgId = integer("the PDG id", 1, PARTICLE_FIELDS);
        int status = nextInteger("the status", 2);
        int mother1 = mother(nextInteger("the first mother", 3), index);
        int mother2 = mother(nextInteger("the last mother", 4), index);
        nextInteger("the colour", 5);
        nextInteger("the anticolour", 6);
        for (int i = 0; i < momentum.length; i++) {
            momentum[i] = nextNumber("a momentum component", 7 + i, PARTICLE_FIELDS);
        }
        nextNumber("the lifetime", 12, PARTICLE_FIELDS);
        double spin = nextNumber("the spin", 13, PARTICLE_FIELDS);
        expectEnd(PARTICLE_FIELDS, "a particle line");
        FourVector p = new FourVector(momentum[0], momentum[1], momentum[2], momentum[3]);
        return new Particle(pdgId, status, mother1, mother2, p, spin);
    }

    private int mother(int entry, int index) {
        if (entry < 0 || entry > particleCount) {
            throw bad("particle " + (index + 1) + " has mother " + entry + ", expected 0 to " + particleCount);
        }
        if (entry == index + 1) {
            throw bad("particle " + entry + " is its own mother");
        }
        return entry - 1;
    }

    private int nextInteger(String name, int position) {
        fields.next();
        return integer(name, position, PARTICLE_FIELDS);
    }

    private int integer(String name, int position, int expected) {
        int value = fields.asInt();
        if (value == Fields.NOT_AN_INT) {
            throw badField(name, position, expected, "an integer");
        }
        return value;
    }

    private double nextNumber(String name, int position, int expected) {
        fields.next();
        double value = fields.asDouble();
        if (Double.isNaN(value)) {
            throw badField(name, position, expected, "a finite number");
        }
        return value;
    }

    private BadInput badField(String name, int position, int expected, String kind) {
        if (fields.first() == 0) {
            String line = expected == PARTICLE_FIELDS ? "a particle line" : "the event line";
            return bad(line + " has " + (position - 1) + " fields, expected " + expected);
        }
        return bad(name + " is \"" + fields.text() + "\", expected " + kind);
    }

    /** Reject further fields; a remark may follow. */
    private void expectEnd(int expected, String line) {
        if (fields.next() && fields.first() != '#' && fields.first() != '!') {
            throw bad(line + " has " + (expected + 1 + fields.remaining()) + " fields, expected " + expected);
        }
    }

    /** Read on to the end, so that a break in the compressed data or a second sample behind the first is noticed. */
    private void readRest() throws IOException {
        long limit = lines.position() + MOST_AFTER_END;
        while (lines.next()) {
            int from = Bytes.skipBlanks(lines.buffer(), lines.start(), lines.end());
            if (Bytes.isTag(lines.buffer(), from, lines.end(), "<LesHouchesEvents")
                    || Bytes.isTag(lines.buffer(), from, lines.end(), "<event")
                    || lines.position() > limit) {
                throw new BadInput(
                        "more data follow behind </LesHouchesEvents> in " + lines.origin(),
                        lines.where(),
                        "give each sample a file of its own");
            }
        }
    }

    private BadInput bad(String what) {
        return new BadInput(
                "cannot read event " + (count + 1) + " of " + lines.origin() + ": " + what,
                lines.where(),
                "the file is cut off or damaged; generate or copy it again");
    }

    @Override
    public void close() {
        try {
            lines.close();
        } catch (IOException e) {
            // Nothing was written, and everything that was wanted has been read.
            ended = true;
        }
    }
}
