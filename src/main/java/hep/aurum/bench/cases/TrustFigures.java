package hep.aurum.bench.cases;

import hep.aurum.trust.TrustReport;
import hep.aurum.trust.TrustReport.Result;
import hep.aurum.trust.TrustReport.State;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/** Sum up trust reports on an exact ratio and on twins. */
final class TrustFigures {

    private TrustFigures() {}

    static CaseResult result(
            List<TrustReport> exact,
            Map<String, List<TrustReport>> twins,
            String bench,
            long seed,
            Map<String, Double> settings) {
        List<String> flagged = new ArrayList<>();
        List<String> missed = new ArrayList<>();
        List<Map<String, Object>> details = new ArrayList<>();
        twins.forEach((twin, reports) -> {
            (part(reports, State.BROKEN) == 1 ? flagged : missed).add(twin);
            details.add(twin(twin, reports));
        });
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("bench", bench);
        figures.put("seed", seed);
        figures.put("settings", settings);
        figures.put("exact_passes", part(exact, State.PROVED));
        figures.put("twins_flagged", flagged);
        figures.put("twins_missed", missed);
        figures.put("runs", exact.size());
        figures.put("exact_false_alarms", part(exact, State.BROKEN));
        figures.put("exact_without_power", part(exact, State.POWERLESS));
        figures.put("family_wise_rate", TrustReport.FALSE_ALARM);
        figures.put("checks", checks(exact));
        figures.put("twins", details);
        return new CaseResult(figures, lines(exact, details));
    }

    private static double part(List<TrustReport> reports, State state) {
        return (double) reports.stream().filter(r -> r.state() == state).count() / reports.size();
    }

    /** Return, for each check, how its p-values for the exact ratio are spread, and how often it ended in which state. */
    private static List<Map<String, Object>> checks(List<TrustReport> reports) {
        List<Map<String, Object>> checks = new ArrayList<>();
        for (int c = 0; c < reports.get(0).results().size(); c++) {
            int check = c;
            List<Result> results =
                    reports.stream().map(r -> r.results().get(check)).toList();
            double[] pValues = results.stream()
                    .mapToDouble(r -> r.finding().pValue())
                    .sorted()
                    .toArray();
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("check", results.get(0).finding().check());
            entry.put("twin", results.get(0).twin());
            entry.put("p_smallest", pValues[0]);
            entry.put("p_median", pValues[pValues.length / 2]);
            entry.put(
                    "p_below_0.05",
                    (double) Arrays.stream(pValues).filter(p -> p < 0.05).count() / pValues.length);
            for (State state : State.values()) {
                entry.put(
                        state.name().toLowerCase(Locale.ROOT),
                        results.stream().filter(r -> r.state() == state).count());
            }
            checks.add(entry);
        }
        return checks;
    }

    private static Map<String, Object> twin(String name, List<TrustReport> reports) {
        TreeSet<String> by = new TreeSet<>();
        String reason = "";
        double smallest = Double.POSITIVE_INFINITY;
        for (TrustReport report : reports) {
            for (Result result : report.results()) {
                if (result.state() == State.BROKEN) {
                    by.add(result.finding().check());
                    if (result.finding().pValue() < smallest) {
                        smallest = result.finding().pValue();
                        reason = result.finding().check() + ": "
                                + result.finding().sentence();
                    }
                }
            }
        }
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("twin", name);
        entry.put("runs", reports.size());
        entry.put("flagged", part(reports, State.BROKEN));
        entry.put("by", List.copyOf(by));
        entry.put("reason", reason);
        return entry;
    }

    private static List<String> lines(List<TrustReport> exact, List<Map<String, Object>> twins) {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "  exact ratio: passed %.1f %% of %d runs, false alarms in %.1f %% (at most %.0f %% by design), without power in %.1f %%",
                100 * part(exact, State.PROVED),
                exact.size(),
                100 * part(exact, State.BROKEN),
                100 * TrustReport.FALSE_ALARM,
                100 * part(exact, State.POWERLESS)));
        for (Map<String, Object> twin : twins) {
            lines.add(String.format(
                    Locale.ROOT,
                    "  %s: flagged in %.0f %% of %s runs by %s",
                    twin.get("twin"),
                    100 * (double) twin.getOrDefault("flagged", 0.0),
                    twin.get("runs"),
                    twin.get("by")));
            lines.add("    " + twin.get("reason"));
        }
        return lines;
    }
}
