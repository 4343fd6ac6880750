package hep.aurum.source.xdr;

import hep.aurum.event.Vertex;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Find the vertices of an event whose particles state their mothers and the point where they were made.
 *
 * <p>Particles with the same mothers and the same point share a vertex; it has the mothers as incoming particles. A
 * mother whose daughters were made at several points, as a muon that radiates in a detector, therefore enters several
 * vertices. Particles without mothers have a vertex only if they start elsewhere than at the origin, so that no point is
 * lost.
 */
public final class ProductionVertices {

    private final Map<Origin, Ints> vertices = new LinkedHashMap<>();

    /** Create an empty collection for one event. */
    public ProductionVertices() {}

    /**
     * Add a particle.
     *
     * @param particle its position in the event's list
     * @param mothers positions of its mothers; those that are negative are left out
     * @param x where it was made, in mm
     * @param y in mm
     * @param z in mm
     * @param t time times c, in mm
     */
    public void add(int particle, int[] mothers, double x, double y, double z, double t) {
        Origin origin = new Origin(distinct(mothers), x, y, z, t);
        if (!origin.isUnknown()) {
            vertices.computeIfAbsent(origin, key -> new Ints()).add(particle);
        }
    }

    private static int[] distinct(int[] mothers) {
        int[] kept = new int[mothers.length];
        int count = 0;
        for (int mother : mothers) {
            if (mother >= 0) {
                kept[count++] = mother;
            }
        }
        Arrays.sort(kept, 0, count);
        int distinct = 0;
        for (int i = 0; i < count; i++) {
            if (i == 0 || kept[i] != kept[i - 1]) {
                kept[distinct++] = kept[i];
            }
        }
        return Arrays.copyOf(kept, distinct);
    }

    /** Return the vertices in the order of their first particle. */
    public List<Vertex> list() {
        List<Vertex> list = new ArrayList<>(vertices.size());
        vertices.forEach((origin, particles) ->
                list.add(new Vertex(0, origin.x, origin.y, origin.z, origin.t, origin.mothers, particles.toArray())));
        return list;
    }

    /** Hold mothers and a point; comparable so that a map stays quick however many hash codes agree. */
    private static final class Origin implements Comparable<Origin> {

        private final int[] mothers;
        private final double x;
        private final double y;
        private final double z;
        private final double t;

        Origin(int[] mothers, double x, double y, double z, double t) {
            this.mothers = mothers;
            // Adding zero makes a plain zero of a negative one, which is the same point.
            this.x = x + 0.0;
            this.y = y + 0.0;
            this.z = z + 0.0;
            this.t = t + 0.0;
        }

        boolean isUnknown() {
            return mothers.length == 0 && x == 0 && y == 0 && z == 0 && t == 0;
        }

        @Override
        public int compareTo(Origin o) {
            int order = Double.compare(x, o.x);
            order = order != 0 ? order : Double.compare(y, o.y);
            order = order != 0 ? order : Double.compare(z, o.z);
            order = order != 0 ? order : Double.compare(t, o.t);
            return order != 0 ? order : Arrays.compare(mothers, o.mothers);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Origin o && compareTo(o) == 0;
        }

        @Override
        public int hashCode() {
            int hash = Arrays.hashCode(mothers);
            hash = 31 * hash + Double.hashCode(x);
            hash = 31 * hash + Double.hashCode(y);
            hash = 31 * hash + Double.hashCode(z);
            return 31 * hash + Double.hashCode(t);
        }
    }

    /** Collect integers. */
    private static final class Ints {

        private int[] values = new int[2];
        private int count;

        void add(int value) {
            if (count == values.length) {
                values = Arrays.copyOf(values, 2 * count);
            }
            values[count++] = value;
        }

        int[] toArray() {
            return Arrays.copyOf(values, count);
        }
    }
}
