package hep.aurum.source.lhe;

import hep.aurum.base.BadInput;
import hep.aurum.event.Event;
import hep.aurum.event.EventDetails;
import hep.aurum.physics.FourVector;
import hep.aurum.physics.Particle;
import hep.aurum.source.text.Fields;
import hep.aurum.source.text.LineReader;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Read one event: the line NUP IDPRUP XWGTUP SCALUP AQEDUP AQCDUP, NUP particle lines of 13 fields (IDUP ISTUP MOTHUP(2)
 * ICOLUP(2) PUP(5) VTIMUP SPINUP), and what {@link EventTail} reads.
 *
 * <p>Every number must be finite, every mother an earlier or later particle of the event.
 */
final class EventBlock {

    /** The most particles that an event may have. */
    static final int MOST_PARTICLES = 100_000;

    private static final int EVENT_FIELDS = 6;
    private static final int PARTICLE_FIELDS = 13;

    private final LineReader lines;
    private final WeightSlots slots;
    private final EventTail tail;
    private final Fields fields = new Fields();
    private long number;
    private long limit;
    private int at;
    private int particleCount;
    private int processId;
    private double weight;
    private double scale;
    private double alphaQed;
    private double alphaQcd;

    EventBlock(LineReader lines, WeightSlots slots) {
        this.lines = lines;
        this.slots = slots;
        this.tail = new EventTail(lines, slots);
    }

    /** Return where the text behind {@code </event>} begins in the current line. */
    int at() {
        return at;
    }

    /**
     * Read an event.
     *
     * @param from the position behind its tag
     * @param eventNumber from 1
     * @param attributes of its tag and its group
     * @param most limit of {@link LineReader#position()}
     */
    Event read(int from, long eventNumber, Map<String, String> attributes, long most) throws IOException {
        at = from;
        number = eventNumber;
        limit = most;
        slots.begin();
        tail.begin();
        readEventLine();
        // Grown as lines come: a false NUP must not allocate.
        Particle[] particles = new Particle[Math.min(particleCount, 64)];
        for (int i = 0; i < particleCount; i++) {
            if (i == particles.length) {
                particles = Arrays.copyOf(particles, Math.min(particleCount, 2 * i));
            }
            particles[i] = readParticle(i);
        }
        at = tail.read(lines.end(), limit);
        String fault = tail.fault() == null ? slots.finish() : tail.fault();
        if (fault != null) {
            throw bad(fault);
        }
        EventDetails details = new EventDetails(
                -1,
                processId,
                scale,
                alphaQed,
                alphaQcd,
                Double.NaN,
                Double.NaN,
                List.of(),
                attributes,
                tail.remarks(slots.isBlockUsed()));
        return new Event(number, weight, slots.values(), List.of(particles), details);
    }

    /** Move to the next line of numbers; return false where a tag stands in its place. */
    private boolean toNumbers() throws IOException {
        while (true) {
            at = Bytes.skipBlanks(lines.buffer(), at, lines.end());
            if (at == lines.end()) {
                nextLine();
            } else if (lines.buffer()[at] == '#') {
                tail.remark(at);
                at = lines.end();
            } else {
                fields.reset(lines.buffer(), at, lines.end());
                at = lines.end();
                return fields.next() && fields.first() != '<';
            }
        }
    }

    private void nextLine() throws IOException {
        if (!lines.next()) {
            throw bad("the file ends inside it, expected </event>");
        }
        if (lines.position() > limit) {
            throw bad(EventTail.TOO_LONG);
        }
        at = lines.start();
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
        processId = integer("IDPRUP", 2, EVENT_FIELDS);
        weight = nextNumber("the nominal weight XWGTUP", 3, EVENT_FIELDS);
        scale = nextNumber("SCALUP", 4, EVENT_FIELDS);
        alphaQed = nextNumber("AQEDUP", 5, EVENT_FIELDS);
        alphaQcd = nextNumber("AQCDUP", 6, EVENT_FIELDS);
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
        int colour = nextInteger("the colour", 5);
        int anticolour = nextInteger("the anticolour", 6);
        double px = nextNumber("a momentum component", 7, PARTICLE_FIELDS);
        double py = nextNumber("a momentum component", 8, PARTICLE_FIELDS);
        double pz = nextNumber("a momentum component", 9, PARTICLE_FIELDS);
        double energy = nextNumber("the energy", 10, PARTICLE_FIELDS);
        double mass = nextNumber("the mass", 11, PARTICLE_FIELDS);
        double lifetime = nextNumber("the lifetime", 12, PARTICLE_FIELDS);
        double spin = nextNumber("the spin", 13, PARTICLE_FIELDS);
        expectEnd(PARTICLE_FIELDS, "a particle line");
        FourVector p = new FourVector(px, py, pz, energy);
        return new Particle(pdgId, status, mother1, mother2, p, mass, colour, anticolour, lifetime, spin);
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

    private BadInput bad(String what) {
        return LheCursor.bad(lines, number, what);
    }
}
