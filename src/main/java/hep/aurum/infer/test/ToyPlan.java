package hep.aurum.infer.test;

import hep.aurum.base.Check;
import hep.aurum.base.Progress;

/**
 * Say how many toys to draw, and how.
 *
 * @param toys for each hypothesis
 * @param seed of the random numbers
 * @param threads that share the work; the result does not depend on them
 * @param ensemble what varies from toy to toy
 * @param progress who is told how many toys are done
 */
public record ToyPlan(int toys, long seed, int threads, Ensemble ensemble, Progress progress) {

    /** Check the numbers. */
    public ToyPlan {
        Check.argument(toys > 0, "%d toys were asked for, expected at least one", toys);
        Check.argument(threads > 0, "%d threads were asked for, expected at least one", threads);
    }

    /** Plan toys that nobody is told of. */
    public ToyPlan(int toys, long seed, int threads, Ensemble ensemble) {
        this(toys, seed, threads, ensemble, Progress.NONE);
    }

    /** Return a plan of unconditional toys on one thread. */
    public static ToyPlan of(int toys, long seed) {
        return new ToyPlan(toys, seed, 1, Ensemble.UNCONDITIONAL);
    }

    /** Return the same plan on several threads. */
    public ToyPlan withThreads(int count) {
        return new ToyPlan(toys, seed, count, ensemble, progress);
    }

    /** Return the same plan with other seed. */
    public ToyPlan withSeed(long newSeed) {
        return new ToyPlan(toys, newSeed, threads, ensemble, progress);
    }

    /** Return the same plan for another ensemble. */
    public ToyPlan withEnsemble(Ensemble other) {
        return new ToyPlan(toys, seed, threads, other, progress);
    }

    /** Return the same plan with someone who is told of the toys that are done. */
    public ToyPlan withProgress(Progress listener) {
        return new ToyPlan(toys, seed, threads, ensemble, listener);
    }
}
