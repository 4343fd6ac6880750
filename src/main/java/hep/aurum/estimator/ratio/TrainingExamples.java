package hep.aurum.estimator.ratio;

import org.apache.commons.rng.UniformRandomProvider;

/** Give the examples of an epoch: for each the features, one or two points θ, and the labels. */
interface TrainingExamples {

    /** Return the number of examples. */
    int size();

    /** Open a reader for one thread at a time. */
    Reader reader();

    /** Read examples; holds scratch space. */
    @FunctionalInterface
    interface Reader {
        /**
         * Write an example.
         *
         * @param random the source of θ where it is drawn afresh
         * @param into overwritten; features standardised, points and score in physical units
         */
        void read(int index, UniformRandomProvider random, Example into);
    }
}
