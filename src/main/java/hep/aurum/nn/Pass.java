package hep.aurum.nn;

/**
 * Push a few rows through a network: values, slopes in the slope inputs, and gradients of a loss in the parameters.
 *
 * <p>Call in this order: {@link #setInputs} and {@link #setSlopeInput} for every row, {@link #forward}, {@link
 * #differentiate} if slopes are wanted, {@link #setUpstream} and {@link #setUpstreamSlope} for every row, {@link #backward}.
 * Slopes exist for networks with one output. A pass belongs to one thread.
 */
public interface Pass {

    /** Return the number of rows that fit. */
    int capacity();

    /** Set the plain inputs of a row from {@code x[offset ...]}. */
    void setInputs(int row, float[] x, int offset);

    /** Set one slope input of a row. */
    void setSlopeInput(int row, int index, float theta);

    /** Compute the outputs of the first {@code count} rows. */
    void forward(NetworkWeights weights, int count);

    /** Return an output f of a row. */
    float value(int row, int output);

    /** Compute the slopes \(g = \nabla_\vartheta f\) of the rows that went forward. */
    void differentiate(NetworkWeights weights);

    /** Return \(\partial f/\partial\vartheta_a\) of a row. */
    float slope(int row, int parameter);

    /** Set \(\bar f = \partial L/\partial f\) of a row's output. */
    void setUpstream(int row, int output, float df);

    /** Set one component of \(\bar g = \partial L/\partial g\) of a row. */
    void setUpstreamSlope(int row, int parameter, float dg);

    /**
     * Add \(\partial L/\partial W\) of all rows to a gradient in the layout of the weights; the slopes count if
     * {@link #differentiate} was called since the last forward pass.
     *
     * @param gradient {@code [shape.size()]}
     */
    void backward(NetworkWeights weights, float[] gradient);
}
