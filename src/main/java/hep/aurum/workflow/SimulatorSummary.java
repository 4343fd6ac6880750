package hep.aurum.workflow;

import hep.aurum.infer.interval.Scan1D;
import hep.aurum.trust.TrustReport;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Write the result of a study of a simulator for a physicist to read. */
final class SimulatorSummary {

    private final StringBuilder text = new StringBuilder();

    private SimulatorSummary() {}

    static String of(SimulatorResult result) {
        SimulatorSummary summary = new SimulatorSummary();
        summary.line("%s", result.title());
        summary.line(
                "Aurum %s, simulator %s, seed %d: an experiment of %d %s, learned from %d",
                result.aurum(),
                result.simulator(),
                result.seed(),
                result.observations(),
                result.called(),
                result.events());
        summary.information(result);
        summary.fit("Expected", result.expected());
        if (result.observed() != null) {
            summary.fit("Pseudo-data", result.observed());
        }
        if (result.exact() != null) {
            summary.fit("Pseudo-data, exact likelihood", result.exact());
        }
        summary.sets(result);
        if (result.comparison() != null) {
            summary.comparison("", result.comparison());
        }
        if (result.exactComparison() != null) {
            summary.comparison(", exact likelihood", result.exactComparison());
        }
        if (result.trust() != null) {
            summary.trust(result.trust());
        }
        if (!result.warnings().isEmpty()) {
            summary.line("");
            summary.line("Mind");
            result.warnings().forEach(warning -> summary.line("  - %s", warning));
        }
        return summary.text.toString().stripTrailing();
    }

    private void line(String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append('\n');
    }

    private void information(SimulatorResult result) {
        line("");
        line("Learning, %s", result.method());
        StudyResult.TruthReport truth = result.truth();
        if (truth != null) {
            line(
                    "  mean squared error of log r  %.4g +- %.2g  (knowing nothing: %.4g)",
                    truth.meanSquaredError(), truth.meanSquaredErrorError(), truth.trivialMeanSquaredError());
        }
        line("  information per observation at %s", point(result.information().theta()));
        for (ScoreInformationCheck.Entry entry : result.information().parameters()) {
            String exact = entry.exact() == null ? "" : String.format(Locale.ROOT, ", exact %.6g", entry.exact());
            line(
                    "    %-16s learned %.6g%s, latents %.6g +- %.2g",
                    entry.parameter(), entry.learned(), exact, entry.latent(), entry.latentError());
        }
        for (SimulatorResult.MeanRatio mean : result.meanRatios()) {
            line("  E[r] = %.4f +- %.4f at %s", mean.mean(), mean.error(), point(mean.theta()));
        }
    }

    private void fit(String name, ScanReport.Fit fit) {
        line("");
        line("%s%s", name, fit.truth() == null ? "" : ", true " + point(fit.truth()));
        for (Scan1D scan : fit.scans()) {
            line(
                    "  %-16s %.4g   68.27%% %s   95.45%% %s  (asymptotic)",
                    scan.parameter(),
                    fit.minima().get(0).theta().getOrDefault(scan.parameter(), Double.NaN),
                    union(fit.intervals68().getOrDefault(scan.parameter(), List.of())),
                    union(fit.intervals95().getOrDefault(scan.parameter(), List.of())));
        }
    }

    private void sets(SimulatorResult result) {
        if (result.sets().isEmpty()) {
            return;
        }
        line("");
        line("Confidence sets by toys (Neyman)%s", result.sets().size() > 1 ? ", projections of the joint set" : "");
        for (SimulatorResult.Set set : result.sets()) {
            line(
                    "  %-16s 68.27%% %s   95.45%% %s",
                    set.parameter(), union(set.intervals68()), union(set.intervals95()));
        }
    }

    private void comparison(String how, HypothesisComparison.Report test) {
        line("");
        line("%s against %s%s, %d toys of each", test.nullName(), test.alternativeName(), how, test.toys());
        if (test.observed() != null && test.pNull() != null && test.zNull() != null && test.pAlternative() != null) {
            line(
                    "  observed q = %.2f: p(%s) = %.3g (%.2f sigma), p(%s) = %.3g",
                    test.observed(),
                    test.nullName(),
                    test.pNull(),
                    test.zNull(),
                    test.alternativeName(),
                    test.pAlternative());
        }
        line(
                "  expected under %s: p(%s) = %.3g (%.2f sigma)",
                test.alternativeName(), test.nullName(), test.expectedP(), test.expectedZ());
    }

    private void trust(TrustReport report) {
        line("");
        line("Trust: %s", report.state().name().toLowerCase(Locale.ROOT));
        for (TrustReport.Result result : report.results()) {
            String twin = result.control()
                    .map(c -> String.format(Locale.ROOT, "; twin %s p = %.2g", result.twin(), c.pValue()))
                    .orElse("");
            line(
                    "  %-28s %-9s p = %.2g%s",
                    result.finding().check(),
                    result.state().name().toLowerCase(Locale.ROOT),
                    result.finding().pValue(),
                    twin);
        }
    }

    private static String union(List<Scan1D.Interval> intervals) {
        return intervals.isEmpty()
                ? "empty"
                : intervals.stream()
                        .map(i -> String.format(Locale.ROOT, "[%.4g, %.4g]", i.lower(), i.upper()))
                        .collect(Collectors.joining(" u "));
    }

    private static String point(Map<String, Double> theta) {
        return theta.entrySet().stream()
                .map(e -> String.format(Locale.ROOT, "%s = %.4g", e.getKey(), e.getValue()))
                .collect(Collectors.joining(", "));
    }
}
