package hep.aurum.jas;

import hep.aurum.base.Failure;
import hep.aurum.hist.AnalysisObject;
import hep.aurum.hist.Histogram1D;
import hep.aurum.hist.Points;
import hep.aurum.infer.discovery.DiscoveryResult;
import hep.aurum.infer.limit.LimitResult;
import hep.aurum.infer.test.TestResult;
import hep.aurum.likelihood.binned.BinnedModel;
import hep.aurum.plot.Figure;
import hep.aurum.plot.figure.ClsScanFigure;
import hep.aurum.plot.style.FigureLabels;
import hep.aurum.workflow.ClsScan;
import hep.aurum.workflow.StoredResults;
import hep.aurum.workflow.TemplateTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * Hold the outcome of a hypothesis test, as numbers, text, figure and points.
 *
 * @param test what was tested
 * @param discovery the test of background alone
 * @param limit the upper limit on the signal strength; empty where it cannot be found
 * @param limitProblem why not
 * @param scan CLs around the limit
 */
record TestReport(
        TemplateTest test,
        DiscoveryResult discovery,
        Optional<LimitResult> limit,
        String limitProblem,
        List<TestResult> scan) {

    private static final int POINTS = 40;
    private static final int MEDIAN = 2;

    static TestReport of(TemplateTest test, double level) {
        BinnedModel model = test.model();
        DiscoveryResult discovery = test.discovery();
        try {
            LimitResult limit = test.limit(level);
            List<TestResult> scan = ClsScan.of(model, limit, POINTS).tests();
            return new TestReport(test, discovery, Optional.of(limit), "", scan);
        } catch (Failure e) {
            return new TestReport(test, discovery, Optional.empty(), e.what(), List.of());
        }
    }

    /** Return the result in one sentence. */
    String sentence() {
        String found = line("Z = %.2f (expected %.2f)", discovery.z(), discovery.zExpected());
        return limit.map(l -> found
                        + line("; mu < %.4g at %.0f %% CL (expected %.4g)", l.observed(), 100 * l.level(), median(l)))
                .orElse(found + "; there is no limit: " + limitProblem);
    }

    /** Return the result as a table. */
    String text() {
        List<String> lines = new ArrayList<>();
        lines.add("signal        " + row(test.signal()));
        test.backgrounds().forEach(b -> lines.add("background    " + row(b)));
        lines.add("data          "
                + test.data().map(TestReport::row).orElse("none; the expectation at mu = 1 in their place"));
        lines.add("");
        lines.add(line("uncertainties %s", uncertainties()));
        lines.add("");
        lines.add(line("fitted strength  mu = %.4g", discovery.muHat()));
        lines.add(line("observed         p0 = %.4g   Z = %.3f", discovery.p0(), discovery.z()));
        lines.add(line("expected, mu = 1 p0 = %.4g   Z = %.3f", discovery.p0Expected(), discovery.zExpected()));
        lines.add("");
        limit.ifPresentOrElse(
                l -> {
                    lines.add(line("upper limit on mu at %.4g %% CL, by CLs", 100 * l.level()));
                    lines.add("                  observed     -2 s.d.     -1 s.d.      median     +1 s.d.     +2 s.d.");
                    StringBuilder numbers = new StringBuilder(line("             %12.5g ", l.observed()));
                    l.expected().forEach(e -> numbers.append(line(" %11.5g", e)));
                    lines.add(numbers.toString());
                },
                () -> lines.add("there is no upper limit: " + limitProblem));
        return String.join("\n", lines);
    }

    private static String row(Histogram1D histogram) {
        return line("%-40s %12.5g events", histogram.title(), histogram.sumOfHeights());
    }

    private String uncertainties() {
        List<String> all = new ArrayList<>();
        if (test.hasStatErrors()) {
            all.add("statistics of the simulation");
        }
        if (test.luminosityUncertainty() > 0) {
            all.add(line("luminosity %.3g %%", 100 * test.luminosityUncertainty()));
        }
        if (!test.rateUncertainties().isEmpty()) {
            all.add(test.rateUncertainties().entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .map(e -> line("rate of %s %.3g %%", e.getKey(), 100 * e.getValue()))
                    .collect(Collectors.joining(", ")));
        }
        return all.isEmpty() ? "none" : String.join(", ", all);
    }

    private static double median(LimitResult limit) {
        return limit.expected().get(MEDIAN);
    }

    private static String line(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    /** Return the scan of CLs. */
    Optional<Figure> figure() {
        return limit.map(l -> ClsScanFigure.of("mu", scan).withLimit(l).withLabels(labels()));
    }

    private FigureLabels labels() {
        return test.data().isPresent() ? FigureLabels.data() : FigureLabels.simulation();
    }

    /** Return limit and scan as points for the tree. */
    List<AnalysisObject> objects() {
        List<AnalysisObject> objects = new ArrayList<>();
        limit.ifPresent(l -> {
            objects.add(AnalysisObject.of("/limit", StoredResults.band(l)));
            objects.add(AnalysisObject.of("/cls/observed", curve("observed CLs against mu", TestResult::cls)));
            objects.add(AnalysisObject.of(
                    "/cls/expected",
                    curve("expected CLs against mu", r -> r.clsExpected().get(MEDIAN))));
        });
        return objects;
    }

    private Points curve(String title, ToDoubleFunction<TestResult> value) {
        double[] mu = scan.stream().mapToDouble(TestResult::mu).toArray();
        double[] cls = scan.stream().mapToDouble(value).toArray();
        double[] zeros = new double[mu.length];
        return Points.of(title, new double[][] {mu, cls}, new double[][] {zeros, zeros}, new double[][] {zeros, zeros});
    }
}
