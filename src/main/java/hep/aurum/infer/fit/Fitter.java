package hep.aurum.infer.fit;

import hep.aurum.base.NotConverged;
import hep.aurum.likelihood.ModelParameter;
import hep.aurum.likelihood.StatisticalModel;
import hep.aurum.math.optim.BoundedNewton;
import hep.aurum.math.optim.Box;
import hep.aurum.math.optim.Minimum;
import hep.aurum.math.optim.Objective;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Find the maximum of a likelihood within the parameters' bounds.
 *
 * <p>Newton steps with exact derivatives and an active set ({@link BoundedNewton}), from the model's starting point.
 * When the exit checks fail (distance to the minimum, positive definite curvature), the search starts again from points
 * spread around it; the best minimum found wins. A fit without a converged search is an error, never a number.
 *
 * <p>Where the model says that rates turn back in a parameter ({@link StatisticalModel#foldedParameters}), the search is
 * repeated behind each fold and the lowest minimum wins; {@link FitResult#warnings} names the others. Where it may have
 * several minima altogether ({@link StatisticalModel#otherStarts}), the search is repeated from all of its starting points.
 * Other models are searched once: a single valley is then what Newton's method from the given start finds, and nothing proves that it is the
 * deepest.
 */
public final class Fitter {

    private static final int RESTARTS = 6;

    /** A search that stopped on a kink is accepted when no parameter promises more than this of −2 ln L. */
    private static final double KINK_TOLERANCE = 1e-6;

    /** Minima of −2 ln L that differ by less are equally deep: the one nearest to the start is kept. */
    private static final double SAME_VALUE = 1e-9;

    private static final double SAME_POINT = 1e-3;

    private static final Fitter DEFAULT = new Fitter(BoundedNewton.withDefaults());

    private final BoundedNewton newton;

    private Fitter(BoundedNewton newton) {
        this.newton = newton;
    }

    /** Return a fitter that stops at a distance of 1e-12 in \( -2\ln L \). */
    public static Fitter withDefaults() {
        return DEFAULT;
    }

    /** Return a fitter with another search. */
    public Fitter withSearch(BoundedNewton search) {
        return new Fitter(search);
    }

    /**
     * Fit all parameters that are not fixed.
     *
     * @throws NotConverged naming the parameter that spoils the search
     */
    public FitResult fit(StatisticalModel model) {
        return fit(model, Map.of());
    }

    /** Fit with one parameter held at a value, which may lie outside its bounds. */
    public FitResult fit(StatisticalModel model, String parameter, double value) {
        return fit(model, Map.of(parameter, value));
    }

    /**
     * Fit with some parameters held.
     *
     * @param model with its data
     * @param held value by parameter
     * @throws NotConverged naming the parameter that spoils the search
     * @throws hep.aurum.base.NotFound if a held parameter does not exist
     */
    public FitResult fit(StatisticalModel model, Map<String, Double> held) {
        Box box = box(model);
        for (Map.Entry<String, Double> entry : held.entrySet()) {
            box = box.withFixed(model.indexOf(entry.getKey()), entry.getValue());
        }
        List<Minimum> minima = minima(model, model.twiceNll(), model.initialPoint(), box);
        return FitReport.of(model, box, minima);
    }

    /**
     * Search for the minimum without a report: the fast road for scans and toys.
     *
     * @param model for the parameters' names and intervals
     * @param twiceNll the model's evaluator
     * @param start where to begin {@code [k]}
     * @param box the intervals, as from {@link #box}
     * @throws NotConverged naming the parameter that spoils the search
     */
    public Minimum minimize(StatisticalModel model, Objective twiceNll, double[] start, Box box) {
        return minima(model, twiceNll, start, box).get(0);
    }

    /**
     * Return all minima that were found, inside the parameters' bounds, the lowest first.
     *
     * @throws NotConverged naming the parameter that spoils the search
     */
    public List<Minimum> minima(StatisticalModel model) {
        return minima(model, model.twiceNll(), model.initialPoint(), box(model));
    }

    /** Return the minima found, the lowest first. */
    private List<Minimum> minima(StatisticalModel model, Objective twiceNll, double[] start, Box box) {
        Minimum first = converged(model, twiceNll, start, box);
        List<Integer> folded = model.foldedParameters();
        List<Minimum> found = folded.isEmpty() ? List.of(first) : Valleys.search(newton, twiceNll, box, first, folded);
        List<double[]> starts = model.otherStarts(found.get(0).point());
        return starts.isEmpty() ? found : withStarts(twiceNll, box, found, starts);
    }

    private List<Minimum> withStarts(Objective twiceNll, Box box, List<Minimum> known, List<double[]> starts) {
        List<Minimum> found = new ArrayList<>(known);
        for (double[] start : starts) {
            if (!isSame(start, known.get(0), box)) {
                Minimum next = newton.minimize(twiceNll, start, box);
                if (isAccepted(next) && found.stream().noneMatch(m -> isNear(m, next))) {
                    found.add(next);
                }
            }
        }
        found.sort(Comparator.comparingDouble(Minimum::value));
        // Of equally deep minima the one nearest to the start stays first, not that which rounding favours.
        Minimum nearest = known.get(0);
        if (nearest.value() - found.get(0).value() < SAME_VALUE) {
            found.remove(nearest);
            found.add(0, nearest);
        }
        return List.copyOf(found);
    }

    /** Newton searches end within 1e-6 of a minimum: what is further apart is another one. */
    private static boolean isNear(Minimum a, Minimum b) {
        double[] first = a.point();
        for (int i = 0; i < first.length; i++) {
            if (Math.abs(first[i] - b.point(i)) > SAME_POINT * (1.0 + Math.abs(first[i]))) {
                return false;
            }
        }
        return true;
    }

    /** Whether a search from a point would begin at the minimum itself, because the box leaves no room between them. */
    private static boolean isSame(double[] start, Minimum best, Box box) {
        for (int i = 0; i < start.length; i++) {
            if (box.clamp(i, start[i]) != best.point(i)) {
                return false;
            }
        }
        return true;
    }

    private Minimum converged(StatisticalModel model, Objective twiceNll, double[] start, Box box) {
        Minimum best = newton.minimize(twiceNll, start, box);
        if (isAccepted(best)) {
            return best;
        }
        double[] init = model.initialPoint();
        for (int attempt = 0; attempt < RESTARTS; attempt++) {
            Minimum next = newton.minimize(twiceNll, spread(init, box, attempt), box);
            boolean isBetter = isAccepted(next) == isAccepted(best) && next.value() < best.value();
            if (isBetter || (isAccepted(next) && !isAccepted(best))) {
                best = next;
            }
        }
        if (!isAccepted(best)) {
            throw failure(model, best);
        }
        return best;
    }

    static boolean isAccepted(Minimum minimum) {
        return minimum.isConverged() || minimum.distance() < KINK_TOLERANCE;
    }

    /** Starting points on a fixed low-discrepancy pattern around the initial point, a tenth of the interval wide. */
    private static double[] spread(double[] init, Box box, int attempt) {
        double[] start = init.clone();
        for (int i = 0; i < start.length && attempt > 0; i++) {
            double width = Math.min(2.0, box.upper(i) - box.lower(i));
            double phase = (attempt * 0.6180339887498949 + i * 0.7548776662466927) % 1.0;
            start[i] = box.clamp(i, start[i] + 0.2 * width * (phase - 0.5));
        }
        return start;
    }

    private static NotConverged failure(StatisticalModel model, Minimum minimum) {
        List<ModelParameter> parameters = model.parameters();
        String name =
                minimum.worst() < 0 ? "none" : parameters.get(minimum.worst()).name();
        return new NotConverged(
                String.format(
                        Locale.ROOT,
                        "the fit did not converge (%s after %d steps): parameter \"%s\" is furthest from its minimum",
                        minimum.status().name().toLowerCase(Locale.ROOT),
                        minimum.iterations(),
                        name),
                String.format(
                        Locale.ROOT,
                        "-2 ln L %s, distance to the minimum %.3g, gradient norm %.3g%s",
                        minimum.value(),
                        minimum.distance(),
                        minimum.gradientNorm(),
                        minimum.worst() < 0
                                ? ""
                                : String.format(Locale.ROOT, ", %s = %s", name, minimum.point(minimum.worst()))),
                "look at the bounds and the starting value of this parameter, or fix it");
    }

    /** Return the intervals of a model's parameters, fixed ones held at their initial value. */
    public static Box box(StatisticalModel model) {
        List<ModelParameter> parameters = model.parameters();
        double[] lower = new double[parameters.size()];
        double[] upper = new double[parameters.size()];
        for (int i = 0; i < lower.length; i++) {
            ModelParameter p = parameters.get(i);
            lower[i] = p.isFixed() ? p.init() : p.lower();
            upper[i] = p.isFixed() ? p.init() : p.upper();
        }
        return Box.of(lower, upper);
    }
}
