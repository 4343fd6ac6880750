package hep.aurum.sample;

import hep.aurum.base.Refused;
import java.util.List;
import java.util.Locale;

/**
 * Hold the outcome of a label audit.
 *
 * @param checks in the order in which they were made
 */
public record AuditReport(List<AuditCheck> checks) {

    /** Copy the list. */
    public AuditReport {
        checks = List.copyOf(checks);
    }

    /** Return whether no check failed. */
    public boolean isPassed() {
        return checks.stream().noneMatch(AuditCheck::isFailure);
    }

    /** Return the checks that failed. */
    public List<AuditCheck> failures() {
        return checks.stream().filter(AuditCheck::isFailure).toList();
    }

    /** Return the sentences of the checks that passed with caution. */
    public List<String> warnings() {
        return checks.stream()
                .filter(c -> c.outcome() == AuditCheck.Outcome.WARN)
                .map(AuditCheck::sentence)
                .toList();
    }

    /**
     * Stop unless every check passed.
     *
     * @throws Refused with the sentence of the first failure
     */
    public void require() {
        List<AuditCheck> failures = failures();
        if (!failures.isEmpty()) {
            AuditCheck first = failures.get(0);
            throw new Refused(
                    "the label audit failed: " + first.sentence(),
                    String.format(
                            Locale.ROOT,
                            "check \"%s\", %d of %d checks failed",
                            first.name(),
                            failures.size(),
                            checks.size()),
                    "mend the weights or the labels; nothing was trained");
        }
    }
}
