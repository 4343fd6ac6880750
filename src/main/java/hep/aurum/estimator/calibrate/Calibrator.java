package hep.aurum.estimator.calibrate;

/** Turn scored events of two laws into a calibration of the score. */
@FunctionalInterface
public interface Calibrator {

    /**
     * Calibrate.
     *
     * @param sample scored events that the estimator has not seen in training
     * @return \(\log p(\hat s|\theta_0)/p(\hat s|\theta_1)\) as a function of the estimator's log ratio
     * @throws hep.aurum.base.BadInput if there are too few events
     */
    Calibration calibrate(ScoreSample sample);
}
