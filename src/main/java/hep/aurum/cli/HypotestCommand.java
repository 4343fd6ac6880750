package hep.aurum.cli;

import hep.aurum.infer.discovery.Discovery;
import hep.aurum.infer.discovery.DiscoveryResult;
import hep.aurum.infer.test.AsymptoticTest;
import hep.aurum.infer.test.Gaussian;
import hep.aurum.infer.test.TestResult;
import hep.aurum.infer.test.TestStatistic;
import hep.aurum.infer.test.ToyComparison;
import hep.aurum.infer.test.ToyPlan;
import hep.aurum.infer.test.ToyResult;
import hep.aurum.infer.test.ToyTest;
import hep.aurum.infer.test.Toys;
import hep.aurum.likelihood.StatisticalModel;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Test a signal strength, or background alone. */
@Command(
        name = "hypotest",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Test a value of the parameter of interest: CLs, CLs+b and CLb, observed and expected for "
                + "background alone at -2, -1, 0, 1 and 2 standard deviations. By the asymptotic formulas of "
                + "arXiv:1007.1727; with --toys also by pseudo-experiments, with the difference and its reason.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  aurum hypotest workspace.json --mu 1",
            "  aurum hypotest workspace.json --statistic q0               is there a signal?",
            "  aurum hypotest workspace.json --toys 10000 --seed 7 --json",
            "  aurum hypotest workspace.json --statistic q \\",
            "      --interpcodes normsys=code1,histosys=code0             as ROOT does by default"
        })
final class HypotestCommand implements Callable<Integer> {

    private static final double HALF_TOY = 0.5;

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private final ModelOptions options = new ModelOptions();

    @Option(
            names = "--mu",
            paramLabel = "VALUE",
            defaultValue = "1",
            description =
                    "The value to test; default ${DEFAULT-VALUE}. q0 tests 0 and takes it as the expected signal.")
    private double mu = 1.0;

    @Option(
            names = "--statistic",
            paramLabel = "Q",
            defaultValue = "qtilde",
            description = "q or qtilde for limits, q0 for discovery, t or ttilde for intervals (two-sided, CLs+b "
                    + "only); the tilde keeps the signal from being negative. Default ${DEFAULT-VALUE}.")
    private String statistic = "qtilde";

    @Option(names = "--toys", paramLabel = "N", description = "Draw N toys for each hypothesis as well.")
    private @Nullable Integer toys;

    @Mixin
    private final ToyOptions toyOptions = new ToyOptions();

    @Mixin
    private final ProgressOptions progressOptions = new ProgressOptions();

    @Option(names = "--json", description = "One JSON object on standard output, nothing else.")
    private boolean json;

    @Override
    public Integer call() {
        options.refusePoiValue();
        CommandSpec command = Objects.requireNonNull(spec);
        if (!Double.isFinite(mu)) {
            throw new ParameterException(command.commandLine(), "--mu is " + mu + ", expected a finite number");
        }
        TestStatistic chosen = Arrays.stream(TestStatistic.values())
                .filter(s -> s.code().equals(statistic))
                .findFirst()
                .orElseThrow(() -> new ParameterException(
                        command.commandLine(),
                        "--statistic is " + statistic + ", expected q, qtilde, q0, t or ttilde"));
        Integer count = toys;
        ToyPlan plan = count == null ? null : toyOptions.plan(count);
        if (chosen == TestStatistic.Q0) {
            discovery(plan);
        } else {
            test(chosen, plan);
        }
        return 0;
    }

    private void test(TestStatistic chosen, @Nullable ToyPlan plan) {
        StatisticalModel model;
        TestResult result;
        ToyComparison both = null;
        try (ProgressListener progress = progressOptions.open(json)) {
            model = options.model(progress);
            if (plan == null) {
                result = progress.during(
                        "fits", () -> AsymptoticTest.of(model, chosen).at(mu));
            } else {
                both = ToyComparison.of(model, chosen, mu, plan.withProgress(progress));
                result = both.asymptotic();
            }
        }
        show(model, result, both);
    }

    private void show(StatisticalModel model, TestResult result, @Nullable ToyComparison both) {
        String poi = model.poi().orElse("mu");
        if (json) {
            Map<String, Object> object = object(result);
            if (both != null) {
                object.put("toys", object(both.toys()));
                object.put("difference", difference(both));
                object.put("reasons", both.reasons());
            }
            Json.print(object);
            return;
        }
        System.out.printf(
                Locale.ROOT,
                "%s: %s = %s, statistic %s%n  best fit  %s = %.6g    %s = %.6g%n%n",
                options.path(),
                poi,
                mu,
                result.statistic().code(),
                poi,
                result.muHat(),
                result.statistic().code(),
                result.q());
        System.out.println("  asymptotic      observed      -2 s.d.     -1 s.d.      median     +1 s.d.     +2 s.d.");
        rows(result);
        if (both != null) {
            ToyPlan plan = both.toys().plan();
            System.out.printf(
                    Locale.ROOT,
                    "%n  %d toys for each hypothesis, seed %d, %s ensemble%n",
                    plan.toys(),
                    plan.seed(),
                    plan.ensemble().name().toLowerCase(Locale.ROOT));
            rows(both.toys().test());
            System.out.printf(
                    Locale.ROOT,
                    "%n  CLs+b by toys %.4g +- %.2g: %+.2f s.d. from the formula (%.1f standard errors of the toys)%n",
                    both.toys().test().clsb(),
                    both.toys().clsbError(),
                    both.zDifference(),
                    both.pull());
            reasons(both.reasons());
        }
    }

