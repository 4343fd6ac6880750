package hep.aurum.workflow;

import hep.aurum.infer.discovery.DiscoveryResult;
import hep.aurum.infer.interval.Scan1D;
import hep.aurum.report.KeyNumber;
import hep.aurum.report.Numbers;
import hep.aurum.report.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Say what a study of events found, in sentences and in large numbers. */
final class StudyVerdict {

    private final StudyResult result;
    private final List<String> sentences = new ArrayList<>();
    private final List<KeyNumber> numbers = new ArrayList<>();

    private StudyVerdict(StudyResult result) {
        this.result = result;
    }

    static Verdict of(StudyResult result) {
        StudyVerdict verdict = new StudyVerdict(result);
        verdict.discovery();
        verdict.parameters();
        verdict.classical();
        return new Verdict(verdict.note(), verdict.sentences, verdict.numbers, StudyTrust.checks(result));
    }

    private boolean isExpectedOnly() {
        return result.data() == null;
    }

    private ScanReport.Fit fit() {
        ScanReport.Fit observed = result.scan().observed();
        return observed == null ? result.scan().expected() : observed;
    }

    private String note() {
        Map<String, Double> truth = fit().truth();
        String at = truth == null ? "" : StudyTables.point(truth);
        if (isExpectedOnly()) {
            return "Expected only: there are no data" + (at.isEmpty() ? "." : "; Asimov data at " + at + ".");
        }
        return at.isEmpty() ? "" : "Pseudo-data, drawn at " + at + ": a rehearsal, not a measurement.";
    }

    private void discovery() {
        StudyResult.DiscoveryReport discovery = result.discovery();
        if (discovery == null) {
            return;
        }
        StudyResult.UnbinnedTest unbinned = discovery.unbinned();
        SignificanceText text = unbinned == null
                ? new SignificanceText(
                        discovery.poi(),
                        discovery.learned().discovery(),
                        discovery.learned().limit(),
                        isExpectedOnly())
                : new SignificanceText(discovery.poi(), unbinned.discovery(), unbinned.limit(), isExpectedOnly());
        String binned = unbinned == null
                ? ""
                : "; with a histogram of the learned statistic "
                        + significance(discovery.learned().discovery());
        if (discovery.classical() != null) {
            binned += "; with " + discovery.classical().statistic() + " in place of the learned statistic "
                    + significance(discovery.classical().discovery());
        }
        sentences.add(text.significance() + (unbinned == null ? "" : " from the events without bins") + binned + "."
                + text.limitSentence());
        fit(discovery.fit());
        numbers.addAll(text.numbers());
    }

    private void fit(@Nullable SpectrumReport fit) {
        if (fit == null) {
            return;
        }
        String categories = fit.categories() == null
                ? ""
                : "; in " + (fit.categories().edges().size() - 1) + " categories of the learned statistic "
                        + significance(fit.categories());
        sentences.add("A fit of " + fit.observable() + " over a smooth background that is free: "
                + significance(fit.whole()) + categories + ".");
    }

    private static String significance(SpectrumReport.Fit fit) {
        String expected = Numbers.sigma(fit.expected().z()) + " expected";
        if (fit.observed() == null) {
            return expected;
        }
        Double pool = fit.rateErrorOfPool();
        String doubt = pool == null || pool < fit.observed().rateError()
                ? ""
                : ", and a strength that the small pool of pseudo-data leaves uncertain by ±" + Numbers.plain(pool);
        return Numbers.sigma(fit.observed().z()) + " (" + expected + doubt + ")";
    }

    private String significance(DiscoveryResult test) {
        String expected = Numbers.sigma(test.zExpected());
        return isExpectedOnly() ? expected + " expected" : Numbers.sigma(test.z()) + " (" + expected + " expected)";
    }

    private void parameters() {
        List<String> found = new ArrayList<>();
        for (String parameter : result.scan().parameters()) {
            List<Scan1D.Interval> narrow = fit().intervals68().getOrDefault(parameter, List.of());
            List<Scan1D.Interval> wide = fit().intervals95().getOrDefault(parameter, List.of());
            double best = fit().minima().get(0).theta().getOrDefault(parameter, Double.NaN);
            String value = narrow.size() == 1
                    ? Numbers.between(best, narrow.get(0).lower(), narrow.get(0).upper())
                    : Numbers.plain(best);
            found.add(parameter + " = " + value + ", " + union(wide) + " at 95.45 %");
            numbers.add(new KeyNumber(
                    parameter + (isExpectedOnly() ? ", expected" : ", best fit"),
                    value,
                    "68.27 %: " + union(narrow) + "; 95.45 %: " + union(wide)));
        }
        if (!found.isEmpty()) {
            sentences.add((isExpectedOnly() ? "Expected from the unbinned likelihood: " : "Unbinned likelihood fit: ")
                    + String.join("; ", found) + fixed() + ".");
        }
    }

    private void classical() {
        ClassicalScan.Report classical = result.scan().classical();
        if (classical != null) {
            sentences.add(classical.sentence(result.scan().expected()));
            numbers.add(new KeyNumber(
                    "Against the standard point, expected",
                    Numbers.sigma(result.scan().expected().standard().z()),
                    "a histogram of " + classical.observable() + ": " + Numbers.sigma(classical.z())));
        }
    }

    private String fixed() {
        Map<String, Double> fixed = result.scan().fixed();
        return fixed.isEmpty() ? "" : " (" + StudyTables.point(fixed) + " held)";
    }

    /** Write a set that may fall into pieces. */
    static String union(List<Scan1D.Interval> intervals) {
        return intervals.isEmpty()
                ? Numbers.NONE
                : intervals.stream()
                        .map(i -> Numbers.interval(i.lower(), i.upper()))
                        .collect(Collectors.joining(" ∪ "));
    }
}
