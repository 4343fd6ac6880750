package hep.aurum.source.hepmc;

/**
 * Remove from a HepMC2 event vertices that nothing enters or nothing leaves, and particles that hang on nothing then.
 *
 * <p>The columns of the event are compacted in place.
 */
final class LooseEnds {

    private final int[] particleNumbers;
    private final int[] vertexNumbers;
    private final EventGraph graph;

    private LooseEnds(int[] particleNumbers, int[] vertexNumbers, EventGraph graph) {
        this.particleNumbers = particleNumbers;
        this.vertexNumbers = vertexNumbers;
        this.graph = graph;
    }

    /**
     * Remove them.
     *
     * @param parts the event; the origin of a particle is its vertex from 0, −1 for none
     * @param ends for each particle the vertex that it enters, from 0, −1 for none
     */
    static LooseEnds remove(EventParts parts, int[] ends) {
        int[] origins = parts.particles.origins();
        EventGraph all = new EventGraph(origins, ends, parts.vertices.size());
        int[] vertexNumbers = keepVertices(parts.vertices, all);
        int[] particleNumbers = new int[ends.length];
        int kept = 0;
        for (int p = 0; p < ends.length; p++) {
            boolean loose = number(vertexNumbers, origins[p]) == 0 && ends[p] < 0 && !parts.particles.isFinal(p);
            if (!loose) {
                parts.particles.move(p, kept);
                particleNumbers[p] = ++kept;
            }
        }
        parts.particles.truncate(kept);
        int[] production = new int[kept];
        int[] end = new int[kept];
        for (int p = 0; p < ends.length; p++) {
            int at = particleNumbers[p] - 1;
            if (at >= 0) {
                production[at] = number(vertexNumbers, origins[p]) - 1;
                end[at] = number(vertexNumbers, ends[p]) - 1;
            }
        }
        return new LooseEnds(particleNumbers, vertexNumbers, new EventGraph(production, end, parts.vertices.size()));
    }

    private static int number(int[] numbers, int vertex) {
        return vertex < 0 ? 0 : numbers[vertex];
    }

    private static int[] keepVertices(VertexTable vertices, EventGraph all) {
        int[] numbers = new int[vertices.size()];
        int kept = 0;
        for (int v = 0; v < numbers.length; v++) {
            boolean entered = all.incomingCount(v) > 0 || !vertices.isAtOrigin(v);
            if (entered && all.outgoingCount(v) > 0) {
                vertices.move(v, kept);
                numbers[v] = ++kept;
            }
        }
        vertices.truncate(kept);
        return numbers;
    }

    /** Return for each particle its new number from 1, 0 if it was removed. */
    @SuppressWarnings("EI_EXPOSE_REP")
    int[] particleNumbers() {
        return particleNumbers;
    }

    /** Return for each vertex its new number from 1, 0 if it was removed. */
    @SuppressWarnings("EI_EXPOSE_REP")
    int[] vertexNumbers() {
        return vertexNumbers;
    }

    /** Return what is left. */
    EventGraph graph() {
        return graph;
    }
}
