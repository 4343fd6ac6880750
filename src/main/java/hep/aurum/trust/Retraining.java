package hep.aurum.trust;

import hep.aurum.base.Progress;
import hep.aurum.estimator.RatioEstimator;

/** Train a ratio again with one thing changed, to find what would mend it. */
public interface Retraining {

    /** What can be changed. */
    enum Change {
        /** Nothing but the seed: how far training alone moves the answer. */
        SEED("another seed"),
        /** Twice the training events. */
        EVENTS("twice the events"),
        /** Half the training events, where there are no more: the trend is read backwards. */
        FEWER_EVENTS("half the events"),
        /** Hidden layers of twice the width. */
        WIDTH("twice the width"),
        /** Another law of θ in training. */
        PROPOSAL("another proposal"),
        /** The mean of several networks. */
        ENSEMBLE("an ensemble");

        private final String words;

        Change(String words) {
            this.words = words;
        }

        /** Return the change in words. */
        public String words() {
            return words;
        }
    }

    /** Return whether a change can be made here. */
    boolean allows(Change change);

    /**
     * Train.
     *
     * @param change what is changed
     * @param progress is told how far it is
     */
    RatioEstimator train(Change change, Progress progress);
}
