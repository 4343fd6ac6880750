package hep.aurum.estimator.ratio;

import hep.aurum.math.random.Draws;
import hep.aurum.math.random.RandomStreams;

/** Say how often each generator event counts in the training of one member. */
@FunctionalInterface
interface Multiplicities {

    /** Every event counts once. */
    Multiplicities ONCE = origin -> 1;

    /** Return how often the generator event of an identifier counts. */
    int of(long origin);

    /** Return Poisson numbers of mean one, the same for all copies of an event: a bootstrap sample. */
    static Multiplicities bootstrap(RandomStreams streams) {
        return origin -> Draws.poisson(streams.stream("bootstrap", origin), 1);
    }
}
