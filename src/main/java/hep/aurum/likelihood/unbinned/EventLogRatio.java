package hep.aurum.likelihood.unbinned;

/** Give log r(x_i|θ, s) and its θ-gradient for a fixed list of n events; the reference law s is fixed too. */
public interface EventLogRatio {

    /** Return the number n of events. */
    int size();

    /**
     * Compute the log ratio of every event.
     *
     * @param theta {@code [k]}
     * @param logRatio {@code [n]}, overwritten
     */
    void values(double[] theta, double[] logRatio);

    /**
     * Compute the log ratio of every event and its gradient in θ.
     *
     * @param theta {@code [k]}
     * @param logRatio {@code [n]}, overwritten
     * @param gradient {@code [n*k]} by rows, overwritten
     */
    void valuesAndGradients(double[] theta, double[] logRatio, double[] gradient);
}
