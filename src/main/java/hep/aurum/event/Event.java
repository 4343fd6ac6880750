package hep.aurum.event;

import hep.aurum.physics.Particle;
import java.util.List;

/** Hold one generated event: its particles, its nominal weight and its weights by name. Immutable. */
public final class Event {

    private final long number;
    private final double weight;
    private final double[] weights;
    private final List<Particle> particles;

    /**
     * Create an event.
     *
     * @param number position in its file, from 1
     * @param weight nominal weight in the units of the sample (see {@link EventHeader})
     * @param weights named weights {@code [b]}, in the order of {@link EventHeader#weightNames()}
     * @param particles the particles
     */
    public Event(long number, double weight, double[] weights, List<Particle> particles) {
        this.number = number;
        this.weight = weight;
        this.weights = weights.clone();
        this.particles = List.copyOf(particles);
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
}
