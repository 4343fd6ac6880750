package hep.aurum.source.hepmc;

import java.util.Arrays;

/** Collect the vertices of an event that have lines, in columns that grow with the lines and are used again. */
final class VertexTable {

    private static final int FIRST = 256;
    private static final int COORDINATES = 4;

    private int size;
    private int incomingSize;
    private int[] ids = new int[FIRST];
    private int[] statuses = new int[FIRST];
    private int[] incomingEnds = new int[FIRST];
    private int[] incoming = new int[FIRST];
    private double[] positions = new double[COORDINATES * FIRST];

    void clear() {
        size = 0;
        incomingSize = 0;
    }

    int size() {
        return size;
    }

    /** Append a vertex at the origin by the number that the file gives it. */
    void add(int id, int status) {
        if (size == ids.length) {
            ids = Arrays.copyOf(ids, 2 * size);
            statuses = Arrays.copyOf(statuses, 2 * size);
            incomingEnds = Arrays.copyOf(incomingEnds, 2 * size);
            positions = Arrays.copyOf(positions, COORDINATES * 2 * size);
        }
        ids[size] = id;
        statuses[size] = status;
        incomingEnds[size] = incomingSize;
        position(size, 0, 0, 0, 0);
        size++;
    }

    /** Append an incoming particle to the last vertex. */
    void addIncoming(int particle) {
        if (incomingSize == incoming.length) {
            incoming = Arrays.copyOf(incoming, 2 * incomingSize);
        }
        incoming[incomingSize++] = particle;
        incomingEnds[size - 1] = incomingSize;
    }

    /** Set the position in mm of the last vertex. */
    void position(double x, double y, double z, double t) {
        position(size - 1, x, y, z, t);
    }

    private void position(int index, double x, double y, double z, double t) {
        positions[COORDINATES * index] = x;
        positions[COORDINATES * index + 1] = y;
        positions[COORDINATES * index + 2] = z;
        positions[COORDINATES * index + 3] = t;
    }

    /** Let a vertex take an earlier place; lists of incoming particles stay behind. */
    void move(int from, int to) {
        if (from != to) {
            ids[to] = ids[from];
            statuses[to] = statuses[from];
            System.arraycopy(positions, COORDINATES * from, positions, COORDINATES * to, COORDINATES);
        }
    }

    /** Drop vertices from the end. */
    void truncate(int length) {
        size = length;
    }

    int id(int index) {
        return ids[index];
    }

    int status(int index) {
        return statuses[index];
    }

    double position(int index, int coordinate) {
        return positions[COORDINATES * index + coordinate];
    }

    boolean isAtOrigin(int index) {
        return position(index, 0) == 0 && position(index, 1) == 0 && position(index, 2) == 0 && position(index, 3) == 0;
    }

    int incomingStart(int index) {
        return index == 0 ? 0 : incomingEnds[index - 1];
    }

    int incomingEnd(int index) {
        return incomingEnds[index];
    }

    int incoming(int position) {
        return incoming[position];
    }
}
