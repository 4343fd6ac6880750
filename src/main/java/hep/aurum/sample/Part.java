package hep.aurum.sample;

/** Name what a part of the events is for; no event serves two of them. */
public enum Part {
    /** Events that the network learns from. */
    TRAINING,
    /** Events that decide when to stop learning. */
    VALIDATION,
    /** Events that fill the histograms of the learned statistic. */
    TEMPLATE,
    /** Events that calibrate the learned ratio. */
    CALIBRATION,
    /** Events from which pseudo-data are drawn. */
    PSEUDO_DATA
}
