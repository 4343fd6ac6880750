package hep.aurum.cli;

import hep.aurum.base.Progress;
import hep.aurum.base.Tally;
import hep.aurum.infer.fit.FitResult;
import hep.aurum.infer.fit.Fitter;
import hep.aurum.infer.fit.ProfileErrors;
import hep.aurum.likelihood.ModelParameter;
import hep.aurum.likelihood.StatisticalModel;
import hep.aurum.plot.figure.CorrelationFigure;
import hep.aurum.plot.style.FigureLabels;
import hep.aurum.workflow.ModelFigures;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Fit a workspace. */
@Command(
        name = "fit",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Fit a workspace: maximise its likelihood within the bounds of the parameters.",
            "twice_nll is -2 ln L with all constants, as pyhf counts them."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  aurum fit workspace.json",
            "  aurum fit workspace.json --poi mu=1 --json          with mu held at 1",
            "  aurum fit workspace.json --minos                    asymmetric errors by profiles",
            "  aurum fit workspace.json --yields prefit,postfit --goodness --correlations",
            "  aurum fit workspace.json --figures out              pulls and correlations",
            "  aurum fit workspace.json --interpcodes normsys=code1,histosys=code0"
        })
final class FitCommand implements Callable<Integer> {

    @Mixin
    private ModelOptions options = new ModelOptions();

    @Option(
            names = "--minos",
            description = "Errors where the profile has risen by 1 as well, for every free parameter.")
    private boolean minos;

    @Mixin
    private FitDetails details = new FitDetails();

    @Mixin
    private FigureOption figures = new FigureOption();

    @Mixin
    private final ProgressOptions progressOptions = new ProgressOptions();

    @Option(names = "--json", description = "One JSON object on standard output, nothing else.")
    private boolean json;

    @Override
    public Integer call() {
        OptionalDouble held = options.poiValue();
        StatisticalModel model;
        Map<String, Double> fixed;
        FitResult fit;
        Map<String, ProfileErrors.Errors> errors;
        try (ProgressListener progress = progressOptions.open(json)) {
            model = options.model(progress);
            fixed = held.isPresent() ? Map.of(model.poi().orElseThrow(), held.getAsDouble()) : Map.of();
            details.check(model);
            fit = progress.during("fit", () -> Fitter.withDefaults().fit(model, fixed));
            errors = minos ? profiles(model, fixed, progress) : Map.of();
        }
        if (json) {
            Map<String, Object> object = object(fit, errors);
            details.add(object, model, fit, fixed);
            Json.print(object);
        } else {
            print(fit, errors);
            details.print(model, fit, fixed);
        }
        if (figures.isWanted()) {
            draw(model, fit);
        }
        return 0;
    }

    private void draw(StatisticalModel model, FitResult fit) {
        ModelFigures.pulls(model, fit).ifPresent(pulls -> figures.write(pulls, "pulls"));
        if (fit.isCovarianceOk() && !fit.covariance().names().isEmpty()) {
            figures.write(CorrelationFigure.of(fit.covariance()).withLabels(FigureLabels.data()), "correlations");
        }
    }

    private static Map<String, ProfileErrors.Errors> profiles(
            StatisticalModel model, Map<String, Double> fixed, Progress progress) {
        Map<String, ProfileErrors.Errors> errors = new LinkedHashMap<>();
        List<String> free = model.parameters().stream()
                .filter(parameter -> !parameter.isFixed())
                .map(ModelParameter::name)
                .filter(name -> !fixed.containsKey(name))
                .toList();
        Tally tally = Tally.of(progress, "profiles", free.size(), "parameters");
        for (String name : free) {
            errors.put(name, ProfileErrors.of(model, name, 1.0, fixed));
            tally.add(1);
        }
        tally.finish();
        return errors;
    }

    private static Map<String, Object> object(FitResult fit, Map<String, ProfileErrors.Errors> errors) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("bestfit", fit.bestfit());
        object.put("errors", fit.errors());
        object.put("twice_nll", fit.twiceNll());
        object.put("edm", fit.edm());
        object.put("covariance_ok", fit.isCovarianceOk());
        object.put("gradient_norm", fit.gradientNorm());
        if (!errors.isEmpty()) {
            Map<String, Object> minos = new LinkedHashMap<>();
            errors.forEach((name, e) -> minos.put(name, profile(e)));
            object.put("minos", minos);
        }
        object.put("warnings", fit.warnings());
        return object;
    }

    private static Map<String, Object> profile(ProfileErrors.Errors errors) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("lower", errors.lower());
        object.put("upper", errors.upper());
        object.put("lower_at_bound", errors.isLowerAtBound());
        object.put("upper_at_bound", errors.isUpperAtBound());
        object.put("new_minimum", errors.isNewMinimum());
        return object;
    }

    private static void print(FitResult fit, Map<String, ProfileErrors.Errors> errors) {
        int width =
                fit.bestfit().keySet().stream().mapToInt(String::length).max().orElse(4);
        fit.bestfit().forEach((name, value) -> {
            ProfileErrors.Errors profile = errors.get(name);
            String asymmetric = profile == null
                    ? ""
                    : String.format(
                            Locale.ROOT,
                            "  %+.5f%s %+.5f%s",
                            profile.lower(),
                            mark(profile.isLowerAtBound()),
                            profile.upper(),
                            mark(profile.isUpperAtBound()));
            System.out.printf(
                    Locale.ROOT,
                    "%-" + width + "s %12.6f +- %.6f%s%n",
                    name,
                    value,
                    fit.errors().getOrDefault(name, 0.0),
                    asymmetric);
        });
        System.out.printf(
                Locale.ROOT,
                "-2 ln L %.9f, distance to the minimum %.1e, gradient norm %.1e, covariance %s%n",
                fit.twiceNll(),
                fit.edm(),
                fit.gradientNorm(),
                fit.isCovarianceOk() ? "positive definite" : "not positive definite");
        fit.warnings().forEach(warning -> System.out.println("warning: " + warning));
    }

    private static String mark(boolean isAtBound) {
        return isAtBound ? " (bound)" : "";
    }
}
