package hep.aurum.infer.interval;

import hep.aurum.base.Check;
import hep.aurum.param.ParameterSpace;
import java.util.List;

/** Bound the parameters of a fit; a parameter with equal ends is fixed. Immutable. */
public final class Box {

    private final double[] lower;
    private final double[] upper;

    private Box(double[] lower, double[] upper) {
        this.lower = lower;
        this.upper = upper;
    }

    /** Return the box of the parameters' ranges. */
    public static Box of(ParameterSpace space) {
        return of(
                space.parameters().stream().mapToDouble(p -> p.min()).toArray(),
                space.parameters().stream().mapToDouble(p -> p.max()).toArray());
    }

    /**
     * Return a box with given ends.
     *
     * @param lower {@code [k]}
     * @param upper {@code [k]}, nowhere below {@code lower}
     */
    public static Box of(double[] lower, double[] upper) {
        Check.length("upper", upper.length, lower.length);
        for (int i = 0; i < lower.length; i++) {
            Check.argument(lower[i] <= upper[i], "the range [%s, %s] is empty", lower[i], upper[i]);
        }
        return new Box(lower.clone(), upper.clone());
    }

    /** Return the box in which one parameter is fixed. */
    public Box withFixed(int parameter, double value) {
        Box box = new Box(lower.clone(), upper.clone());
        box.lower[parameter] = value;
        box.upper[parameter] = value;
        return box;
    }

    /** Return the number of parameters, fixed ones included. */
    public int size() {
        return lower.length;
    }

    /** Return the number of parameters that are free. */
    public int freeCount() {
        int free = 0;
        for (int i = 0; i < lower.length; i++) {
            free += lower[i] < upper[i] ? 1 : 0;
        }
        return free;
    }

    /** Return the lower end of a parameter. */
    public double lower(int parameter) {
        return lower[parameter];
    }

    /** Return the upper end of a parameter. */
    public double upper(int parameter) {
        return upper[parameter];
    }

    /** Return the point at a fraction of every range, from 0 at the lower ends to 1 at the upper ones. */
    double[] at(double[] fractions) {
        double[] point = new double[lower.length];
        for (int i = 0; i < point.length; i++) {
            point[i] = lower[i] + fractions[i] * (upper[i] - lower[i]);
        }
        return point;
    }

    /** Return points that are spread evenly over the free parameters; fixed ones keep their value. */
    public List<double[]> spread(int count) {
        return RobertsSequence.points(count, this);
    }

    double[] lowerEnds() {
        return lower.clone();
    }

    double[] upperEnds() {
        return upper.clone();
    }
}
