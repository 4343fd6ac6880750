package hep.aurum.source.hepmc;

import hep.aurum.physics.FourVector;
import hep.aurum.physics.Particle;
import java.util.Arrays;

/** Collect the particles of an event in columns that grow with the lines that are read, and are used again. */
final class ParticleTable {

    /** The most particles that an event may have. */
    static final int MOST = 10_000_000;

    private static final int KINEMATICS = 5;
    private static final int FIRST = 1024;

    private int size;
    private int[] pdgIds = new int[FIRST];
    private int[] statuses = new int[FIRST];
    private int[] origins = new int[FIRST];
    private int[] ends = new int[FIRST];
    private double[] kinematics = new double[KINEMATICS * FIRST];
    private int[] colours = new int[0];
    private int[] anticolours = new int[0];
    private double[] lifetimes = new double[0];
    private double[] spins = new double[0];
    private int[] firstMothers = new int[0];
    private int[] lastMothers = new int[0];

    void clear() {
        size = 0;
        colours = clear(colours);
        anticolours = clear(anticolours);
        firstMothers = clear(firstMothers);
        lastMothers = clear(lastMothers);
        lifetimes = new double[0];
        spins = new double[0];
    }

    /** Zero a column that is kept for the next event, or drop it if that would cost more than a new one. */
    private static int[] clear(int[] column) {
        if (column.length > 1 << 16) {
            return new int[0];
        }
        Arrays.fill(column, 0);
        return column;
    }

    int size() {
        return size;
    }

    /**
     * Append a particle.
     *
     * @param origin where it comes from, in the manner of the dialect
     * @param end where it goes, in the manner of the dialect
     */
    void add(int pdgId, int status, int origin, int end) {
        if (size == pdgIds.length) {
            int longer = 2 * size;
            pdgIds = Arrays.copyOf(pdgIds, longer);
            statuses = Arrays.copyOf(statuses, longer);
            origins = Arrays.copyOf(origins, longer);
            ends = Arrays.copyOf(ends, longer);
            kinematics = Arrays.copyOf(kinematics, KINEMATICS * longer);
        }
        pdgIds[size] = pdgId;
        statuses[size] = status;
        origins[size] = origin;
        ends[size] = end;
        size++;
    }

    /** Set momentum in GeV and mass in GeV of the particle that was added last. */
    void momentum(double px, double py, double pz, double energy, double mass) {
        int at = KINEMATICS * (size - 1);
        kinematics[at] = px;
        kinematics[at + 1] = py;
        kinematics[at + 2] = pz;
        kinematics[at + 3] = energy;
        kinematics[at + 4] = mass;
    }

    int origin(int index) {
        return origins[index];
    }

    int end(int index) {
        return ends[index];
    }

    boolean isFinal(int index) {
        return statuses[index] == Particle.FINAL;
    }

    /** Return a copy of the origins. */
    int[] origins() {
        return Arrays.copyOf(origins, size);
    }

    /** Let a particle take an earlier place; its colours and mothers have not been set yet. */
    void move(int from, int to) {
        if (from != to) {
            pdgIds[to] = pdgIds[from];
            statuses[to] = statuses[from];
            origins[to] = origins[from];
            ends[to] = ends[from];
            System.arraycopy(kinematics, KINEMATICS * from, kinematics, KINEMATICS * to, KINEMATICS);
        }
    }

    /** Drop particles from the end. */
    void truncate(int length) {
        size = length;
    }

    void colour(int index, int label) {
        colours = room(colours, index);
        colours[index] = label;
    }

    void anticolour(int index, int label) {
        anticolours = room(anticolours, index);
        anticolours[index] = label;
    }

    void lifetime(int index, double lifetime) {
        if (lifetimes.length == 0) {
            lifetimes = new double[size];
        }
        lifetimes[index] = lifetime;
    }

    void spin(int index, double spin) {
        if (spins.length == 0) {
            spins = new double[size];
            Arrays.fill(spins, Particle.UNKNOWN_SPIN);
        }
        spins[index] = spin;
    }

    /** Set mothers that are not those of the vertex, from 1, 0 for none. */
    void mothers(int index, int first, int last) {
        firstMothers = room(firstMothers, index);
        lastMothers = room(lastMothers, index);
        // 0 is what the column holds for particles without a statement.
        firstMothers[index] = first + 1;
        lastMothers[index] = last + 1;
    }

    /** Make room for one of the particles, all of which have been added. */
    private int[] room(int[] column, int index) {
        return index < column.length ? column : Arrays.copyOf(column, Math.max(size, FIRST));
    }

    /** Build a particle with the mothers of its vertex. */
    Particle build(int index, int mother1, int mother2) {
        int at = KINEMATICS * index;
        FourVector momentum =
                new FourVector(kinematics[at], kinematics[at + 1], kinematics[at + 2], kinematics[at + 3]);
        boolean stated = index < firstMothers.length && firstMothers[index] != 0;
        return new Particle(
                pdgIds[index],
                statuses[index],
                stated ? firstMothers[index] - 2 : mother1,
                stated ? lastMothers[index] - 2 : mother2,
                momentum,
                kinematics[at + 4],
                index < colours.length ? colours[index] : 0,
                index < anticolours.length ? anticolours[index] : 0,
                index < lifetimes.length ? lifetimes[index] : 0,
                index < spins.length ? spins[index] : Particle.UNKNOWN_SPIN);
    }
}
