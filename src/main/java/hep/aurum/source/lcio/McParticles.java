package hep.aurum.source.lcio;

import hep.aurum.event.Event;
import hep.aurum.event.EventDetails;
import hep.aurum.physics.FourVector;
import hep.aurum.physics.Particle;
import hep.aurum.physics.PdgIds;
import hep.aurum.source.text.NumberText;
import hep.aurum.source.xdr.ProductionVertices;
import hep.aurum.source.xdr.XdrException;
import hep.aurum.source.xdr.XdrReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Read the collection of particles of one event; its arrays serve every event. */
final class McParticles {

    /** Speed of light in mm/ns. */
    private static final double LIGHT = 299.792458;

    private static final int SUBSET = 1 << 18;
    private static final int HAS_ENDPOINT = 1 << 31;
    private static final int LAST_WITHOUT_TIME = SioBlock.version(1, 2);
    private static final int FIRST_WITH_SPIN = SioBlock.version(1, 60);
    private static final int LAST_WITHOUT_MOMENTUM_AT_ENDPOINT = SioBlock.version(2, 6);
    private static final int FEWEST_BYTES = 60;

    // Columns of the integers of a particle.
    private static final int PDG_ID = 0;
    private static final int STATUS = 1;
    private static final int SIMULATOR_STATUS = 2;
    private static final int COLOUR = 3;
    private static final int ANTICOLOUR = 4;
    private static final int INTEGERS = 5;

    // First columns of the numbers of a particle.
    private static final int VERTEX = 0;
    private static final int TIME = 3;
    private static final int MOMENTUM = 4;
    private static final int MASS = 7;
    private static final int CHARGE = 8;
    private static final int ENDPOINT = 9;
    private static final int MOMENTUM_AT_ENDPOINT = 12;
    private static final int SPIN = 15;
    private static final int NUMBERS = 18;

    private final int mostParticles;
    private final Relations relations = new Relations();
    private int count;
    private int[] integers = new int[64 * INTEGERS];
    private double[] numbers = new double[64 * NUMBERS];

    McParticles(int mostParticles) {
        this.mostParticles = mostParticles;
    }

    /** Read a block behind its head. */
    void read(XdrReader xdr, int version) throws IOException {
        int flags = xdr.i32();
        if ((flags & SUBSET) != 0) {
            throw new XdrException("the collection of particles holds references only");
        }
        LcParameters.skip(xdr, version);
        count = xdr.count("particles", mostParticles);
        if (count > xdr.left() / FEWEST_BYTES) {
            throw new XdrException("it announces " + count + " particles in " + xdr.left() + " bytes");
        }
        relations.clear();
        for (int i = 0; i < count; i++) {
            if (i * INTEGERS == integers.length) {
                integers = Arrays.copyOf(integers, 2 * integers.length);
                numbers = Arrays.copyOf(numbers, 2 * numbers.length);
            }
            readParticle(xdr, version, i);
        }
        relations.finish();
    }

    private void readParticle(XdrReader xdr, int version, int i) throws IOException {
        relations.addObject(xdr.i32());
        int parents = xdr.count("parents", mostParticles);
        for (int k = 0; k < parents; k++) {
            relations.addPointer(xdr.i32());
        }
        Arrays.fill(numbers, i * NUMBERS, (i + 1) * NUMBERS, 0);
        Arrays.fill(integers, i * INTEGERS, (i + 1) * INTEGERS, 0);
        integers[i * INTEGERS + PDG_ID] = xdr.i32();
        integers[i * INTEGERS + STATUS] = xdr.i32();
        int simulatorStatus = xdr.i32();
        integers[i * INTEGERS + SIMULATOR_STATUS] = simulatorStatus;
        readDoubles(xdr, i * NUMBERS + VERTEX, 3);
        if (version > LAST_WITHOUT_TIME) {
            readFloats(xdr, i * NUMBERS + TIME, 1);
        }
        readFloats(xdr, i * NUMBERS + MOMENTUM, 5);
        if ((simulatorStatus & HAS_ENDPOINT) != 0) {
            readDoubles(xdr, i * NUMBERS + ENDPOINT, 3);
            if (version > LAST_WITHOUT_MOMENTUM_AT_ENDPOINT) {
                readFloats(xdr, i * NUMBERS + MOMENTUM_AT_ENDPOINT, 3);
            }
        }
        if (version >= FIRST_WITH_SPIN) {
            readFloats(xdr, i * NUMBERS + SPIN, 3);
            integers[i * INTEGERS + COLOUR] = xdr.i32();
            integers[i * INTEGERS + ANTICOLOUR] = xdr.i32();
        }
        requireFinite(i);
    }

