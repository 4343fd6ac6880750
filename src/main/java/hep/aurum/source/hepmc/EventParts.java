package hep.aurum.source.hepmc;

import hep.aurum.event.Event;
import hep.aurum.event.EventDetails;
import hep.aurum.event.Vertex;
import hep.aurum.physics.Particle;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;

/** Collect one event while its lines are read; used again for the next. */
final class EventParts {

    final ParticleTable particles = new ParticleTable();
    final VertexTable vertices = new VertexTable();
    final Statements statements = new Statements();

    long number;
    int processId;
    double scale;
    double alphaQed;
    double alphaQcd;
    double crossSectionPb;
    double crossSectionErrorPb;
    List<String> remarks = List.of();

    private double[] weights = new double[1];
    private int weightCount;
    private boolean mev;
    private boolean cm;
    private boolean unitsStated;

    void clear() {
        particles.clear();
        vertices.clear();
        statements.clear();
        number = -1;
        processId = 0;
        scale = -1;
        alphaQed = -1;
        alphaQcd = -1;
        crossSectionPb = Double.NaN;
        crossSectionErrorPb = Double.NaN;
        remarks = List.of();
        weightCount = -1;
        mev = false;
        cm = false;
        unitsStated = false;
    }

    void units(boolean momentaAreMev, boolean lengthsAreCm) {
        mev = momentaAreMev;
        cm = lengthsAreCm;
        unitsStated = true;
    }

    boolean unitsStated() {
        return unitsStated;
    }

    /** Return a momentum or mass in GeV. */
    double gev(double value) {
        return mev ? value / 1000 : value;
    }

    /** Return a length in mm. */
    double mm(double value) {
        return cm ? value * 10 : value;
    }

    /** Start the list of weights. */
    void beginWeights() {
        weightCount = 0;
    }

    /** Append a weight; return false if there are too many. */
    boolean addWeight(double weight) {
        if (weightCount == weights.length) {
            weights = Arrays.copyOf(weights, 2 * weightCount);
        }
        weights[weightCount++] = weight;
        return weightCount < RunRecord.MOST_WEIGHTS;
    }

    /** Return the number of weights, −1 if the event has no list of them. */
    int weightCount() {
        return weightCount;
    }

    /** Return the weights; {@code count} ones if the event has no list of them. */
    double[] weights(int count) {
        double[] values = weightCount < 0 ? new double[count] : Arrays.copyOf(weights, weightCount);
        if (weightCount < 0) {
            Arrays.fill(values, 1);
        }
        return values;
    }

    /**
     * Build the event.
     *
     * @param place its place in the file, from 1
     * @param values its weights
     * @param nominal the position of the nominal weight among them
     * @param graph what enters and leaves each vertex
     * @param vertexList the vertices by position
     */
    Event build(long place, double[] values, int nominal, EventGraph graph, IntFunction<Vertex> vertexList) {
        int size = particles.size();
        Particle[] list = new Particle[size];
        for (int p = 0; p < size; p++) {
            list[p] = particles.build(p, graph.firstMother(p), graph.lastMother(p));
        }
        Vertex[] vertexes = new Vertex[graph.vertices()];
        for (int v = 0; v < vertexes.length; v++) {
            vertexes[v] = vertexList.apply(v);
        }
        EventDetails details = new EventDetails(
                number,
                processId,
                scale,
                alphaQed,
                alphaQcd,
                crossSectionPb,
                crossSectionErrorPb,
                List.of(vertexes),
                statements.toMap(),
                remarks);
        return new Event(place, values.length == 0 ? 1 : values[nominal], values, List.of(list), details);
    }
}
