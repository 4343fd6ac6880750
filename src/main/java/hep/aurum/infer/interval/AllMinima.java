package hep.aurum.infer.interval;

import hep.aurum.base.NotConverged;
import hep.aurum.infer.fit.Fitter;
import hep.aurum.likelihood.StatisticalModel;
import hep.aurum.math.optim.BoundedBfgs;
import hep.aurum.math.optim.Differentiable;
import hep.aurum.math.optim.LocalMinimum;
import hep.aurum.math.optim.Minimum;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Find every minimum of \(-2\ln L\) inside a box by descents from well-spread starting points.
 *
 * <p>The starts are the additive-recurrence sequence of Roberts, which needs no random numbers; the best of them and all
 * given hints are followed downhill, and minima that coincide are reported once, lowest first. With S starts, a basin that
 * covers a fraction f of the box is missed with probability of about \((1-f)^S\).
 *
 * @param starts number of points at which the function is tried
 * @param descents number of these from which it is minimised
 */
public record AllMinima(int starts, int descents) {

    /** Two minima closer than this fraction of the box in every direction are one. */
    private static final double SAME = 0.02;

    /** In −2 ln L: far below what matters, above the rounding of networks in single precision. */
    private static final double TOLERANCE = 1e-5;

    /** Return the defaults: 64 starts and 12 descents. */
    public static AllMinima withDefaults() {
        return new AllMinima(64, 12);
    }

    /**
     * Find the minima.
     *
     * @param twiceNll the function, −2 ln L
     * @param box the ranges
     * @param hints further starting points, each {@code [k]}, such as a standard point
     * @return at least one minimum, the lowest first
     * @throws NotConverged if no descent converged
     */
    public List<LocalMinimum> find(Differentiable twiceNll, Box box, List<double[]> hints) {
        BoundedBfgs minimiser =
                BoundedBfgs.inside(box.lowerEnds(), box.upperEnds()).withTolerance(TOLERANCE);
        List<LocalMinimum> found = new ArrayList<>();
        for (double[] start : startingPoints(twiceNll, box, hints)) {
            LocalMinimum minimum = minimiser.minimise(twiceNll, start);
            if (minimum.isConverged() && found.stream().noneMatch(m -> coincide(m, minimum, box))) {
                found.add(minimum);
            }
        }
        if (found.isEmpty()) {
            throw new NotConverged(
                    "no descent of -2 ln L converged in the given ranges",
                    "",
                    "check that the likelihood is finite everywhere in the ranges, or narrow them");
        }
        found.sort(Comparator.comparingDouble(LocalMinimum::value));
        return List.copyOf(found);
    }

    /**
     * Find the minima of a model by Newton steps from its initial point and from its own other starting points ({@link
     * StatisticalModel#otherStarts}), as those of a signal that is quadratic in a coupling.
     *
     * @return at least one minimum, the lowest first
     * @throws NotConverged if the fit of the model fails
     */
    public static List<Minimum> of(StatisticalModel model) {
        return Fitter.withDefaults().minima(model);
    }

    private List<double[]> startingPoints(Differentiable f, Box box, List<double[]> hints) {
        List<double[]> points = new ArrayList<>(hints);
        if (box.freeCount() == 0) {
            return List.of(box.lowerEnds());
        }
        List<double[]> spread = RobertsSequence.points(starts, box);
        double[] values = f.values(spread);
        Integer[] order = new Integer[values.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble(i -> values[i]));
        for (int i = 0; i < Math.min(descents, order.length); i++) {
            points.add(spread.get(order[i]));
        }
        return points;
    }

    private static boolean coincide(LocalMinimum a, LocalMinimum b, Box box) {
        for (int i = 0; i < box.size(); i++) {
            if (Math.abs(a.get(i) - b.get(i)) > SAME * (box.upper(i) - box.lower(i))) {
                return false;
            }
        }
        return true;
    }
}
