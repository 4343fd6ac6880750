package hep.aurum.infer.curve;

import hep.aurum.base.BadInput;
import hep.aurum.math.optim.BoundedNewton;
import hep.aurum.math.optim.Box;
import hep.aurum.math.optim.Minimum;
import org.apache.commons.math3.analysis.solvers.BrentSolver;

/**
 * Hold the distances from a fitted value to where the profiled statistic has risen by one, as MINOS gives them.
 *
 * @param down distance downwards, infinite if there is no such place inside the parameter's interval
 * @param up distance upwards
 */
public record ProfileInterval(double down, double up) {

    private static final int DOUBLINGS = 12;
    private static final double RELATIVE_ACCURACY = 1e-7;

    static ProfileInterval of(CurveObjective objective, Box box, CurveResult result, int i) {
        double sigma = result.error(result.names().get(i));
        if (!(sigma > 0)) {
            throw new BadInput(
                    "the parameter \"" + result.names().get(i) + "\" has no error",
                    "",
                    "it is fixed, or ended on an end of its range");
        }
        return new ProfileInterval(
                distance(objective, box, result, i, -sigma), distance(objective, box, result, i, sigma));
    }

    private static double distance(CurveObjective objective, Box box, CurveResult result, int i, double step) {
        double[] best = result.values();
        double inside = best[i];
        double outside = box.clamp(i, best[i] + step);
        for (int n = 0; rise(objective, box, result, i, outside) < 0; n++) {
            if (n == DOUBLINGS || outside <= box.lower(i) || outside >= box.upper(i)) {
                return Double.POSITIVE_INFINITY;
            }
            inside = outside;
            outside = box.clamp(i, best[i] + 2 * (outside - best[i]));
        }
        double end = new BrentSolver(RELATIVE_ACCURACY * Math.abs(step))
                .solve(
                        100,
                        v -> rise(objective, box, result, i, v),
                        Math.min(inside, outside),
                        Math.max(inside, outside));
        return Math.abs(end - best[i]);
    }

    /** The rise of the profiled statistic above its minimum, less one. */
    private static double rise(CurveObjective objective, Box box, CurveResult result, int i, double value) {
        double[] start = result.values();
        start[i] = value;
        if (!Double.isFinite(objective.value(start))) {
            return 1e6;
        }
        Minimum minimum = BoundedNewton.withDefaults().minimize(objective, start, box.withFixed(i, value));
        return minimum.value() - result.minimum() - 1;
    }
}
