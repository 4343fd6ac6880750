package hep.aurum.estimator.ratio;

import org.apache.commons.rng.UniformRandomProvider;

/** Give the examples of an epoch: for each an event, a θ and the labels. */
interface TrainingExamples {

    /** Return the number of examples. */
    int size();

    /** Return the row of the event of an example. */
    int event(int example);

    /** Open a reader for one thread. */
    Reader reader();

    /** Read examples; holds scratch space. */
    interface Reader {
        /**
         * Write the θ and the labels of an example.
         *
         * @param random the source of θ where it is drawn afresh
         * @param theta {@code [k]}, overwritten, in physical units
         * @param label overwritten, its score in physical units
         */
        void read(int example, UniformRandomProvider random, double[] theta, JointLabel label);
    }
}
