package hep.aurum.infer.curve;

import hep.aurum.base.BadInput;
import hep.aurum.base.Check;
import hep.aurum.base.NotConverged;
import hep.aurum.infer.fit.Covariance;
import hep.aurum.math.formula.Formula;
import hep.aurum.math.optim.BoundedNewton;
import hep.aurum.math.optim.Box;
import hep.aurum.math.optim.Cholesky;
import hep.aurum.math.optim.Minimum;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Fit the parameters of a formula inside their intervals.
 *
 * <p>\[ \chi^2(\theta) = \sum_i d(y_i, f(x_i;\theta)), \quad V = 2\,(\partial^2\chi^2/\partial\theta^2)^{-1} \]
 *
 * <p>with the exact second derivatives of the sum, over the parameters that are neither fixed nor held at an end of their
 * interval. The search finds the minimum in whose valley it starts.
 */
public final class CurveFit {

    private final Formula formula;
    private final double[] start;
    private final Box box;

    private CurveFit(Formula formula, double[] start, Box box) {
        this.formula = formula;
        this.start = start;
        this.box = box;
    }

    /** Fit a formula whose parameters start at one and are not bounded. */
    public static CurveFit of(Formula formula) {
        int k = formula.parameters().size();
        Check.argument(k > 0, "the formula %s has no parameters", formula.text());
        double[] start = new double[k];
        double[] lower = new double[k];
        double[] upper = new double[k];
        Arrays.fill(start, 1);
        Arrays.fill(lower, Double.NEGATIVE_INFINITY);
        Arrays.fill(upper, Double.POSITIVE_INFINITY);
        return new CurveFit(formula, start, Box.of(lower, upper));
    }

    /** Start the search elsewhere, {@code [k]}. */
    public CurveFit withStart(double... newStart) {
        Check.length("starting values", newStart.length, start.length);
        return new CurveFit(formula, newStart.clone(), box);
    }

    /** Replace the intervals of the parameters; an interval without length fixes its parameter. */
    public CurveFit withBox(Box newBox) {
        Check.length("intervals", newBox.dimension(), start.length);
        return new CurveFit(formula, start, newBox);
    }

    /**
     * Fit.
     *
     * @throws BadInput if there are fewer points than free parameters, if the data do not suit the statistic, or if the formula
     *     is not defined, or not positive where it must be, at the starting values
     * @throws NotConverged if the search does not end in a minimum, or if the data do not determine all parameters
     */
    public CurveResult fit(CurveStatistic statistic, CurveData data) {
        CurveData used = data.usableFor(statistic);
        int free = 0;
        for (int i = 0; i < start.length; i++) {
            free += box.isFixed(i) ? 0 : 1;
        }
        if (used.size() < Math.max(1, free)) {
            throw new BadInput(
                    "cannot fit " + free + " free parameters to " + used.size() + " points",
                    used.size() < data.size() ? data.size() - used.size() + " points have no error" : "",
                    "widen the range, fix parameters, or use another fit method");
        }
        CurveObjective objective = new CurveObjective(formula, statistic, used);
        Minimum minimum = minimum(objective, possibleStart(objective, statistic, used));
        return result(objective, minimum, statistic, used, data.size() - used.size(), free);
    }

    /**
     * Return how far a parameter can move down and up until the others, fitted anew, cannot keep the statistic within one of
     * its minimum; infinite where nothing stops it before its interval ends.
     *
     * @param result of this fit to these data
     * @throws hep.aurum.base.NotFound if the result has no such parameter
     */
    public ProfileInterval profile(CurveResult result, CurveData data, String name) {
        result.value(name);
        CurveObjective objective = new CurveObjective(formula, result.statistic(), data.usableFor(result.statistic()));
        return ProfileInterval.of(objective, box, result, formula.parameters().indexOf(name));
    }

    private Minimum minimum(CurveObjective objective, double[] from) {
        Minimum minimum = BoundedNewton.withDefaults().minimize(objective, from, box);
        if (!minimum.isConverged()) {
            throw failure(minimum, "the fit did not converge");
        }
        return minimum;
    }

    /** Return the starting values, or the least-squares solution where the statistic cannot start from them. */
    private double[] possibleStart(CurveObjective objective, CurveStatistic statistic, CurveData used) {
        double[] from = start.clone();
        for (int i = 0; i < from.length; i++) {
            from[i] = box.clamp(i, from[i]);
        }
        if (Double.isFinite(objective.value(from))) {
            return from;
        }
        if (statistic.needsPositive()) {
            CurveObjective simple = new CurveObjective(formula, CurveStatistic.LEAST_SQUARES, used);
            if (Double.isFinite(simple.value(from))) {
                double[] near =
                        BoundedNewton.withDefaults().minimize(simple, from, box).point();
                if (Double.isFinite(objective.value(near))) {
                    return near;
                }
            }
        }
        throw new BadInput(
                "the formula " + formula.text() + " is not defined"
                        + (statistic.needsPositive() ? " or not positive" : "") + " at the starting values",
                formula.parameters() + " = " + Arrays.toString(from),
                "set other starting values");
    }

    private CurveResult result(
            CurveObjective objective,
            Minimum minimum,
            CurveStatistic statistic,
            CurveData used,
            int skipped,
            int free) {
        List<Integer> rows = new ArrayList<>();
        List<String> held = new ArrayList<>();
        for (int i = 0; i < start.length; i++) {
            boolean atEnd = minimum.point(i) <= box.lower(i) || minimum.point(i) >= box.upper(i);
            if (!box.isFixed(i) && !atEnd) {
                rows.add(i);
            } else if (!box.isFixed(i)) {
                held.add(formula.parameters().get(i));
            }
        }
        int n = rows.size();
        double[] half = new double[n * n];
        // The last step of the search came without derivatives: take them where it ended.
        double[] hessian = new double[start.length * start.length];
        double value = objective.evaluate(minimum.point(), new double[start.length], hessian);
        for (int a = 0; a < n; a++) {
            for (int b = 0; b < n; b++) {
                half[a * n + b] = 0.5 * hessian[rows.get(a) * start.length + rows.get(b)];
            }
        }
        double[] inverse = Cholesky.inverse(half, n)
                .orElseThrow(() -> failure(minimum, "the data do not determine all parameters"));
        List<String> names = rows.stream().map(formula.parameters()::get).toList();
        return new CurveResult(
                formula,
                minimum.point(),
                Covariance.of(names, inverse),
                statistic,
                // A perfect fit may end below zero by rounding.
                Math.max(0, value),
                used.size() - free,
                used.size(),
                skipped,
                held);
    }

    private NotConverged failure(Minimum minimum, String what) {
        String where = minimum.worst() < 0
                ? ""
                : formula.parameters().get(minimum.worst()) + " = " + minimum.point(minimum.worst());
        return new NotConverged(
                what + " (" + minimum.status().name().toLowerCase(Locale.ROOT) + " after " + minimum.iterations()
                        + " steps)",
                where,
                "set other starting values or ranges, or fix parameters");
    }
}
