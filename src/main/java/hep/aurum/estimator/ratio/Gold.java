package hep.aurum.estimator.ratio;

/** Name what a loss learns from besides the features. */
public enum Gold {
    /** Which law an event is from. */
    LABEL,
    /** The joint likelihood ratio of the event. */
    RATIO,
    /** The joint score of the event. */
    SCORE
}
