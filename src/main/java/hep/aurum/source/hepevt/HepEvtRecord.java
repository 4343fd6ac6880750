package hep.aurum.source.hepevt;

import hep.aurum.event.Event;
import hep.aurum.event.EventDetails;
import hep.aurum.event.Vertex;
import hep.aurum.physics.FourVector;
import hep.aurum.physics.Particle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collect the particles of one event and find how they hang together; used again for the next. */
final class HepEvtRecord {

    private static final int INTEGERS = 6;
    private static final int NUMBERS = 9;
    private static final int MOTHER1 = 2;
    private static final int MOTHER2 = 3;
    private static final int DAUGHTER1 = 4;
    private static final int DAUGHTER2 = 5;
    private static final int VERTEX = 5;

    private int size;
    private int[] integers = new int[INTEGERS * 64];
    private double[] numbers = new double[NUMBERS * 64];

    void clear() {
        size = 0;
    }

    /** Append a particle; positions are counted from 1, 0 stands for none. */
    void add(int status, int pdgId, int mother1, int mother2, int daughter1, int daughter2) {
        if (INTEGERS * size == integers.length) {
            integers = Arrays.copyOf(integers, 2 * integers.length);
            numbers = Arrays.copyOf(numbers, 2 * numbers.length);
        }
        int at = INTEGERS * size;
        integers[at] = status;
        integers[at + 1] = pdgId;
        integers[at + MOTHER1] = mother1;
        integers[at + MOTHER2] = mother2;
        integers[at + DAUGHTER1] = daughter1;
        integers[at + DAUGHTER2] = daughter2;
        Arrays.fill(numbers, NUMBERS * size, NUMBERS * (size + 1), 0);
        size++;
    }

    /** Set momentum and mass in GeV of the last particle. */
    void momentum(double px, double py, double pz, double energy, double mass) {
        int at = NUMBERS * (size - 1);
        numbers[at] = px;
        numbers[at + 1] = py;
        numbers[at + 2] = pz;
        numbers[at + 3] = energy;
        numbers[at + 4] = mass;
    }

    /** Set where the last particle begins, in mm. */
    void vertex(double x, double y, double z, double t) {
        int at = NUMBERS * (size - 1) + VERTEX;
        numbers[at] = x;
        numbers[at + 1] = y;
        numbers[at + 2] = z;
        numbers[at + 3] = t;
    }

    private int integer(int particle, int column) {
        return integers[INTEGERS * particle + column];
    }

    /** Check the mothers that are stated; return null, or what is wrong. */
    @Nullable String linkMothers() {
        for (int p = 0; p < size; p++) {
            for (int column = MOTHER1; column <= MOTHER2; column++) {
                int mother = integer(p, column);
                if (mother < 0 || mother > size) {
                    return "particle " + (p + 1) + " has mother " + mother + ", expected 0 to " + size;
                }
                if (mother == p + 1) {
                    return "particle " + mother + " is its own mother";
                }
            }
        }
        return cycle();
    }

    private @Nullable String cycle() {
        int[] first = new int[size];
        int[] last = new int[size];
        for (int p = 0; p < size; p++) {
            first[p] = integer(p, MOTHER1) - 1;
            last[p] = integer(p, MOTHER2) - 1;
        }
        return Ancestry.hasCycle(first, last) ? "a particle is its own ancestor" : null;
    }

    /** Find the mothers from the daughters that are stated; return null, or what is wrong. */
    @Nullable String linkDaughters() {
        for (int p = 0; p < size; p++) {
            int first = integer(p, DAUGHTER1);
            int last = last(p);
            if (first < 0 || last < 0 || first > size || last > size) {
                return "particle " + (p + 1) + " has daughters " + first + " to " + last + ", expected 0 to " + size;
            }
            if (first > 0 && first <= p + 1 && p + 1 <= last) {
                return "particle " + (p + 1) + " is its own mother";
            }
        }
        int[] free = new int[size + 2];
        reset(free);
        for (int p = 0; p < size; p++) {
            claim(free, p, MOTHER1);
        }
        reset(free);
        for (int p = size - 1; p >= 0; p--) {
            claim(free, p, MOTHER2);
        }
        return cycle();
    }

