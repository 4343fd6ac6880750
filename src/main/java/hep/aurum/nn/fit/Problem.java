package hep.aurum.nn.fit;

import hep.aurum.nn.NetworkShape;
import hep.aurum.nn.NetworkWeights;
import org.apache.commons.rng.UniformRandomProvider;

/** Say what a network is fitted to: a loss over training examples, and one over validation examples, known by number. */
public interface Problem {

    /** Return the shape of the network. */
    NetworkShape shape();

    /** Return the number of training examples. */
    int trainingSize();

    /** Return the number of validation examples; zero for none. */
    int validationSize();

    /** Open scratch space in which one thread at a time sums the training loss. */
    Objective training();

    /** Open scratch space in which one thread at a time sums the validation loss. */
    Objective validation();

    /** Sum a loss and its gradient over some examples. */
    @FunctionalInterface
    interface Objective {

        /**
         * Return the loss summed over the examples {@code order[from]} to {@code order[to - 1]}.
         *
         * @param random a stream of this call's own
         * @param scale multiplies the gradient; zero for the loss alone
         * @param gradient {@code [shape.size()]}, added to
         */
        double sum(
                NetworkWeights weights,
                int[] order,
                int from,
                int to,
                UniformRandomProvider random,
                double scale,
                float[] gradient);
    }
}
