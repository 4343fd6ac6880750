package hep.aurum.trust;

import hep.aurum.math.random.RandomStreams;
import hep.aurum.sample.AuditCheck;
import hep.aurum.sample.AuditReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Ask whether the labels that the ratio was trained on passed their audit, and repeat the audit's reason if not.
 *
 * <p>The audit has its own thresholds, at which right labels fail once in ten thousand audits; a failure counts as p = 0. There is
 * no twin: the labels are not here to be broken.
 *
 * @see hep.aurum.sample.LabelAudit
 */
public final class LabelAuditCheck implements Check {

    /** Create the check. */
    public LabelAuditCheck() {}

    @Override
    public String name() {
        return "labels";
    }

    @Override
    public Optional<Finding> examine(Subject subject, RandomStreams streams, int threads) {
        if (subject.audits().isEmpty()) {
            return Optional.empty();
        }
        int checks = 0;
        List<String> reasons = new ArrayList<>();
        for (Map.Entry<String, AuditReport> audit : new TreeMap<>(subject.audits()).entrySet()) {
            checks += audit.getValue().checks().size();
            for (AuditCheck failure : audit.getValue().failures()) {
                reasons.add(audit.getKey() + ": " + failure.name() + ": " + failure.sentence());
            }
        }
        return Optional.of(new Finding(
                name(),
                reasons.size(),
                0,
                0,
                reasons.isEmpty() ? 1 : 0,
                reasons.isEmpty() ? "all " + checks + " checks of the labels passed" : String.join("; ", reasons),
                "errors of gradient, rate and closure beyond the audit's own thresholds",
                "mend the weights or the labels, then train again"));
    }

    @Override
    public Optional<Twin> twin(Subject subject) {
        return Optional.empty();
    }
}
