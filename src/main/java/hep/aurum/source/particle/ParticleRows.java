package hep.aurum.source.particle;

import hep.aurum.base.BadInput;
import hep.aurum.event.Event;
import hep.aurum.event.EventDetails;
import hep.aurum.event.EventHeader;
import hep.aurum.event.Vertex;
import hep.aurum.event.table.TableBatch;
import hep.aurum.physics.FourVector;
import hep.aurum.physics.Particle;
import java.util.ArrayList;
import java.util.List;

/** Make events of the rows of one batch. */
final class ParticleRows {

    private static final int NONE = -1;

    private final TableBatch batch;
    private final List<String> columns;
    private final String origin;
    private final Values[] weights;
    private final boolean fixedWeights;
    private final Values nominal;
    private final Values eventNumber;
    private final Values process;
    private final Values scale;
    private final Values alphaQed;
    private final Values alphaQcd;
    private final Values crossSection;
    private final Values crossSectionError;
    private final Values attributes;
    private final Values remarks;
    private final Values pdgId;
    private final Values status;
    private final Values mother1;
    private final Values mother2;
    private final Values px;
    private final Values py;
    private final Values pz;
    private final Values energy;
    private final Values mass;
    private final Values colour;
    private final Values anticolour;
    private final Values lifetime;
    private final Values spin;
    private final Values vertexStatus;
    private final Values x;
    private final Values y;
    private final Values z;
    private final Values t;
    private final Values incomingCount;
    private final Values outgoingCount;
    private final Values incoming;
    private final Values outgoing;

    ParticleRows(TableBatch batch, List<String> columns, EventHeader header) {
        this.batch = batch;
        this.columns = columns;
        this.origin = header.origin();
        this.fixedWeights = columns.contains(ParticleColumn.WEIGHTS);
        this.weights = weights(header.weightNames());
        this.nominal = values(ParticleColumn.WEIGHT, 1);
        this.eventNumber = values(ParticleColumn.NUMBER, NONE);
        this.process = values(ParticleColumn.PROCESS, 0);
        this.scale = values(ParticleColumn.SCALE, NONE);
        this.alphaQed = values(ParticleColumn.ALPHA_QED, NONE);
        this.alphaQcd = values(ParticleColumn.ALPHA_QCD, NONE);
        this.crossSection = values(ParticleColumn.CROSS_SECTION, Double.NaN);
        this.crossSectionError = values(ParticleColumn.CROSS_SECTION_ERROR, Double.NaN);
        this.attributes = values(ParticleColumn.ATTRIBUTES, NONE);
        this.remarks = values(ParticleColumn.REMARKS, NONE);
        this.pdgId = values(ParticleColumn.PDG_ID, 0);
        this.status = values(ParticleColumn.STATUS, Particle.FINAL);
        this.mother1 = values(ParticleColumn.MOTHER1, NONE);
        this.mother2 = values(ParticleColumn.MOTHER2, NONE);
        this.px = values(ParticleColumn.PX, 0);
        this.py = values(ParticleColumn.PY, 0);
        this.pz = values(ParticleColumn.PZ, 0);
        this.energy = values(ParticleColumn.ENERGY, 0);
        this.mass = values(ParticleColumn.MASS, Double.NaN);
        this.colour = values(ParticleColumn.COLOUR, 0);
        this.anticolour = values(ParticleColumn.ANTICOLOUR, 0);
        this.lifetime = values(ParticleColumn.LIFETIME, 0);
        this.spin = values(ParticleColumn.SPIN, Particle.UNKNOWN_SPIN);
        this.vertexStatus = values(ParticleColumn.VERTEX_STATUS, 0);
        this.x = values(ParticleColumn.VERTEX_X, 0);
        this.y = values(ParticleColumn.VERTEX_Y, 0);
        this.z = values(ParticleColumn.VERTEX_Z, 0);
        this.t = values(ParticleColumn.VERTEX_T, 0);
        this.incomingCount = values(ParticleColumn.INCOMING_COUNT, 0);
        this.outgoingCount = values(ParticleColumn.OUTGOING_COUNT, 0);
        this.incoming = values(ParticleColumn.INCOMING, 0);
        this.outgoing = values(ParticleColumn.OUTGOING, 0);
    }

    private Values values(String name, double unknown) {
        int position = columns.indexOf(name);
        return new Values(position < 0 ? null : batch.column(position), unknown);
    }

