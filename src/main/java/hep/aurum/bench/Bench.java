package hep.aurum.bench;

import hep.aurum.base.Progress;
import hep.aurum.math.random.RandomStreams;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Pose a problem whose answer is known, for methods to be held against it at several numbers of simulated events.
 *
 * <p>Implementations are immutable and found by {@link Benches}.
 */
public interface Bench {

    /** Return the name, as on the command line. */
    String name();

    /** Say in a sentence what is posed and what the error is averaged over. */
    String description();

    /** Return the names of the methods that can be tried; the first is tried unless another is asked for. */
    List<String> methods();

    /** Return the numbers of simulated events that are published. */
    List<Integer> events();

    /** Return how many seeds are averaged unless another number is asked for. */
    int seeds();

    /** Return what can be varied, with its value unless another is asked for. */
    Map<String, Double> settings();

    /**
     * Return the published mean squared error of a method, where the settings are the published ones.
     *
     * @param events the number of simulated events
     */
    OptionalDouble published(String method, int events);

    /**
     * Prepare the problem.
     *
     * @param settings a value for every name of {@link #settings()}
     * @param threads threads that may work; no figure but the times depends on it
     */
    Session open(Map<String, Double> settings, int threads);

    /** A problem with its test points. */
    interface Session {

        /** Return the mean squared error of saying \(\log r = 0\), or zero score. */
        double trivial();

        /** Return the trivial error of one method, where methods do not all learn the same quantity. */
        default double trivial(String method) {
            return trivial();
        }

        /**
         * Train a method and compare it with the truth.
         *
         * @param events the number of simulated events in all, those for validation included
         * @param streams the source of randomness
         */
        default BenchScore run(String method, int events, RandomStreams streams) {
            return run(method, events, streams, Progress.NONE);
        }

        /** Train a method in the same way, and tell how far it has come. */
        BenchScore run(String method, int events, RandomStreams streams, Progress progress);
    }
}
