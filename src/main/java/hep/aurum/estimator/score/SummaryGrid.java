package hep.aurum.estimator.score;

/**
 * Cover the space of a k-dimensional summary with nodes among which an event is shared out.
 *
 * <p>Immutable. Implementations say what is counted: {@link QuantileCells} makes a histogram, {@link KernelGrid} an estimate by
 * kernels.
 */
interface SummaryGrid {

    /** Return the number of nodes. */
    int nodes();

    /** Return the largest number of nodes that an event is shared out among. */
    int corners();

    /**
     * Find the nodes of a summary and their shares, which add up to 1.
     *
     * @param summary {@code [k]} from {@code offset} on
     * @param node {@code [corners()]}, overwritten
     * @param share {@code [corners()]}, overwritten
     */
    void locate(double[] summary, int offset, int[] node, double[] share);

    /**
     * Spread what was deposited at the nodes.
     *
     * @param field {@code [nodes()]}, overwritten
     */
    void smooth(double[] field);

    /** Return how much of one event lies at a node after {@link #smooth} where events are densest. */
    double oneEvent();
}
