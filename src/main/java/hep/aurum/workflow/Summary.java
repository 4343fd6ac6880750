package hep.aurum.workflow;

import hep.aurum.infer.interval.Scan1D;
import hep.aurum.infer.limit.LimitResult;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Write the result of a study for a physicist to read. */
final class Summary {

    private final StringBuilder text = new StringBuilder();

    private Summary() {}

    static String of(StudyResult result) {
        Summary summary = new Summary();
        summary.head(result);
        summary.yields(result);
        summary.audit(result);
        summary.estimator(result);
        summary.truth(result.truth());
        summary.scan("expected", result.scan().expected(), result.scan());
        if (result.scan().observed() != null) {
            summary.scan("observed", result.scan().observed(), result.scan());
        }
        summary.neyman(result.scan().neyman());
        summary.classical(result.scan());
        summary.discovery(result.discovery());
        summary.warnings(result.warnings());
        return summary.text.toString().stripTrailing();
    }

    private void line(String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append('\n');
    }

    private void head(StudyResult result) {
        line("%s", result.title());
        line("luminosity %s fb^-1, seed %d, Aurum %s", trim(result.luminosityFb()), result.seed(), result.aurum());
        line("");
    }

    private void yields(StudyResult result) {
        line("After selection at the standard point");
        for (StudyResult.Yield yield : result.yields()) {
            line(
                    "  %-16s %.4g +- %.1g pb, %.1f events expected",
                    yield.process(), yield.crossSectionPb(), yield.uncertaintyPb(), yield.expectedEvents());
        }
        if (result.data() != null) {
            line(
                    "  %-16s %d events",
                    result.data().kind() + " data", result.data().events());
        }
        line("");
    }

    private void audit(StudyResult result) {
        int checks = result.audit().values().stream()
                .mapToInt(r -> r.checks().size())
                .sum();
        long cautions = result.audit().values().stream()
                .mapToLong(r -> r.warnings().size())
                .sum();
        line("Label audit: none of %d checks failed%s", checks, cautions == 0 ? "" : ", " + cautions + " with caution");
    }

    private void estimator(StudyResult result) {
        for (StudyResult.NetworkReport network : result.estimator().networks()) {
            line(
                    "Network %s: %d member(s), best epoch %d of %d, effective training events at least %.0f",
                    network.name(),
                    network.members(),
                    network.bestEpoch(),
                    network.epochs(),
                    network.effectiveSampleSize());
        }
        for (StudyResult.MeanRatio mean : result.estimator().meanRatio()) {
            line("Mean of r(x|%s) over standard events: %.4f +- %.4f", point(mean.theta0()), mean.mean(), mean.error());
        }
        line("");
    }

    private void truth(StudyResult.@Nullable TruthReport truth) {
        if (truth == null) {
            return;
        }
        line(
                "Against the closed form, theta0 uniform in the ranges, x from both hypotheses (%d events)",
                truth.events());
        line(
                "  E[(ln r^ - ln r)^2] = %.2g +- %.1g; of ln r^ = 0: %.3g",
                truth.meanSquaredError(), truth.meanSquaredErrorError(), truth.trivialMeanSquaredError());
        for (int a = 0; a < truth.shapeInformationExact().size(); a++) {
            line(
                    "  shape information per event, %s: learned %.4g, exact %.4g +- %.1g",
                    truth.theta1().keySet().toArray()[a],
                    truth.shapeInformationLearned().get(a).get(a),
                    truth.shapeInformationExact().get(a).get(a),
                    truth.shapeInformationExactError().get(a).get(a));
        }
        line("");
    }

    private void scan(String name, ScanReport.Fit fit, ScanReport scan) {
        line("Likelihood scan, %s (%s events%s)", name, trim(fit.events()), truth(fit.truth()));
        for (ScanReport.Minimum minimum : fit.minima()) {
            line(
                    "  minimum at %s, -2 dlnL = %.3f%s",
                    point(minimum.theta()), minimum.tAboveBest(), minimum.atBound() ? " (at the end of a range)" : "");
        }
        fit.intervals68().forEach((parameter, intervals) -> line("  %s at 68.27%%: %s", parameter, list(intervals)));
        fit.intervals95().forEach((parameter, intervals) -> line("  %s at 95.45%%: %s", parameter, list(intervals)));
        line(
                "  standard point: -2 dlnL = %.3f, p = %.3g (%.2f sigma)",
                fit.standard().t(), fit.standard().pValue(), fit.standard().z());
        if (fit.tTruth() != null) {
            line(
                    "  truth: -2 dlnL = %.3f, %s the 95.45%% region (%.2f)",
                    fit.tTruth(), Boolean.TRUE.equals(fit.inside95()) ? "inside" : "outside", scan.threshold95());
        }
        line("");
    }

    private static String truth(@Nullable Map<String, Double> truth) {
        return truth == null ? "" : ", drawn at " + point(truth);
    }

    private void classical(ScanReport scan) {
        if (scan.classical() != null) {
            line("%s", scan.classical().sentence(scan.expected()).replace("σ", " sigma"));
            line("");
        }
    }

