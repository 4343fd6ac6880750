package hep.aurum.script;

import hep.aurum.sample.AuditCheck;
import hep.aurum.sample.AuditReport;
import java.util.Locale;
import java.util.Map;

/** Phrase an audit, a line for each check. */
final class AuditText {

    private AuditText() {}

    static String of(Map<String, AuditReport> reports) {
        StringBuilder text = new StringBuilder();
        reports.forEach((name, report) -> {
            for (AuditCheck check : report.checks()) {
                text.append(String.format(Locale.ROOT, "%-4s %s: %s%n", check.outcome(), name, check.sentence()));
            }
        });
        return text.toString().stripTrailing();
    }
}
