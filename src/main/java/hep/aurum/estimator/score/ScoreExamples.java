package hep.aurum.estimator.score;

/** Give examples: the features of an event, its joint ratio at the reference point, and that times its joint score. */
interface ScoreExamples {

    /** Return the number n of examples. */
    int size();

    /**
     * Write the standardised features of an example.
     *
     * @param x {@code [d]}, overwritten
     */
    void features(int index, float[] x);

    /** Open scratch space in which one thread at a time reads labels. */
    Labeller labeller();

    /** Read labels. */
    @FunctionalInterface
    interface Labeller {

        /**
         * Return the joint ratio r of an example.
         *
         * @param weightedScore {@code [k]}, overwritten with \(r\,t\)
         */
        double label(int index, double[] weightedScore);
    }
}
