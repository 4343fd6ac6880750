package hep.aurum.event;

import hep.aurum.event.table.TableRow;
import hep.aurum.physics.Particle;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Hold one event: its weights, and its particles if it was generated, its row of columns if a detector saw it. Immutable.
 */
public final class Event {

    private final long number;
    private final double weight;
    private final double[] weights;
    private final List<Particle> particles;
    private final EventDetails details;
    private final @Nullable TableRow row;

    /**
     * Create an event.
     *
     * @param number position in its file, from 1
     * @param weight nominal weight in the units of the sample (see {@link EventHeader})
     * @param weights named weights {@code [b]}, in the order of {@link EventHeader#weightNames()}
     * @param particles the particles
     */
    public Event(long number, double weight, double[] weights, List<Particle> particles) {
        this(number, weight, weights, particles, EventDetails.UNKNOWN);
    }

    /** Create an event of which the generator says more. */
    public Event(long number, double weight, double[] weights, List<Particle> particles, EventDetails details) {
        this(number, weight, weights.clone(), List.copyOf(particles), details, null);
    }

    /** Create an event that a detector saw: a row of a table in place of particles. */
    public static Event ofRow(long number, double weight, double[] weights, TableRow row) {
        return new Event(number, weight, weights.clone(), List.of(), EventDetails.UNKNOWN, row);
    }

    private Event(
            long number,
            double weight,
            double[] weights,
            List<Particle> particles,
            EventDetails details,
            @Nullable TableRow row) {
        this.number = number;
        this.weight = weight;
        this.weights = weights;
        this.particles = particles;
        this.details = details;
        this.row = row;
    }

    /** Return the position in the file, from 1. */
    public long number() {
        return number;
    }

    /** Return the nominal weight. */
    public double weight() {
        return weight;
    }

    /** Return the named weight at a position of {@link EventHeader#weightNames()}. */
    public double weight(int index) {
        return weights[index];
    }

    /** Return the number of named weights. */
    public int weightCount() {
        return weights.length;
    }

    /** Return the particles in file order. */
    public List<Particle> particles() {
        return particles;
    }

    /** Return what the generator says beside particles and weights. */
    public EventDetails details() {
        return details;
    }

    /** Return the columns of a reconstructed event; null for a generated one. They are valid until the next event is read. */
    public @Nullable TableRow row() {
        return row;
    }
}
