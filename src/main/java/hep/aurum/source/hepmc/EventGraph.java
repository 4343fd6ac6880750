package hep.aurum.source.hepmc;

import hep.aurum.event.Vertex;
import java.util.Arrays;

/**
 * Know which particles enter and leave each vertex, from the two vertices between which every particle runs.
 *
 * <p>Particles of a vertex are in ascending order. Time and memory grow with particles plus vertices.
 */
final class EventGraph {

    private final int[] production;
    private final int[] end;
    private final int[] inStart;
    private final int[] in;
    private final int[] outStart;
    private final int[] out;

    /**
     * Create the graph.
     *
     * @param production for each particle the vertex it leaves, from 0; −1 for none
     * @param end for each particle the vertex it enters, from 0; −1 for none
     * @param vertices the number of vertices
     */
    @SuppressWarnings("EI_EXPOSE_REP2")
    EventGraph(int[] production, int[] end, int vertices) {
        this.production = production;
        this.end = end;
        inStart = starts(end, vertices);
        in = members(end, inStart);
        outStart = starts(production, vertices);
        out = members(production, outStart);
    }

    private static int[] starts(int[] vertexOf, int vertices) {
        int[] starts = new int[vertices + 1];
        for (int vertex : vertexOf) {
            if (vertex >= 0) {
                starts[vertex + 1]++;
            }
        }
        for (int v = 0; v < vertices; v++) {
            starts[v + 1] += starts[v];
        }
        return starts;
    }

    private static int[] members(int[] vertexOf, int[] starts) {
        int[] next = starts.clone();
        int[] members = new int[starts[starts.length - 1]];
        for (int p = 0; p < vertexOf.length; p++) {
            if (vertexOf[p] >= 0) {
                members[next[vertexOf[p]]++] = p;
            }
        }
        return members;
    }

    int vertices() {
        return inStart.length - 1;
    }

    int incomingCount(int vertex) {
        return inStart[vertex + 1] - inStart[vertex];
    }

    int incoming(int vertex, int index) {
        return in[inStart[vertex] + index];
    }

    int outgoingCount(int vertex) {
        return outStart[vertex + 1] - outStart[vertex];
    }

    int outgoing(int vertex, int index) {
        return out[outStart[vertex] + index];
    }

    /** Return the vertex that a particle leaves, −1 for none. */
    int production(int particle) {
        return production[particle];
    }

    /** Return the first particle that enters the vertex from which a particle comes; −1 if there is none. */
    int firstMother(int particle) {
        int vertex = production[particle];
        return vertex < 0 || incomingCount(vertex) == 0 ? -1 : in[inStart[vertex]];
    }

    /** Return the last particle that enters the vertex from which a particle comes; −1 if there is none. */
    int lastMother(int particle) {
        int vertex = production[particle];
        return vertex < 0 || incomingCount(vertex) == 0 ? -1 : in[inStart[vertex + 1] - 1];
    }

    Vertex vertex(int vertex, int status, double x, double y, double z, double t) {
        return new Vertex(
                status,
                x,
                y,
                z,
                t,
                Arrays.copyOfRange(in, inStart[vertex], inStart[vertex + 1]),
                Arrays.copyOfRange(out, outStart[vertex], outStart[vertex + 1]));
    }

    /** Return whether some particle is its own ancestor. */
    boolean hasCycle() {
        return !isAscending() && reachable() < vertices();
    }

    /** Return whether mothers stand before their daughters everywhere, which excludes cycles. */
    private boolean isAscending() {
        for (int v = 0; v < vertices(); v++) {
            if (incomingCount(v) > 0 && outgoingCount(v) > 0 && in[inStart[v + 1] - 1] >= out[outStart[v]]) {
                return false;
            }
        }
        return true;
    }

    /** Count the vertices that can be put in an order in which mothers come first (Kahn 1962). */
    private int reachable() {
        int[] waiting = new int[vertices()];
        int[] ready = new int[vertices()];
        int found = 0;
        for (int v = 0; v < vertices(); v++) {
            for (int i = inStart[v]; i < inStart[v + 1]; i++) {
                waiting[v] += production[in[i]] >= 0 ? 1 : 0;
            }
            if (waiting[v] == 0) {
                ready[found++] = v;
            }
        }
        for (int done = 0; done < found; done++) {
            int v = ready[done];
            for (int i = outStart[v]; i < outStart[v + 1]; i++) {
                int next = end[out[i]];
                if (next >= 0 && --waiting[next] == 0) {
                    ready[found++] = next;
                }
            }
        }
        return found;
    }
}