    private void readDoubles(XdrReader xdr, int from, int size) throws IOException {
        for (int k = from; k < from + size; k++) {
            numbers[k] = xdr.f64();
        }
    }

    private void readFloats(XdrReader xdr, int from, int size) throws IOException {
        for (int k = from; k < from + size; k++) {
            numbers[k] = xdr.f32();
        }
    }

    private void requireFinite(int i) throws XdrException {
        for (int k = i * NUMBERS; k < i * NUMBERS + CHARGE; k++) {
            if (!Double.isFinite(numbers[k])) {
                throw new XdrException("particle " + (i + 1) + " has a vertex, momentum or mass with " + numbers[k]);
            }
        }
    }

    /** Build the event. */
    Event event(long position, LcEventHeader header) throws XdrException {
        double weight = header.parameters().weight();
        if (!Double.isFinite(weight)) {
            throw new XdrException("its weight is " + weight + ", expected a finite number");
        }
        List<Particle> particles = new ArrayList<>(count);
        ProductionVertices vertices = new ProductionVertices();
        Map<String, String> attributes = header.attributes();
        for (int i = 0; i < count; i++) {
            int[] parents = relations.targets(i);
            particles.add(particle(i, parents));
            int at = i * NUMBERS;
            vertices.add(i, parents, numbers[at], numbers[at + 1], numbers[at + 2], LIGHT * numbers[at + TIME]);
            addAttributes(i, attributes);
        }
        EventDetails details = new EventDetails(
                header.event(), 0, -1, -1, -1, Double.NaN, Double.NaN, vertices.list(), attributes, List.of());
        return new Event(position, weight, new double[0], particles, details);
    }

    private Particle particle(int i, int[] parents) {
        int at = i * NUMBERS + MOMENTUM;
        double px = numbers[at];
        double py = numbers[at + 1];
        double pz = numbers[at + 2];
        double mass = numbers[i * NUMBERS + MASS];
        double energy = Math.sqrt(px * px + py * py + pz * pz + mass * mass);
        int from = i * INTEGERS;
        return new Particle(
                integers[from + PDG_ID],
                integers[from + STATUS],
                parents.length > 0 ? parents[0] : -1,
                parents.length > 1 ? parents[parents.length - 1] : -1,
                new FourVector(px, py, pz, energy),
                mass,
                integers[from + COLOUR],
                integers[from + ANTICOLOUR],
                0,
                isHelicity(i) ? numbers[i * NUMBERS + SPIN + 2] : Particle.UNKNOWN_SPIN);
    }

    private boolean isHelicity(int i) {
        int at = i * NUMBERS + SPIN;
        return numbers[at] == 0 && numbers[at + 1] == 0 && numbers[at + 2] != 0;
    }

    private void addAttributes(int i, Map<String, String> attributes) {
        int simulatorStatus = integers[i * INTEGERS + SIMULATOR_STATUS];
        if (simulatorStatus != 0) {
            attributes.put("simulator_status@" + (i + 1), Integer.toString(simulatorStatus));
        }
        if ((simulatorStatus & HAS_ENDPOINT) != 0) {
            attributes.put("endpoint@" + (i + 1), triple(i * NUMBERS + ENDPOINT));
        }
        if (!isZero(i * NUMBERS + MOMENTUM_AT_ENDPOINT)) {
            attributes.put("momentum_at_endpoint@" + (i + 1), triple(i * NUMBERS + MOMENTUM_AT_ENDPOINT));
        }
        if (!isZero(i * NUMBERS + SPIN) && !isHelicity(i)) {
            attributes.put("spin@" + (i + 1), triple(i * NUMBERS + SPIN));
        }
        double charge = numbers[i * NUMBERS + CHARGE];
        OptionalInt known = PdgIds.threeCharge(integers[i * INTEGERS + PDG_ID]);
        if (known.isEmpty() || (float) (known.getAsInt() / 3.0) != (float) charge) {
            attributes.put("charge@" + (i + 1), NumberText.of(charge));
        }
    }

    private boolean isZero(int at) {
        return numbers[at] == 0 && numbers[at + 1] == 0 && numbers[at + 2] == 0;
    }

    private String triple(int at) {
        return numbers[at] + " " + numbers[at + 1] + " " + numbers[at + 2];
    }
}