    private Values[] weights(List<String> names) {
        if (fixedWeights) {
            return new Values[] {values(ParticleColumn.WEIGHTS, 0)};
        }
        Values[] values = new Values[names.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = values(ParticleColumn.weightColumn(names.get(i)), 0);
        }
        return values;
    }

    /** Return how many rows there are. */
    int count() {
        return batch.rows();
    }

    /**
     * Make an event.
     *
     * @param number its position in the table, from 1
     * @throws BadInput if the row contradicts itself
     */
    Event event(int row, long number) {
        try {
            int particleCount = pdgId.count(row);
            requireLength(row, number, particleCount, status, mother1, mother2, px, py, pz, energy);
            requireLength(row, number, particleCount, mass, colour, anticolour, lifetime, spin);
            return new Event(
                    number,
                    nominal.real(row, 0),
                    weightsOf(row),
                    particles(row, number, particleCount),
                    details(row, number));
        } catch (ArithmeticException e) {
            throw bad(number, "an integer that exceeds 32 bits");
        }
    }

    private void requireLength(int row, long number, int length, Values... lists) {
        for (Values list : lists) {
            if (list.data() != null && list.count(row) != length) {
                String name = list.data().column().name();
                throw bad(number, list.count(row) + " values of " + name + ", expected " + length);
            }
        }
    }

    private BadInput bad(long number, String what) {
        return new BadInput(
                "event " + number + " of " + origin + " has " + what,
                "",
                "convert the events again from the file they come from");
    }

    private double[] weightsOf(int row) {
        if (!fixedWeights) {
            double[] values = new double[weights.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = weights[i].real(row, 0);
            }
            return values;
        }
        double[] values = new double[weights[0].count(row)];
        for (int i = 0; i < values.length; i++) {
            values[i] = weights[0].real(row, i);
        }
        return values;
    }

    private List<Particle> particles(int row, long number, int count) {
        List<Particle> particles = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            FourVector momentum =
                    new FourVector(px.real(row, i), py.real(row, i), pz.real(row, i), energy.real(row, i));
            particles.add(new Particle(
                    pdgId.integer(row, i),
                    status.integer(row, i),
                    mother(row, number, mother1, i, count),
                    mother(row, number, mother2, i, count),
                    momentum,
                    mass.data() == null ? momentum.mass() : mass.real(row, i),
                    colour.integer(row, i),
                    anticolour.integer(row, i),
                    lifetime.real(row, i),
                    spin.real(row, i)));
        }
        return particles;
    }

    private int mother(int row, long number, Values list, int item, int count) {
        int mother = list.integer(row, item);
        if (mother < NONE || mother >= count) {
            throw bad(number, "a particle with mother " + mother + ", expected one from -1 to " + (count - 1));
        }
        return mother;
    }

    private EventDetails details(int row, long number) {
        return new EventDetails(
                eventNumber.wide(row),
                process.integer(row, 0),
                scale.real(row, 0),
                alphaQed.real(row, 0),
                alphaQcd.real(row, 0),
                crossSection.real(row, 0),
                crossSectionError.real(row, 0),
                vertices(row, number),
                TextLines.map(attributes.text(row)),
                TextLines.list(remarks.text(row)));
    }

    private List<Vertex> vertices(int row, long number) {
        int count = vertexStatus.count(row);
        if (count == 0) {
            return List.of();
        }
        requireLength(row, number, count, x, y, z, t, incomingCount, outgoingCount);
        List<Vertex> vertices = new ArrayList<>(count);
        int firstIn = 0;
        int firstOut = 0;
        for (int i = 0; i < count; i++) {
            int[] in = links(row, number, incoming, firstIn, incomingCount.integer(row, i));
            int[] out = links(row, number, outgoing, firstOut, outgoingCount.integer(row, i));
            firstIn += in.length;
            firstOut += out.length;
            vertices.add(new Vertex(
                    vertexStatus.integer(row, i),
                    x.real(row, i),
                    y.real(row, i),
                    z.real(row, i),
                    t.real(row, i),
                    in,
                    out));
        }
        return vertices;
    }

    private int[] links(int row, long number, Values list, int first, int count) {
        if (count < 0 || count > list.count(row) - first) {
            throw bad(number, "a vertex with " + count + " particles, expected at most " + (list.count(row) - first));
        }
        int[] links = new int[count];
        for (int i = 0; i < count; i++) {
            links[i] = list.integer(row, first + i);
            if (links[i] < 0 || links[i] >= pdgId.count(row)) {
                throw bad(number, "a vertex with particle " + links[i] + ", expected one below " + pdgId.count(row));
            }
        }
        return links;
    }
}
