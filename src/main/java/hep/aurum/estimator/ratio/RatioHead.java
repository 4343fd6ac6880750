package hep.aurum.estimator.ratio;

import hep.aurum.nn.Pass;

/** Say how a network stands for \(\log\hat r\): which rows an example takes, and the chain rule back to its outputs. */
interface RatioHead {

    /** Return the number of rows of an example. */
    int rows();

    /** Write the inputs of an example to its rows. */
    void fill(Pass pass, int row, Example example);

    /**
     * Write \(\log\hat r\), and its score where asked for, of an example that went forward.
     *
     * @param score whether the pass was differentiated and the score is wanted
     */
    void evaluate(Pass pass, int row, Example example, boolean score, LossPoint point);

    /**
     * Hand the derivatives of the loss to the pass.
     *
     * @param score whether the loss depends on the score
     * @param scale multiplies them
     */
    void push(Pass pass, int row, Example example, boolean score, LossPoint point, double scale);
}
