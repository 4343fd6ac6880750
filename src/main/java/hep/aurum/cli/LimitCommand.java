package hep.aurum.cli;

import hep.aurum.infer.limit.LimitResult;
import hep.aurum.infer.limit.UpperLimit;
import hep.aurum.infer.test.TestStatistic;
import hep.aurum.likelihood.StatisticalModel;
import hep.aurum.workflow.ModelFigures;
import java.util.LinkedHashMap;
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

/** Set an upper limit. */
@Command(
        name = "limit",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Find the upper limit on the parameter of interest: the root of CLs = 1 - level, observed and "
                + "expected for background alone at -2, -1, 0, 1 and 2 standard deviations. No grid of values.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  aurum limit workspace.json",
            "  aurum limit workspace.json --level 0.9 --json",
            "  aurum limit workspace.json --figures out       CLs by parameter value"
        })
final class LimitCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private final ModelOptions options = new ModelOptions();

    @Option(
            names = "--level",
            paramLabel = "L",
            defaultValue = "0.95",
            description = "The confidence level; default ${DEFAULT-VALUE}.")
    private double level = 0.95;

    @Option(
            names = "--statistic",
            paramLabel = "Q",
            defaultValue = "qtilde",
            description = "q, or qtilde for a signal that cannot be negative; default ${DEFAULT-VALUE}.")
    private String statistic = "qtilde";

    @Mixin
    private FigureOption figures = new FigureOption();

    @Mixin
    private final ProgressOptions progressOptions = new ProgressOptions();

    @Option(names = "--json", description = "One JSON object on standard output, nothing else.")
    private boolean json;

    @Override
    public Integer call() {
        options.refusePoiValue();
        CommandSpec command = Objects.requireNonNull(spec);
        Arguments.level(command, level);
        if (!statistic.equals("q") && !statistic.equals("qtilde")) {
            throw new ParameterException(
                    command.commandLine(), "--statistic is " + statistic + ", expected q or qtilde");
        }
        TestStatistic chosen = statistic.equals("q") ? TestStatistic.Q_MU : TestStatistic.Q_MU_TILDE;
        StatisticalModel model;
        LimitResult limit;
        try (ProgressListener progress = progressOptions.open(json)) {
            model = options.model(progress);
            limit = UpperLimit.withDefaults()
                    .withLevel(level)
                    .withStatistic(chosen)
                    .of(model, progress);
        }
        if (json) {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("obs", limit.observed());
            object.put("exp", limit.expected());
            object.put("level", level);
            Json.print(object);
        } else {
            System.out.printf(
                    Locale.ROOT,
                    "%s: upper limit on %s at %s confidence, CLs with %s%n",
                    options.path(),
                    model.poi().orElse("mu"),
                    level,
                    statistic);
            System.out.printf(Locale.ROOT, "  observed  %.6g%n", limit.observed());
            System.out.printf(
                    Locale.ROOT,
                    "  expected  %.6g    68 %% [%.6g, %.6g]    95 %% [%.6g, %.6g]%n",
                    limit.expected().get(2),
                    limit.expected().get(1),
                    limit.expected().get(3),
                    limit.expected().get(0),
                    limit.expected().get(4));
        }
        if (figures.isWanted()) {
            figures.write(ModelFigures.cls(model, chosen, limit), "cls");
        }
        return 0;
    }
}
