package hep.aurum.workflow;

import hep.aurum.report.Numbers;
import hep.aurum.trust.Finding;
import hep.aurum.trust.TrustReport;
import hep.aurum.trust.WhatToChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Write what an examination found for a terminal. */
final class TrustText {

    private TrustText() {}

    static String of(TrustResult result) {
        TrustReport report = result.report();
        List<String> lines = new ArrayList<>();
        lines.add(report.subject() + ": " + TrustWords.verdict(report));
        result.notes().forEach((name, note) -> lines.add("  " + name + ": " + note));
        for (TrustReport.Result check : report.results()) {
            Finding finding = check.finding();
            lines.add(String.format(
                    Locale.ROOT,
                    "  %s %-10s  %-26s %-32s p = %-8s %s",
                    TrustWords.state(check.state()).sign(),
                    TrustWords.word(check),
                    finding.check(),
                    TrustWords.figure(finding),
                    TrustWords.pValue(finding.pValue()),
                    TrustWords.twin(check, report.results().size())));
            lines.add("      " + TrustWords.shown(finding.sentence()));
            lines.add("      power: " + finding.power());
        }
        TrustWords.advice(report).forEach(advice -> lines.add("  do: " + advice));
        result.changes().ifPresent(changes -> changes(changes, lines));
        lines.add(String.format(
                Locale.ROOT,
                "  A right ratio fails any of these checks at most once in %.0f examinations (Holm).",
                1 / TrustReport.FALSE_ALARM));
        return String.join("\n", lines);
    }

    private static void changes(WhatToChange changes, List<String> lines) {
        lines.add("  what to change:");
        lines.add("    as it is: " + figures(changes.before()));
        for (WhatToChange.Row row : changes.rows()) {
            List<String> effects = new ArrayList<>();
            for (int i = 0; i < row.after().size(); i++) {
                effects.add(
                        row.after().get(i).check() + " " + row.effects().get(i).words());
            }
            lines.add("    " + row.change().words() + ": " + figures(row.after()) + " – " + String.join(", ", effects));
        }
    }

    private static String figures(List<Finding> findings) {
        return String.join(
                ", ",
                findings.stream()
                        .map(f -> f.check() + " " + Numbers.plusMinus(f.value(), f.error()))
                        .toList());
    }
}
