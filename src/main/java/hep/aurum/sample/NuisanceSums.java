package hep.aurum.sample;

/**
 * Give the sums over all events in which the cross-section depends on nuisances, \(S_j(\nu) = \sum_i c_{ij}\exp(\sum_q
 * a_{iq}\nu_q + b_{iq}\nu_q^2)\), and their slopes, in a time that does not grow with the number of events.
 */
interface NuisanceSums {

    /** Open scratch space for one thread at a time. */
    Reader reader();

    /** Evaluate the sums. */
    @FunctionalInterface
    interface Reader {

        /**
         * Evaluate all sums at one point.
         *
         * @param nu {@code [q]}
         * @param values {@code [m]}, overwritten
         * @param slopes {@code [q][m]}, overwritten with the derivatives along each nuisance
         */
        void evaluate(double[] nu, double[] values, double[][] slopes);
    }

    /** Return the surrogate where one is good enough, and the sums themselves where none is. */
    static NuisanceSums of(EventSample sample, NuisanceWeights weights) {
        return ChebyshevDegrees.find(sample, weights)
                .<NuisanceSums>map(nodes -> ChebyshevSums.of(sample, weights, nodes))
                .orElseGet(() -> new ExactSums(sample, weights));
    }
}
