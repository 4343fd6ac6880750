package hep.aurum.cli;

import hep.aurum.infer.interval.ChiSquare;
import hep.aurum.infer.interval.NeymanBelt;
import hep.aurum.infer.interval.NeymanPoint;
import hep.aurum.infer.interval.NeymanSet;
import hep.aurum.infer.interval.Scan1D;
import hep.aurum.infer.test.TestStatistic;
import hep.aurum.infer.test.ToyPlan;
import hep.aurum.likelihood.StatisticalModel;
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
import picocli.CommandLine.Spec;

/** Construct a confidence set by toys. */
@Command(
        name = "neyman",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Construct the confidence set of a parameter by toys along it, ordered by the likelihood ratio "
                + "(Feldman and Cousins), other parameters profiled. It covers also where the asymptotic threshold on "
                + "-2 ln L does not: near boundaries, with few events, with several minima. Edges are refined by "
                + "halving.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  aurum neyman workspace.json --range 0:5 --toys 2000",
            "  aurum neyman workspace.json --functions functions.json --range=-3:2:51 --level 0.95"
        })
final class NeymanCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private final ModelOptions options = new ModelOptions();

    @Option(
            names = "--range",
            paramLabel = "A:B[:N]",
            required = true,
            description = "From A to B in N values, 21 if N is left out; more are added at the edges of the set.")
    private String range = "";

    @Option(
            names = "--level",
            paramLabel = "L",
            defaultValue = "0.6827",
            description = "The confidence level; default ${DEFAULT-VALUE}.")
    private double level = 0.6827;

    @Option(
            names = "--bounded",
            description = "Take only physical values as best fits (statistic ttilde in place of t).")
    private boolean bounded;

    @Option(
            names = "--toys",
            paramLabel = "N",
            defaultValue = "1000",
            description = "Toys at each value; default ${DEFAULT-VALUE}.")
    private int toys = 1000;

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
        Arguments.level(command, level);
        ValueRange values = ValueRange.parse(command, "--range", range);
        ToyPlan plan = toyOptions.plan(toys);
        NeymanSet set;
        try (ProgressListener progress = progressOptions.open(json)) {
            StatisticalModel model = options.model(progress);
            set = NeymanBelt.of(model, level, plan.withProgress(progress))
                    .withStatistic(bounded ? TestStatistic.T_MU_TILDE : TestStatistic.T_MU)
                    .scan(values.lower(), values.upper(), values.points());
        }
        if (json) {
            Json.print(object(set, plan));
        } else {
            print(set, plan);
        }
        return 0;
    }

    private static Map<String, Object> object(NeymanSet set, ToyPlan plan) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("poi", set.parameter());
        object.put("level", set.level());
        object.put(
                "intervals",
                set.intervals().stream().map(i -> List.of(i.lower(), i.upper())).toList());
        object.put("belt", set.belt().stream().map(NeymanCommand::object).toList());
        object.put("toys", plan.toys());
        object.put("seed", plan.seed());
        object.put("ensemble", plan.ensemble().name().toLowerCase(Locale.ROOT));
        return object;
    }

    private static Map<String, Object> object(NeymanPoint point) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("value", point.value());
        object.put("t", point.observed());
        object.put("threshold", point.threshold());
        object.put("p", point.pValue());
        object.put("p_error", point.pValueError());
        object.put("accepted", point.isAccepted());
        return object;
    }

    private void print(NeymanSet set, ToyPlan plan) {
        System.out.printf(
                Locale.ROOT,
                "%s: %s at %s confidence, %d toys at each value, seed %d%n%n",
                options.path(),
                set.parameter(),
                set.level(),
                plan.toys(),
                plan.seed());
        System.out.println("       value           t   threshold      p-value      in the set");
        for (NeymanPoint p : set.belt()) {
            System.out.printf(
                    Locale.ROOT,
                    "  %10.5g  %10.4f  %10.4f   %.4f +- %.4f  %s%n",
                    p.value(),
                    p.observed(),
                    p.threshold(),
                    p.pValue(),
                    p.pValueError(),
                    p.isAccepted() ? "yes" : "");
        }
        System.out.printf(
                Locale.ROOT,
                "%n  Wilks would have the threshold %.4f everywhere%n",
                ChiSquare.threshold(1, set.level()));
        List<Scan1D.Interval> intervals = set.intervals();
        intervals.forEach(i -> System.out.printf(Locale.ROOT, "  interval  [%.5g, %.5g]%n", i.lower(), i.upper()));
        if (intervals.isEmpty()) {
            System.out.println(
                    "  no value of the grid is in the set: the model describes the data nowhere in the range");
        }
    }
}