    /** Return the last daughter; generators leave it 0 where there is one daughter. */
    private int last(int particle) {
        int last = integer(particle, DAUGHTER2);
        return last == 0 ? integer(particle, DAUGHTER1) : last;
    }

    private static void reset(int[] free) {
        for (int i = 0; i < free.length; i++) {
            free[i] = i;
        }
    }

    /** Be the mother of those daughters that have none yet; found by path halving, so that ranges cost no more than size. */
    private void claim(int[] free, int mother, int column) {
        int first = integer(mother, DAUGHTER1);
        if (first == 0) {
            return;
        }
        int last = last(mother);
        for (int d = find(free, first); d <= last; d = find(free, d)) {
            integers[INTEGERS * (d - 1) + column] = mother + 1;
            free[d] = d + 1;
        }
    }

    private static int find(int[] free, int from) {
        int at = from;
        while (free[at] != at) {
            free[at] = free[free[at]];
            at = free[at];
        }
        return at;
    }

    /**
     * Build the event.
     *
     * @param place its place in the file, from 1
     * @param number the generator's number, −1 if unknown
     * @param placed whether the particles say where they begin
     */
    Event build(long place, int number, boolean placed) {
        List<Particle> particles = new ArrayList<>(size);
        for (int p = 0; p < size; p++) {
            int at = NUMBERS * p;
            particles.add(new Particle(
                    integer(p, 1),
                    integer(p, 0),
                    integer(p, MOTHER1) - 1,
                    integer(p, MOTHER2) - 1,
                    new FourVector(numbers[at], numbers[at + 1], numbers[at + 2], numbers[at + 3]),
                    numbers[at + 4],
                    0,
                    0,
                    0,
                    Particle.UNKNOWN_SPIN));
        }
        EventDetails details = new EventDetails(
                number, 0, -1, -1, -1, Double.NaN, Double.NaN, placed ? vertices() : List.of(), Map.of(), List.of());
        return new Event(place, 1, new double[0], particles, details);
    }

    /**
     * Return a vertex for each run of particles in the list that have the same mothers and begin at the same place.
     *
     * <p>A particle enters the first vertex that it is a mother of. Particles without mothers have a vertex where they do
     * not begin at the origin.
     */
    private List<Vertex> vertices() {
        List<Vertex> vertices = new ArrayList<>();
        boolean[] entered = new boolean[size];
        int from = 0;
        for (int p = 1; p <= size; p++) {
            if (p < size && isTogether(from, p)) {
                continue;
            }
            if (from < size && (integer(from, MOTHER1) > 0 || !isAtOrigin(from))) {
                vertices.add(vertex(from, p, entered));
            }
            from = p;
        }
        return vertices;
    }

    private boolean isTogether(int one, int other) {
        int a = NUMBERS * one + VERTEX;
        int b = NUMBERS * other + VERTEX;
        return integer(one, MOTHER1) == integer(other, MOTHER1)
                && integer(one, MOTHER2) == integer(other, MOTHER2)
                && Arrays.equals(numbers, a, a + 4, numbers, b, b + 4);
    }

    private boolean isAtOrigin(int particle) {
        int at = NUMBERS * particle + VERTEX;
        return numbers[at] == 0 && numbers[at + 1] == 0 && numbers[at + 2] == 0 && numbers[at + 3] == 0;
    }

    private Vertex vertex(int from, int to, boolean[] entered) {
        int first = integer(from, MOTHER1) - 1;
        int last = Math.max(first, integer(from, MOTHER2) - 1);
        int[] incoming = new int[4];
        int count = 0;
        // Stopping at the first that is taken bounds the work by the number of particles.
        for (int m = first; m >= 0 && m <= last && !entered[m]; m++) {
            entered[m] = true;
            incoming = count == incoming.length ? Arrays.copyOf(incoming, 2 * count) : incoming;
            incoming[count++] = m;
        }
        int[] outgoing = new int[to - from];
        for (int i = 0; i < outgoing.length; i++) {
            outgoing[i] = from + i;
        }
        int at = NUMBERS * from + VERTEX;
        return new Vertex(
                0,
                numbers[at],
                numbers[at + 1],
                numbers[at + 2],
                numbers[at + 3],
                Arrays.copyOf(incoming, count),
                outgoing);
    }
}
