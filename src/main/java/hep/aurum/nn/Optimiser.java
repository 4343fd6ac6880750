package hep.aurum.nn;

/** Take steps along gradients; keeps the state of one network's training. */
public interface Optimiser {

    /**
     * Take one step.
     *
     * @param weights are changed
     * @param gradient in the layout of the weights
     * @param factor multiplies the gradient, for clipping
     * @param rate the learning rate \(\eta\)
     */
    void step(NetworkWeights weights, float[] gradient, float factor, double rate);
}
