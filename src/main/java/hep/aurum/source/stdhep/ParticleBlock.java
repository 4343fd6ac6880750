package hep.aurum.source.stdhep;

import hep.aurum.event.Event;
import hep.aurum.event.EventDetails;
import hep.aurum.physics.FourVector;
import hep.aurum.physics.Particle;
import hep.aurum.source.xdr.ProductionVertices;
import hep.aurum.source.xdr.XdrException;
import hep.aurum.source.xdr.XdrReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Read the HEPEVT record of one event, with or without what StdHep 5 adds; its arrays serve every event. */
final class ParticleBlock {

    private static final int FIRST_WITH_INTERACTIONS = 202;
    private static final int FIRST_WITH_ORIGINS = 404;
    private static final int MOMENTUM = 5;
    private static final int POINT = 4;
    private static final int SPIN = 3;

    private final XdrReader xdr;
    private final CountedArrays arrays;
    private final int mostParticles;
    private final int[] pair = new int[2];
    private int number;
    private int count;
    private int[] statuses = new int[0];
    private int[] ids = new int[0];
    private int[] mothers = new int[0];
    private double[] momenta = new double[0];
    private double[] points = new double[0];
    private boolean extended;
    private double[] scales = new double[0];
    private double[] spins = new double[0];
    private int[] colours = new int[0];
    private LesHouchesEvent whole = LesHouchesEvent.NONE;

    ParticleBlock(XdrReader xdr, int mostParticles) {
        this.xdr = xdr;
        this.arrays = new CountedArrays(xdr);
        this.mostParticles = mostParticles;
    }

    /** Read a block behind its head. */
    void read(BlockHead head) throws IOException {
        number = xdr.i32();
        count = xdr.count("particles", mostParticles);
        statuses = arrays.ints("ISTHEP", statuses, count);
        ids = arrays.ints("IDHEP", ids, count);
        mothers = arrays.ints("JMOHEP", mothers, 2 * count);
        arrays.skipInts("JDAHEP");
        momenta = arrays.doubles("PHEP", momenta, MOMENTUM * count);
        points = arrays.doubles("VHEP", points, POINT * count);
        int interactions = BlockId.isMultiple(head.id()) ? readInteractions(head) : 0;
        extended = BlockId.isExtended(head.id());
        if (extended) {
            readExtension();
        }
        if (extended && interactions > 0) {
            arrays.skipDoubles("EVENTWEIGHTMULTI", "ALPHAQEDMULTI", "ALPHAQCDMULTI", "SCALEMULTI");
            arrays.skipInts("IDRUPMULTI");
        }
    }

    /** Pass over the several interactions; return 1 if the version has them. */
    private int readInteractions(BlockHead head) throws IOException {
        if (head.hundredths() < FIRST_WITH_INTERACTIONS) {
            return 0;
        }
        xdr.i32();
        arrays.skipInts("JMULTI");
        if (head.hundredths() >= FIRST_WITH_ORIGINS) {
            arrays.skipInts("NEVMULTI", "ITRKMULTI", "MLTSTR");
        }
        return 1;
    }

    private void readExtension() throws IOException {
        double weight = xdr.f64();
        double alphaQed = xdr.f64();
        double alphaQcd = xdr.f64();
        scales = arrays.doubles("SCALE", scales, 1);
        spins = arrays.doubles("SPIN", spins, SPIN * count);
        colours = arrays.ints("ICOLORFLOW", colours, 2 * count);
        whole = new LesHouchesEvent(xdr.i32(), weight, knownOr(scales[0]), knownOr(alphaQed), knownOr(alphaQcd));
    }

    /** Return −1 for the zero with which generators leave a number that they do not know. */
    private static double knownOr(double value) {
        return value > 0 ? value : -1;
    }

    /**
     * Build the event.
     *
     * @param position in the file, from 1
     * @param run number of the run
     * @param other what HEPEUP says, for blocks that say nothing of the event as a whole
     */
    Event event(long position, int run, LesHouchesEvent other) throws XdrException {
        LesHouchesEvent about = extended ? whole : other;
        if (!Double.isFinite(about.weight())) {
            throw new XdrException("its weight is " + about.weight() + ", expected a finite number");
        }
        List<Particle> particles = new ArrayList<>(count);
        ProductionVertices vertices = new ProductionVertices();
        Map<String, String> attributes = new HashMap<>();
        attributes.put("run", Integer.toString(run));
        for (int i = 0; i < count; i++) {
            pair[0] = mother(i, 0);
            pair[1] = mother(i, 1);
            particles.add(particle(i));
            int at = POINT * i;
            vertices.add(i, pair, points[at], points[at + 1], points[at + 2], points[at + 3]);
            addSpin(i, attributes);
        }
        EventDetails details = new EventDetails(
                number,
                about.processId(),
                about.scale(),
                about.alphaQed(),
                about.alphaQcd(),
                Double.NaN,
                Double.NaN,
                vertices.list(),
                attributes,
                List.of());
        return new Event(position, about.weight(), new double[0], particles, details);
    }

    private Particle particle(int i) throws XdrException {
        requireFinite(momenta, MOMENTUM, i, "momentum");
        requireFinite(points, POINT, i, "production point");
        int at = MOMENTUM * i;
        FourVector momentum = new FourVector(momenta[at], momenta[at + 1], momenta[at + 2], momenta[at + 3]);
        return new Particle(
                ids[i],
                statuses[i],
                pair[0],
                pair[1],
                momentum,
                momenta[at + 4],
                extended ? colours[2 * i] : 0,
                extended ? colours[2 * i + 1] : 0,
                0,
                spin(i));
    }

    private int mother(int i, int which) throws XdrException {
        int mother = mothers[2 * i + which];
        if (mother < 0 || mother > count) {
            throw new XdrException("particle " + (i + 1) + " has mother " + mother + ", expected 0 to " + count);
        }
        return mother == i + 1 ? -1 : mother - 1;
    }

    private static void requireFinite(double[] values, int width, int i, String what) throws XdrException {
        for (int k = width * i; k < width * (i + 1); k++) {
            if (!Double.isFinite(values[k])) {
                throw new XdrException("particle " + (i + 1) + " has a " + what + " with " + values[k]);
            }
        }
    }

    /** Return the helicity where the spin has a third component only. */
    private double spin(int i) {
        boolean isHelicity = extended && spins[SPIN * i] == 0 && spins[SPIN * i + 1] == 0 && spins[SPIN * i + 2] != 0;
        return isHelicity ? spins[SPIN * i + 2] : Particle.UNKNOWN_SPIN;
    }

    private void addSpin(int i, Map<String, String> attributes) {
        if (extended && (spins[SPIN * i] != 0 || spins[SPIN * i + 1] != 0)) {
            attributes.put("spin@" + (i + 1), spins[SPIN * i] + " " + spins[SPIN * i + 1] + " " + spins[SPIN * i + 2]);
        }
    }
}
