package hep.aurum.workflow;

import hep.aurum.base.Progress;
import hep.aurum.estimator.RatioEstimator;
import hep.aurum.likelihood.joint.EventData;
import hep.aurum.math.random.RandomStreams;
import hep.aurum.sample.AuditReport;
import hep.aurum.trust.Check;
import hep.aurum.trust.ConvergenceCheck;
import hep.aurum.trust.CoverageCheck;
import hep.aurum.trust.CriticCheck;
import hep.aurum.trust.Subject;
import hep.aurum.trust.TrustReport;
import hep.aurum.workflow.study.SimulatorStudy;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Examine the learned ratio of a simulator by coverage, by convergence to the truth and by a trained critic, each with a broken twin. */
final class SimulatorTrust {

    private SimulatorTrust() {}

    /** The three diagnostics of the lecture. */
    static List<Check> checks() {
        return List.of(new CoverageCheck(), new ConvergenceCheck(), new CriticCheck());
    }

    static TrustReport examine(
            SimulatorStudy study,
            RatioEstimator ratio,
            MixtureLaws laws,
            AuditReport audit,
            Optional<double[]> data,
            RunOptions options,
            Progress progress) {
        Subject subject = new Subject(
                study.name(),
                ratio,
                laws,
                study.parameters(),
                study.experiment().observations(),
                Map.of(study.simulator().name(), audit),
                data.map(rows -> EventData.of(rows, laws.dimension())),
                Optional.empty());
        RandomStreams streams = RandomStreams.of(study.seed()).part("trust");
        return TrustReport.of(subject, checks(), streams, options.threads(), progress);
    }
}
