package hep.aurum.event;

/** Say how the nominal weights of a sample give its cross-section. */
public enum WeightMeaning {
    /** The mean of the weights is the cross-section in pb. */
    MEAN_IS_CROSS_SECTION,
    /** The sum of the weights is the cross-section in pb. */
    SUM_IS_CROSS_SECTION,
    /** The weights are ±1 (or arbitrary); the cross-section must be taken from the header. */
    UNIT_WEIGHTS
}
