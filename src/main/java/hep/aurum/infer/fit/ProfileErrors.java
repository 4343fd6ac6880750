package hep.aurum.infer.fit;

import hep.aurum.base.Check;
import hep.aurum.base.NotConverged;
import hep.aurum.likelihood.StatisticalModel;
import hep.aurum.math.optim.Box;
import hep.aurum.math.optim.Minimum;
import hep.aurum.math.optim.Objective;
import java.util.Locale;
import java.util.Map;

/**
 * Find where the profile of one parameter crosses the minimum plus a rise: the asymmetric errors of MINOS.
 *
 * <p>The roots of \( -2\ln L(\theta_p, \hat{\hat\theta}) - (-2\ln L)_{\min} = \Delta \) on both sides; \( \Delta = 1 \) gives
 * 68.3 % for one parameter of a large sample. A root is bracketed in steps of the curvature's error and closed in on by the
 * Illinois variant of regula falsi. A side on which the interval of the parameter ends first stops there and says so. A
 * profile that falls below the minimum has found another valley: everything starts again from it.
 *
 * @see <a href="https://doi.org/10.1016/0010-4655(75)90039-9">James, Roos: Minuit (1975), section on MINOS</a>
 */
public final class ProfileErrors {

    private static final int RESTARTS = 4;
    private static final int STEPS = 60;
    private static final double BELOW = 1e-6;
    private static final double TOLERANCE = 1e-9;

    private final StatisticalModel model;
    private final Fitter fitter;
    private final Objective twiceNll;
    private final Box box;
    private final int parameter;
    private final double rise;
    private Minimum best;
    private Minimum last;
    private boolean isNewMinimum;

    private ProfileErrors(StatisticalModel model, Box box, int parameter, double rise) {
        this.model = model;
        this.parameter = parameter;
        this.rise = rise;
        fitter = Fitter.withDefaults();
        twiceNll = model.twiceNll();
        this.box = box;
        best = fitter.minimize(model, twiceNll, model.initialPoint(), box);
        last = best;
    }

    /**
     * Hold the errors of a parameter.
     *
     * @param parameter its name
     * @param bestfit its fitted value
     * @param lower distance to the lower crossing, at most 0
     * @param upper distance to the upper crossing, at least 0
     * @param isLowerAtBound whether the lower end of its interval came before the crossing
     * @param isUpperAtBound whether the upper end of its interval came before the crossing
     * @param isNewMinimum whether the profile found a lower minimum than the fit, to which all numbers then refer
     */
    public record Errors(
            String parameter,
            double bestfit,
            double lower,
            double upper,
            boolean isLowerAtBound,
            boolean isUpperAtBound,
            boolean isNewMinimum) {}

    /** Return the crossings of Δ(−2 ln L) = 1. */
    public static Errors of(StatisticalModel model, String parameter) {
        return of(model, parameter, 1.0, Map.of());
    }

    /**
     * Return the crossings of a rise.
     *
     * @param rise Δ(−2 ln L), positive
     * @param held value by parameter of those that stay where they are
     * @throws hep.aurum.base.NotFound if the model has no such parameter
     * @throws NotConverged if a fit fails or no crossing is found
     */
    public static Errors of(StatisticalModel model, String parameter, double rise, Map<String, Double> held) {
        Check.argument(rise > 0.0, "the rise is %s, expected a positive number", rise);
        int index = model.indexOf(parameter);
        Box box = Fitter.box(model);
        for (Map.Entry<String, Double> entry : held.entrySet()) {
            box = box.withFixed(model.indexOf(entry.getKey()), entry.getValue());
        }
        Check.argument(!box.isFixed(index), "the parameter %s is fixed and has no errors", parameter);
        return new ProfileErrors(model, box, index, rise).find();
    }

    private Errors find() {
        for (int attempt = 0; attempt < RESTARTS; attempt++) {
            Minimum reference = best;
            double lower = crossing(-1.0);
            double upper = best == reference ? crossing(1.0) : 0.0;
            if (best == reference) {
                double here = best.point(parameter);
                return new Errors(
                        model.parameters().get(parameter).name(),
                        here,
                        lower - here,
                        upper - here,
                        lower <= box.lower(parameter) && riseAt(lower) < 0.0,
                        upper >= box.upper(parameter) && riseAt(upper) < 0.0,
                        isNewMinimum);
            }
        }
        throw failure("finds ever lower minima");
    }

    /** Return the place of the crossing on one side, or the end of the interval; gives up where a lower minimum shows up. */
    private double crossing(double side) {
        last = best;
        Minimum reference = best;
        double inside = best.point(parameter);
        double atInside = -rise;
        double end = side < 0.0 ? box.lower(parameter) : box.upper(parameter);
        if (inside == end) {
            return end;
        }
        double step = side * error();
        for (int i = 0; i < STEPS; i++) {
            double outside = side < 0.0 ? Math.max(inside + step, end) : Math.min(inside + step, end);
            double atOutside = riseAt(outside);
            if (best != reference || (outside == end && atOutside < 0.0)) {
                return outside;
            }
            if (atOutside >= 0.0) {
                return illinois(inside, atInside, outside, atOutside);
            }
            inside = outside;
            atInside = atOutside;
            step *= 1.5;
        }
        throw failure("does not rise by " + rise);
    }

    private double illinois(double inside, double atInside, double outside, double atOutside) {
        double a = inside;
        double fa = atInside;
        double b = outside;
        double fb = atOutside;
        for (int i = 0; i < STEPS; i++) {
            double c = b - fb * (b - a) / (fb - fa);
            double fc = riseAt(c);
            if (Math.abs(fc) <= TOLERANCE * rise || c == a || c == b) {
                return c;
            }
            if (fc * fb < 0.0) {
                a = b;
                fa = fb;
            } else {
                fa *= 0.5;
            }
            b = c;
            fb = fc;
        }
        return b;
    }

    /** Return the profile at a value, less the minimum and the rise; adopt a lower minimum. */
    private double riseAt(double value) {
        last = fitter.minimize(model, twiceNll, last.point(), box.withFixed(parameter, value));
        if (last.value() < best.value() - BELOW) {
            best = fitter.minimize(model, twiceNll, last.point(), box);
            isNewMinimum = true;
        }
        return last.value() - best.value() - rise;
    }

    private double error() {
        double curvature = best.hessian()[parameter * (model.parameters().size() + 1)];
        double scale = curvature > 0.0 ? Math.sqrt(2.0 * rise / curvature) : 0.1;
        double width = box.upper(parameter) - box.lower(parameter);
        return Double.isFinite(width) ? Math.min(scale, width) : scale;
    }

    private NotConverged failure(String what) {
        return new NotConverged(
                String.format(
                        Locale.ROOT,
                        "the profile of \"%s\" %s",
                        model.parameters().get(parameter).name(),
                        what),
                "best fit " + best.point(parameter),
                "look at the profile (aurum scan), or give the parameter a narrower interval");
    }
}
