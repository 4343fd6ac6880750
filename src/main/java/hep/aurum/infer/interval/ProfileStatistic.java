package hep.aurum.infer.interval;

import hep.aurum.math.optim.BoundedBfgs;
import hep.aurum.math.optim.Differentiable;
import hep.aurum.math.optim.LocalMinimum;
import java.util.ArrayList;
import java.util.List;

/**
 * Evaluate the profile likelihood-ratio statistic \(t(\theta) = -2\ln\frac{L(\theta, \hat{\hat\nu})}{L(\hat\theta)}\) of one
 * data set, where the parameters that a test does not fix are profiled.
 *
 * <p>Never negative: a point that rounding puts below the known minimum counts as the minimum.
 */
public final class ProfileStatistic {

    private static final double PROFILE_TOLERANCE = 1e-5;

    private final Differentiable twiceNll;
    private final Box box;
    private final List<LocalMinimum> minima;

    private ProfileStatistic(Differentiable twiceNll, Box box, List<LocalMinimum> minima) {
        this.twiceNll = twiceNll;
        this.box = box;
        this.minima = minima;
    }

    /**
     * Fit a data set.
     *
     * @param twiceNll −2 ln L of the data
     * @param box the ranges
     * @param search how to look for minima
     * @param hints further starting points
     */
    public static ProfileStatistic of(Differentiable twiceNll, Box box, AllMinima search, List<double[]> hints) {
        return new ProfileStatistic(twiceNll, box, search.find(twiceNll, box, hints));
    }

    /** Return every minimum found, the lowest first. */
    public List<LocalMinimum> minima() {
        return minima;
    }

    /** Return the lowest minimum. */
    public LocalMinimum best() {
        return minima.get(0);
    }

    /** Return the ranges of the fit. */
    public Box box() {
        return box;
    }

    /** Return t at a point that fixes every parameter; exact zero is returned where rounding would make it negative. */
    public double at(double[] theta) {
        return Math.max(0, twiceNll.value(theta) - best().value());
    }

    /** Return t at many points that fix every parameter. */
    public double[] at(List<double[]> thetas) {
        double[] values = twiceNll.values(thetas);
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.max(0, values[i] - best().value());
        }
        return values;
    }

    /**
     * Return t with the other parameters profiled.
     *
     * @param fixed positions of the parameters that are fixed
     * @param values their values
     * @param warm a starting point for the others, {@code [k]}; overwritten with the profiled point
     */
    public double profiled(int[] fixed, double[] values, double[] warm) {
        Box constrained = box;
        for (int i = 0; i < fixed.length; i++) {
            constrained = constrained.withFixed(fixed[i], values[i]);
            warm[fixed[i]] = values[i];
        }
        if (constrained.freeCount() == 0) {
            return at(warm);
        }
        BoundedBfgs minimiser = BoundedBfgs.inside(constrained.lowerEnds(), constrained.upperEnds())
                .withTolerance(PROFILE_TOLERANCE);
        LocalMinimum lowest = minimiser.minimise(twiceNll, warm);
        for (double[] start : otherStarts(fixed, values)) {
            LocalMinimum other = minimiser.minimise(twiceNll, start);
            lowest = other.value() < lowest.value() ? other : lowest;
        }
        System.arraycopy(lowest.point(), 0, warm, 0, warm.length);
        return Math.max(0, lowest.value() - best().value());
    }

    /** Where there are several minima each is a start: a profile can change the valley it runs in. */
    private List<double[]> otherStarts(int[] fixed, double[] values) {
        List<double[]> starts = new ArrayList<>();
        if (minima.size() == 1) {
            return starts;
        }
        for (LocalMinimum minimum : minima) {
            double[] start = minimum.point();
            for (int i = 0; i < fixed.length; i++) {
                start[fixed[i]] = values[i];
            }
            starts.add(start);
        }
        return starts;
    }
}
