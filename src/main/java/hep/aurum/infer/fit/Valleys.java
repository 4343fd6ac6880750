package hep.aurum.infer.fit;

import hep.aurum.math.optim.BoundedNewton;
import hep.aurum.math.optim.Box;
import hep.aurum.math.optim.Minimum;
import hep.aurum.math.optim.Objective;
import java.util.ArrayList;
import java.util.List;

/**
 * Look for further minima behind the folds of a model.
 *
 * <p>From the best minimum known, −2 ln L is tried along every folded parameter on the other side of zero, the rest held: a
 * pure fold gives the same rates there. Where it comes down again, a search begins. A lower minimum becomes the best one and
 * everything starts again from it. The cost is a few values by folded parameter as long as there is one valley.
 */
final class Valleys {

    /** Below this size a parameter has no mirror image worth the name. */
    private static final double NEAR_ZERO = 0.1;

    /** Minima closer than this in −2 ln L are one. */
    private static final double SAME = 1e-7;

    private static final int ROUNDS = 3;

    /** Where to try, in units of the mirrored value, or of 1 near zero. */
    private static final double[] STEPS = {0.5, 1.0, 1.5};

    private final BoundedNewton newton;
    private final Objective twiceNll;
    private final Box box;
    private final List<Minimum> found = new ArrayList<>();

    private Valleys(BoundedNewton newton, Objective twiceNll, Box box) {
        this.newton = newton;
        this.twiceNll = twiceNll;
        this.box = box;
    }

    /**
     * Return the minima found, the lowest first.
     *
     * @param first the minimum known, which is among them
     * @param folded the positions of folded parameters
     */
    static List<Minimum> search(
            BoundedNewton newton, Objective twiceNll, Box box, Minimum first, List<Integer> folded) {
        Valleys valleys = new Valleys(newton, twiceNll, box);
        valleys.found.add(first);
        for (int round = 0; round < ROUNDS && valleys.lowers(folded); round++) {}
        return valleys.found;
    }

    /** Try the other side of every fold; return whether one led lower. */
    private boolean lowers(List<Integer> folded) {
        Minimum best = found.get(0);
        for (int p : folded) {
            if (!box.isFixed(p)) {
                double here = best.point(p);
                if (Math.abs(here) >= NEAR_ZERO) {
                    tryAlong(best, p, -here);
                } else {
                    tryAlong(best, p, -1.0);
                    tryAlong(best, p, 1.0);
                }
            }
        }
        return found.get(0) != best;
    }

    /** Walk outwards from zero and descend from the lowest point after a descent. */
    private void tryAlong(Minimum from, int p, double unit) {
        double[] start = from.point();
        double[] places = new double[STEPS.length + 1];
        for (int i = 0; i < STEPS.length; i++) {
            places[i + 1] = box.clamp(p, STEPS[i] * unit);
        }
        double[] values = twiceNll.valuesAlong(start, p, places);
        double lowest = Double.POSITIVE_INFINITY;
        double place = 0.0;
        for (int i = 1; i < places.length; i++) {
            if (values[i] < values[i - 1] && values[i] < lowest) {
                lowest = values[i];
                place = places[i];
            }
        }
        // Within the valley of a minimum near zero everything between zero and the minimum comes down as well.
        boolean isBeyond = Math.abs(place) > Math.abs(from.point(p)) || place * from.point(p) < 0.0;
        if (place != 0.0 && isBeyond) {
            start[p] = place;
            descend(start);
        }
    }

    private void descend(double[] start) {
        Minimum minimum = newton.minimize(twiceNll, start, box);
        if (!Fitter.isAccepted(minimum) || found.stream().anyMatch(m -> isSame(m, minimum))) {
            return;
        }
        found.add(minimum.value() < found.get(0).value() ? 0 : found.size(), minimum);
    }

    private static boolean isSame(Minimum a, Minimum b) {
        return Math.abs(a.value() - b.value()) < SAME;
    }
}
