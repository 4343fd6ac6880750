package hep.aurum.source.hepmc;

import hep.aurum.base.Check;
import hep.aurum.event.Event;
import hep.aurum.event.Vertex;
import hep.aurum.physics.Particle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decide between which vertices the particles of an event run.
 *
 * <p>An event that has vertices keeps them, less those that nothing leaves, which no reader of HepMC3 keeps. One that
 * knows mothers only gets a vertex for each group of mothers, as far as no particle would have to enter two.
 */
final class VertexPlan {

    private final EventGraph graph;
    private final List<@Nullable Vertex> vertices;
    private final int[] numbers;

    private VertexPlan(EventGraph graph, List<@Nullable Vertex> vertices, int[] numbers) {
        this.graph = graph;
        this.vertices = vertices;
        this.numbers = numbers;
    }

    static VertexPlan of(Event event) {
        List<Vertex> stated = event.details().vertices();
        int size = event.particles().size();
        return stated.isEmpty() ? ofMothers(event.particles()) : ofVertices(stated, size);
    }

    private static VertexPlan ofVertices(List<Vertex> stated, int size) {
        int[] production = none(size);
        int[] end = none(size);
        int[] numbers = new int[stated.size()];
        List<@Nullable Vertex> kept = new ArrayList<>();
        for (int v = 0; v < numbers.length; v++) {
            Vertex vertex = stated.get(v);
            if (vertex.outgoingCount() == 0) {
                continue;
            }
            for (int i = 0; i < vertex.outgoingCount(); i++) {
                link(production, vertex.outgoing(i), kept.size(), "leaves");
            }
            for (int i = 0; i < vertex.incomingCount(); i++) {
                link(end, vertex.incoming(i), kept.size(), "enters");
            }
            kept.add(vertex);
            numbers[v] = kept.size();
        }
        return new VertexPlan(new EventGraph(production, end, kept.size()), kept, numbers);
    }

    private static void link(int[] vertexOf, int particle, int vertex, String verb) {
        Check.argument(
                particle >= 0 && particle < vertexOf.length,
                "particle %d %s a vertex, expected 0 to %d",
                particle,
                verb,
                vertexOf.length - 1);
        Check.argument(vertexOf[particle] < 0, "particle %d %s more than one vertex", particle, verb);
        vertexOf[particle] = vertex;
    }

    private static VertexPlan ofMothers(List<Particle> particles) {
        int size = particles.size();
        int[] production = none(size);
        int[] end = none(size);
        int count = 0;
        for (int p = 0; p < size; p++) {
            int first = particles.get(p).mother1();
            int last = particles.get(p).mother2();
            // Mothers that stand behind their daughter are kept as an attribute only: not all readers follow them.
            if (first < 0 || first >= p || last >= p) {
                continue;
            }
            if (end[first] < 0) {
                end[first] = count;
                for (int m = Math.max(last, 0) < first ? last : first + 1; m >= 0 && m <= last && end[m] < 0; m++) {
                    end[m] = count;
                }
                count++;
            }
            production[p] = end[first];
        }
        List<@Nullable Vertex> made = new ArrayList<>();
        for (int v = 0; v < count; v++) {
            made.add(null);
        }
        return new VertexPlan(new EventGraph(production, end, count), made, new int[0]);
    }

    private static int[] none(int size) {
        int[] none = new int[size];
        Arrays.fill(none, -1);
        return none;
    }

    EventGraph graph() {
        return graph;
    }

    /** Return a vertex as the event has it; null for one that was made from mothers. */
    @Nullable Vertex vertex(int index) {
        return vertices.get(index);
    }

    /** Return the new number, from 1, of a vertex of the event; 0 if it is left out. */
    int number(int index) {
        return index < numbers.length ? numbers[index] : index + 1;
    }

    /** Return how many vertices the event has; as many as were made for one that has none. */
    int statedCount() {
        return numbers.length > 0 ? numbers.length : vertices.size();
    }

    /** Return whether a vertex needs no line of its own, because its only incoming particle says it all. */
    boolean isImplicit(int index) {
        Vertex vertex = vertices.get(index);
        return graph.incomingCount(index) == 1
                && graph.incoming(index, 0) < graph.outgoing(index, 0)
                && (vertex == null || (vertex.status() == 0 && !hasPosition(index)));
    }

    /** Return whether a vertex has a position; minus zero counts as one, so that it is kept. */
    boolean hasPosition(int index) {
        Vertex vertex = vertices.get(index);
        return vertex != null
                && (Double.doubleToLongBits(vertex.x())
                                | Double.doubleToLongBits(vertex.y())
                                | Double.doubleToLongBits(vertex.z())
                                | Double.doubleToLongBits(vertex.t()))
                        != 0;
    }
}
