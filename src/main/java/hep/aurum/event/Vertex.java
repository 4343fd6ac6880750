package hep.aurum.event;

import java.util.Arrays;

/** Hold one vertex of an event: where it is, and which particles enter and leave it. Immutable. */
public final class Vertex {

    private final int status;
    private final double x;
    private final double y;
    private final double z;
    private final double t;
    private final int[] incoming;
    private final int[] outgoing;

    /**
     * Create a vertex.
     *
     * @param status the generator's number for its kind (HepMC's status or id), 0 if unknown
     * @param x position in mm
     * @param y position in mm
     * @param z position in mm
     * @param t time times c in mm
     * @param incoming positions in the event's list of the particles that enter, from 0
     * @param outgoing positions of those that leave
     */
    public Vertex(int status, double x, double y, double z, double t, int[] incoming, int[] outgoing) {
        this.status = status;
        this.x = x;
        this.y = y;
        this.z = z;
        this.t = t;
        this.incoming = incoming.clone();
        this.outgoing = outgoing.clone();
    }

    /** Return the generator's number for the kind of vertex, 0 if unknown. */
    public int status() {
        return status;
    }

    /** Return the position in mm. */
    public double x() {
        return x;
    }

    /** Return the position in mm. */
    public double y() {
        return y;
    }

    /** Return the position in mm. */
    public double z() {
        return z;
    }

    /** Return time times c in mm. */
    public double t() {
        return t;
    }

    /** Return how many particles enter. */
    public int incomingCount() {
        return incoming.length;
    }

    /** Return the position in the event's list of an entering particle. */
    public int incoming(int index) {
        return incoming[index];
    }

    /** Return how many particles leave. */
    public int outgoingCount() {
        return outgoing.length;
    }

    /** Return the position in the event's list of a leaving particle. */
    public int outgoing(int index) {
        return outgoing[index];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Vertex v
                && status == v.status
                && Arrays.equals(new double[] {x, y, z, t}, new double[] {v.x, v.y, v.z, v.t})
                && Arrays.equals(incoming, v.incoming)
                && Arrays.equals(outgoing, v.outgoing);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(incoming) + Arrays.hashCode(outgoing);
    }

    @Override
    public String toString() {
        return Arrays.toString(incoming) + " -> " + Arrays.toString(outgoing) + " at (" + x + ", " + y + ", " + z + ", "
                + t + ") mm";
    }
}
