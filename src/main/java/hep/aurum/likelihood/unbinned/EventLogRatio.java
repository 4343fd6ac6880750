package hep.aurum.likelihood.unbinned;

import java.util.Arrays;

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

    /**
     * Compute the log ratio of every event at many points; implementations that are faster at it override this.
     *
     * @param thetas {@code [p*k]} by rows
     * @param points the number p of points
     * @param logRatios {@code [n*p]}, one row per event, overwritten
     */
    default void table(double[] thetas, int points, double[] logRatios) {
        int k = thetas.length / points;
        double[] one = new double[size()];
        for (int j = 0; j < points; j++) {
            values(Arrays.copyOfRange(thetas, j * k, (j + 1) * k), one);
            for (int i = 0; i < one.length; i++) {
                logRatios[i * points + j] = one[i];
            }
        }
    }
}
