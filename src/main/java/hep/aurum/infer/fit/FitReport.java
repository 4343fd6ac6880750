package hep.aurum.infer.fit;

import hep.aurum.likelihood.ModelParameter;
import hep.aurum.likelihood.StatisticalModel;
import hep.aurum.math.optim.Box;
import hep.aurum.math.optim.Cholesky;
import hep.aurum.math.optim.Minimum;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Turn the end of a search into a {@link FitResult}: errors, covariance, warnings. */
final class FitReport {

    private FitReport() {}

    /** Report the first of the minima found, which is the lowest. */
    static FitResult of(StatisticalModel model, Box box, List<Minimum> minima) {
        Minimum minimum = minima.get(0);
        List<ModelParameter> parameters = model.parameters();
        List<String> warnings = new ArrayList<>(model.warnings(minimum.point()));
        List<Integer> rows = new ArrayList<>();
        for (int i = 0; i < parameters.size(); i++) {
            if (!box.isFixed(i)) {
                rows.add(i);
            }
        }
        double[] inverse = invert(minimum, rows, parameters.size());
        boolean isOk = inverse.length > 0 || rows.isEmpty();
        if (!isOk) {
            warnings.add(
                    "the curvature is not positive definite over all parameters; errors leave out those at a bound");
            rows.removeIf(i -> !minimum.isFree(i));
            inverse = invert(minimum, rows, parameters.size());
            if (inverse.length == 0 && !rows.isEmpty()) {
                warnings.add("the curvature has a flat direction; no errors are given");
                rows.clear();
            }
        }
        addBoundWarnings(parameters, box, minimum, warnings);
        minima.stream().skip(1).forEach(other -> warnings.add(valley(parameters, minimum, other)));
        if (minimum.status() == Minimum.Status.STALLED || minimum.status() == Minimum.Status.EXHAUSTED) {
            warnings.add("the minimum lies on a kink of the interpolation; errors are those of one side");
        }
        return assemble(parameters, minimum, rows, inverse, isOk, warnings);
    }

    private static String valley(List<ModelParameter> parameters, Minimum best, Minimum other) {
        int farthest = 0;
        for (int i = 1; i < parameters.size(); i++) {
            double distance = Math.abs(other.point(i) - best.point(i));
            farthest = distance > Math.abs(other.point(farthest) - best.point(farthest)) ? i : farthest;
        }
        return String.format(
                Locale.ROOT,
                "-2 ln L has another minimum, %.3g higher, at %s = %.4g",
                other.value() - best.value(),
                parameters.get(farthest).name(),
                other.point(farthest));
    }

    private static FitResult assemble(
            List<ModelParameter> parameters,
            Minimum minimum,
            List<Integer> rows,
            double[] inverse,
            boolean isOk,
            List<String> warnings) {
        Map<String, Double> bestfit = new LinkedHashMap<>();
        Map<String, Double> errors = new LinkedHashMap<>();
        for (int i = 0; i < parameters.size(); i++) {
            bestfit.put(parameters.get(i).name(), minimum.point(i));
            errors.put(parameters.get(i).name(), 0.0);
        }
        int m = rows.size();
        List<String> names = new ArrayList<>();
        for (int a = 0; a < m; a++) {
            String name = parameters.get(rows.get(a)).name();
            names.add(name);
            errors.put(name, Math.sqrt(inverse[a * m + a]));
        }
        return new FitResult(
                bestfit,
                errors,
                minimum.value(),
                minimum.distance(),
                minimum.gradientNorm(),
                isOk,
                Covariance.of(names, inverse),
                minimum.iterations(),
                warnings);
    }

    /** Invert half the Hessian over some rows; empty where it is not positive definite. */
    private static double[] invert(Minimum minimum, List<Integer> rows, int n) {
        int m = rows.size();
        double[] hessian = minimum.hessian();
        double[] half = new double[m * m];
        for (int a = 0; a < m; a++) {
            for (int b = 0; b < m; b++) {
                half[a * m + b] = 0.5 * hessian[rows.get(a) * n + rows.get(b)];
            }
        }
        return Cholesky.inverse(half, m).orElseGet(() -> new double[0]);
    }

    private static void addBoundWarnings(
            List<ModelParameter> parameters, Box box, Minimum minimum, List<String> warnings) {
        for (int i = 0; i < parameters.size(); i++) {
            double value = minimum.point(i);
            if (!box.isFixed(i) && (value <= box.lower(i) || value >= box.upper(i))) {
                warnings.add(String.format(
                        Locale.ROOT,
                        "parameter \"%s\" is at its bound %s",
                        parameters.get(i).name(),
                        value));
            }
        }
    }
}
