package hep.aurum.cli;

import hep.aurum.infer.fit.FitResult;
import hep.aurum.infer.fit.Fitter;
import hep.aurum.infer.fit.Impacts;
import hep.aurum.likelihood.StatisticalModel;
import hep.aurum.plot.figure.PullsFigure;
import hep.aurum.plot.style.FigureLabels;
import hep.aurum.workflow.ModelFigures;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Rank the nuisances of a workspace. */
@Command(
        name = "impacts",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Rank the nuisances of a workspace by how far each moves the parameter of interest",
            "when it is held one fitted error off, and print pulls and constraints."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  aurum impacts workspace.json",
            "  aurum impacts workspace.json --poi mu_ttH --json",
            "  aurum impacts workspace.json --figures out       impacts and pulls"
        })
final class ImpactsCommand implements Callable<Integer> {

    @Mixin
    private ModelOptions options = new ModelOptions();

    @Mixin
    private FigureOption figures = new FigureOption();

    @Mixin
    private final ProgressOptions progressOptions = new ProgressOptions();

    @Option(names = "--json", description = "One JSON object on standard output, nothing else.")
    private boolean json;

    @Override
    public Integer call() {
        options.refusePoiValue();
        StatisticalModel model;
        FitResult fit;
        List<Impacts.Impact> impacts;
        try (ProgressListener progress = progressOptions.open(json)) {
            model = options.model(progress);
            fit = progress.during("fit", () -> Fitter.withDefaults().fit(model));
            impacts = Impacts.of(model, fit, progress);
        }
        String poi = model.poi().orElseThrow();
        if (json) {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("poi", poi);
            object.put("bestfit", fit.bestfit().get(poi));
            object.put("error", fit.errors().get(poi));
            List<Map<String, @Nullable Object>> rows = new ArrayList<>();
            impacts.forEach(impact -> rows.add(object(impact)));
            object.put("impacts", rows);
            object.put("warnings", fit.warnings());
            Json.print(object);
        } else {
            print(poi, fit, impacts);
        }
        ModelFigures.impacts(model, impacts).ifPresent(figure -> figures.write(figure, "impacts"));
        if (impacts.stream().anyMatch(impact -> Double.isFinite(impact.pull()))) {
            figures.write(PullsFigure.ofImpacts(impacts).withLabels(FigureLabels.data()), "pulls");
        }
        return 0;
    }

    private static Map<String, @Nullable Object> object(Impacts.Impact impact) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("name", impact.parameter());
        object.put("bestfit", impact.bestfit());
        object.put("error", impact.error());
        object.put("pull", finite(impact.pull()));
        object.put("constraint", finite(impact.constraint()));
        object.put("up", impact.up());
        object.put("down", impact.down());
        object.put("prefit_up", finite(impact.prefitUp()));
        object.put("prefit_down", finite(impact.prefitDown()));
        return object;
    }

    private static @Nullable Double finite(double value) {
        return Double.isFinite(value) ? (Double) value : null;
    }

    private static void print(String poi, FitResult fit, List<Impacts.Impact> impacts) {
        System.out.printf(
                Locale.ROOT,
                "%s = %.6f +- %.6f%n",
                poi,
                fit.bestfit().get(poi),
                fit.errors().get(poi));
        int width = impacts.stream()
                .mapToInt(impact -> impact.parameter().length())
                .max()
                .orElse(9);
        System.out.printf(
                Locale.ROOT,
                "%-" + width + "s %8s %8s %10s %10s %10s %10s%n",
                "nuisance",
                "pull",
                "post/pre",
                "up",
                "down",
                "pre up",
                "pre down");
        for (Impacts.Impact i : impacts) {
            System.out.printf(
                    Locale.ROOT,
                    "%-" + width + "s %8s %8s %+10.5f %+10.5f %10s %10s%n",
                    i.parameter(),
                    text(i.pull(), "%+.3f"),
                    text(i.constraint(), "%.3f"),
                    i.up(),
                    i.down(),
                    text(i.prefitUp(), "%+.5f"),
                    text(i.prefitDown(), "%+.5f"));
        }
        fit.warnings().forEach(warning -> System.out.println("warning: " + warning));
    }

    private static String text(double value, String format) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, format, value) : "-";
    }
}