    private void neyman(List<ScanReport.Neyman> checks) {
        for (ScanReport.Neyman check : checks) {
            line(
                    "Toys at %s: the asymptotic 95.45%% region covers %.3f +- %.3f, Neyman threshold %.2f%s",
                    point(check.theta()),
                    check.coverage95(),
                    check.coverage95Error(),
                    check.threshold95(),
                    check.pValueObserved() == null
                            ? ""
                            : String.format(Locale.ROOT, ", p of the data %.3f", check.pValueObserved()));
        }
        if (!checks.isEmpty()) {
            line("");
        }
    }

    private void discovery(StudyResult.@Nullable DiscoveryReport discovery) {
        if (discovery == null) {
            return;
        }
        line("Discovery of %s against zero", discovery.poi());
        if (discovery.unbinned() != null) {
            unbinned(discovery.unbinned());
        }
        test(discovery.learned());
        if (discovery.classical() != null) {
            test(discovery.classical());
        }
        fit(discovery.fit());
        if (discovery.gainExpectedZ() != null) {
            line("  gain in expected significance: %.2f", discovery.gainExpectedZ());
        }
        line("");
    }

    private void fit(@Nullable SpectrumReport fit) {
        if (fit != null) {
            fit("fit of " + fit.observable(), fit.whole());
            if (fit.categories() != null) {
                fit("fit in " + (fit.categories().edges().size() - 1) + " categories", fit.categories());
            }
        }
    }

    private void fit(String name, SpectrumReport.Fit fit) {
        String observed = fit.observed() == null
                ? ""
                : String.format(
                        Locale.ROOT,
                        ", observed %.2f sigma (p0 = %.3g), fitted strength %.2f +- %.2f%s",
                        fit.observed().z(),
                        fit.observed().p0(),
                        fit.observed().rate(),
                        fit.observed().rateError(),
                        fit.rateErrorOfPool() == null
                                ? ""
                                : String.format(Locale.ROOT, " +- %.2f (pool)", fit.rateErrorOfPool()));
        line(
                "  %-20s expected %.2f +- %.2f sigma (strength +- %.2f)%s",
                name, fit.expected().z(), fit.zExpectedError(), fit.expected().rateError(), observed);
        if (fit.toys() != null) {
            line(
                    "  %-20s %d toys of it: %.2f sigma, 68%% from %.2f to %.2f; fitted strength %.3f +- %.3f",
                    "",
                    fit.toys().toys(),
                    fit.toys().medianZ(),
                    fit.toys().lowZ(),
                    fit.toys().highZ(),
                    fit.toys().meanRate(),
                    fit.toys().meanRateError());
        }
    }

    private void test(StudyResult.HistogramTest test) {
        line(
                "  %-16s %2d bins: expected %.2f sigma, observed %.2f sigma (p0 = %.3g), fitted strength %.2f",
                test.statistic(),
                test.edges().size() - 1,
                test.discovery().zExpected(),
                test.discovery().z(),
                test.discovery().p0(),
                test.discovery().muHat());
        line(
                "  %-16s with exact templates: expected %.2f +- %.2f sigma, of which %.2f by their fluctuations",
                "",
                test.exactTemplates().z(),
                test.exactTemplates().error(),
                test.exactTemplates().bias());
        limit(test.limit(), test.limitProblem());
    }

    private void unbinned(StudyResult.UnbinnedTest test) {
        line(
                "  %-16s events : expected %.2f +- %.2f sigma, observed %.2f sigma (p0 = %.3g), fitted strength %.2f",
                "unbinned",
                test.discovery().zExpected(),
                test.zExpectedError(),
                test.discovery().z(),
                test.discovery().p0(),
                test.discovery().muHat());
        limit(test.limit(), test.limitProblem());
        for (StudyResult.MixedProcess process : test.processes()) {
            line(
                    "  %-16s %s: %.1f events expected%s",
                    "", process.name(), process.expectedEvents(), process.isDataDriven() ? ", data-driven" : "");
        }
        if (!test.nuisances().isEmpty()) {
            line("  %-16s nuisances: %s", "", String.join(", ", test.nuisances()));
        }
        if (!test.channels().isEmpty()) {
            line("  %-16s with the channels %s", "", String.join(", ", test.channels()));
        }
        if (!test.likelihood().isEmpty()) {
            line("  %-16s likelihood: %s", "", test.likelihood());
        }
    }

    private void limit(@Nullable LimitResult limit, String problem) {
        if (limit != null) {
            line(
                    "  %-16s limit at %s%% CL: observed %.3f, expected %.3f (background only)",
                    "",
                    trim(100 * limit.level()),
                    limit.observed(),
                    limit.expected().get(2));
        } else {
            line("  %-16s no limit: %s", "", problem);
        }
    }

    private void warnings(List<String> warnings) {
        if (!warnings.isEmpty()) {
            line("Mind");
            warnings.forEach(warning -> line("  - %s", warning));
        }
    }

    private static String list(List<Scan1D.Interval> intervals) {
        return intervals.stream()
                .map(i -> String.format(Locale.ROOT, "[%.3f, %.3f]", i.lower(), i.upper()))
                .collect(Collectors.joining(" and "));
    }

    private static String point(Map<String, Double> theta) {
        return theta.entrySet().stream()
                .map(e -> e.getKey() + " = " + String.format(Locale.ROOT, "%.3g", e.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String trim(double value) {
        String text = String.format(Locale.ROOT, "%.1f", value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