    private static void rows(TestResult result) {
        if (!result.statistic().isTwoSided()) {
            row("CLs", result.cls(), result.clsExpected());
        }
        row("CLs+b", result.clsb(), result.clsbExpected());
        row("CLb", result.clb(), result.clbExpected());
    }

    private static void row(String name, double observed, List<Double> expected) {
        StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "  %-12s  %10.6f  ", name, observed));
        expected.forEach(value -> line.append(String.format(Locale.ROOT, "  %10.6f", value)));
        System.out.println(line);
    }

    private static void reasons(List<String> reasons) {
        reasons.forEach(reason -> System.out.println("  " + reason));
    }

    private static Map<String, Object> object(TestResult result) {
        Map<String, Object> object = new LinkedHashMap<>();
        if (result.statistic().isTwoSided()) {
            object.put("CLsb_exp", result.clsbExpected());
        } else {
            object.put("CLs_obs", result.cls());
            object.put("CLs_exp", result.clsExpected());
        }
        object.put("CLsb", result.clsb());
        object.put("CLb", result.clb());
        object.put("teststat", result.q());
        object.put("muhat", result.muHat());
        return object;
    }

    private static Map<String, Object> object(ToyResult result) {
        Map<String, Object> object = object(result.test());
        if (!result.test().statistic().isTwoSided()) {
            object.put("CLs_error", result.clsError());
        }
        object.put("CLsb_error", result.clsbError());
        object.put("CLb_error", result.clbError());
        describe(object, result.plan(), result.failures());
        return object;
    }

    private static void describe(Map<String, Object> object, ToyPlan plan, int failures) {
        object.put("toys", plan.toys());
        object.put("seed", plan.seed());
        object.put("ensemble", plan.ensemble().name().toLowerCase(Locale.ROOT));
        object.put("failed", failures);
    }

    private static Map<String, Object> difference(ToyComparison both) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("CLsb", both.toys().test().clsb() - both.asymptotic().clsb());
        object.put("sigma", both.zDifference());
        object.put("standard_errors", both.pull());
        return object;
    }

    private void discovery(@Nullable ToyPlan plan) {
        StatisticalModel model;
        DiscoveryResult result;
        ToyTest test = null;
        Toys drawn = null;
        try (ProgressListener progress = progressOptions.open(json)) {
            model = options.model(progress);
            result = progress.during("fits", () -> Discovery.of(model, mu));
            if (plan != null) {
                test = ToyTest.of(model, TestStatistic.Q0, plan.withProgress(progress));
                drawn = test.discovery();
            }
        }
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("p0_obs", result.p0());
        object.put("z_obs", result.z());
        object.put("p0_exp", result.p0Expected());
        object.put("z_exp", result.zExpected());
        object.put("teststat", result.q0());
        object.put("muhat", result.muHat());
        if (!json) {
            System.out.printf(
                    Locale.ROOT,
                    "%s: background alone, statistic q0%n  best fit  %s = %.6g    q0 = %.6g%n",
                    options.path(),
                    model.poi().orElse("mu"),
                    result.muHat(),
                    result.q0());
            System.out.printf(Locale.ROOT, "  observed      p0 = %.4g    Z = %.3f%n", result.p0(), result.z());
            System.out.printf(
                    Locale.ROOT,
                    "  expected      p0 = %.4g    Z = %.3f    for a signal of %s%n",
                    result.p0Expected(),
                    result.zExpected(),
                    mu);
        }
        if (plan != null && test != null && drawn != null) {
            discoveryToys(test, drawn, plan, result, object);
        }
        if (json) {
            Json.print(object);
        }
    }

    private void discoveryToys(
            ToyTest test, Toys drawn, ToyPlan plan, DiscoveryResult result, Map<String, Object> object) {
        double p = drawn.pValue(result.q0());
        double error = drawn.error(p);
        // A p-value that no toy reached, or all did, counts as half a toy off.
        double half = HALF_TOY / drawn.size();
        double z = Gaussian.significance(Math.max(half, Math.min(1.0 - half, p)));
        List<String> reasons = ToyComparison.reasons(TestStatistic.Q0, test.observed(), 0.0);
        Map<String, Object> toyObject = new LinkedHashMap<>();
        toyObject.put("p0_obs", p);
        toyObject.put("p0_error", error);
        toyObject.put("z_obs", z);
        describe(toyObject, plan, drawn.failures());
        object.put("toys", toyObject);
        Map<String, Object> difference = new LinkedHashMap<>();
        difference.put("p0", p - result.p0());
        difference.put("sigma", z - result.z());
        difference.put("standard_errors", (p - result.p0()) / error);
        object.put("difference", difference);
        object.put("reasons", reasons);
        if (!json) {
            System.out.printf(
                    Locale.ROOT,
                    "  %d toys  p0 = %.4g +- %.2g    Z = %.3f: %+.2f from the formula (%.1f standard errors)%n",
                    plan.toys(),
                    p,
                    error,
                    z,
                    z - result.z(),
                    (p - result.p0()) / error);
            reasons(reasons);
        }
    }
}
