package hep.aurum.bench.cases;

import hep.aurum.base.Progress;
import java.util.Map;

/** Pose an analysis whose answer is known. Implementations are immutable and found by {@link CaseBenches}. */
public interface CaseBench {

    /** Return the name, as on the command line. */
    String name();

    /** Say in a sentence what is posed. */
    String description();

    /** Return what can be varied, with its value unless another is asked for, in order. */
    Map<String, Double> settings();

    /**
     * Simulate, learn, test.
     *
     * @param settings a value for every name of {@link #settings()}
     * @param seed seed of every random number
     * @param threads threads that may work; no figure depends on it
     */
    CaseResult run(Map<String, Double> settings, long seed, int threads, Progress progress);
}
