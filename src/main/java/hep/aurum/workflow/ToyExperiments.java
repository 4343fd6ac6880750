package hep.aurum.workflow;

import hep.aurum.estimator.RatioEstimator;
import hep.aurum.math.random.RandomStreams;
import java.util.Arrays;

/**
 * Draw experiments from a simulator and add up their log ratios at fixed points, in constant memory.
 *
 * @param laws where observations come from
 * @param observations how many an experiment has
 * @param threads how many threads may work
 */
record ToyExperiments(MixtureLaws laws, int observations, int threads) {

    /** Numbers of the largest table of ratios. */
    private static final int TABLE = 1 << 20;

    /** Take one experiment. */
    interface Taker {

        /**
         * Take the log likelihoods of an experiment.
         *
         * @param toy its number
         * @param logLikelihood at each point, {@code [p]}; valid during the call
         */
        void take(int toy, double[] logLikelihood);
    }

    /**
     * Draw experiments at a point.
     *
     * @param ratio gives the log ratios
     * @param points {@code [p*k]} by rows
     * @param truth where the observations are drawn
     * @param toys how many experiments
     */
    void forEach(RatioEstimator ratio, double[] points, double[] truth, int toys, RandomStreams streams, Taker taker) {
        int p = ratio.points(points);
        long rows = (long) toys * observations;
        int block = Math.max(1, TABLE / p);
        double[] sums = new double[p];
        for (long first = 0; first < rows; first += block) {
            int count = (int) Math.min(block, rows - first);
            double[] table = new double[count * p];
            ratio.logRatios(laws.rows(truth, first, count, streams), points, table, threads);
            for (int i = 0; i < count; i++) {
                for (int j = 0; j < p; j++) {
                    sums[j] += table[i * p + j];
                }
                if ((first + i + 1) % observations == 0) {
                    taker.take((int) ((first + i) / observations), sums);
                    Arrays.fill(sums, 0);
                }
            }
        }
    }

    /** Add up the log ratios of given observations, {@code [n*d]} by rows, at points. */
    double[] sums(RatioEstimator ratio, double[] points, double[] rows) {
        int p = ratio.points(points);
        int d = laws.dimension();
        double[] sums = new double[p];
        int block = Math.max(1, TABLE / p);
        for (int first = 0; first < rows.length / d; first += block) {
            int count = Math.min(block, rows.length / d - first);
            double[] table = new double[count * p];
            ratio.logRatios(Arrays.copyOfRange(rows, first * d, (first + count) * d), points, table, threads);
            for (int i = 0; i < table.length; i++) {
                sums[i % p] += table[i];
            }
        }
        return sums;
    }
}
