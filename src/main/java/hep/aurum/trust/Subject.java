package hep.aurum.trust;

import hep.aurum.base.Check;
import hep.aurum.estimator.RatioEstimator;
import hep.aurum.likelihood.joint.EventData;
import hep.aurum.param.ParameterSpace;
import hep.aurum.sample.AuditReport;
import java.util.Map;
import java.util.Optional;

/**
 * Hold what is to be trusted: a ratio, where it is used, and what it can be held against.
 *
 * @param name for people
 * @param ratio \(\log\hat r(x|\theta, s)\)
 * @param laws independent events
 * @param prior the ranges of the parameters in which the ratio is used; θ is drawn evenly from them
 * @param experiment events of one experiment, for checks that draw experiments
 * @param audits reports on the labels that it was trained on, by sample; may be empty
 * @param observed recorded events, if there are any
 * @param retraining how it could have been trained otherwise, if it can be trained again
 */
public record Subject(
        String name,
        RatioEstimator ratio,
        Laws laws,
        ParameterSpace prior,
        int experiment,
        Map<String, AuditReport> audits,
        Optional<EventData> observed,
        Optional<Retraining> retraining) {

    /** Check the experiment. */
    public Subject {
        Check.argument(experiment > 0, "an experiment of %d events, expected at least one", experiment);
        audits = Map.copyOf(audits);
    }

    /** Return the same subject with another ratio: a twin. */
    public Subject withRatio(RatioEstimator other) {
        return new Subject(name, other, laws, prior, experiment, audits, observed, retraining);
    }
}
