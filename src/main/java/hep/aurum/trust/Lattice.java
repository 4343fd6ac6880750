package hep.aurum.trust;

import hep.aurum.param.Parameter;
import hep.aurum.param.ParameterSpace;

/**
 * Spread L points evenly over the ranges of the parameters so that any of them could have been the first.
 *
 * <p>The points \(\{u + j\,g/L\}\), \(j = 0 \ldots L-1\), are a shifted group on the torus. If u is even in the unit box, each
 * point is as probable as any other to be the one from which the rest were made. Given data drawn at the first point, the
 * posterior over which point that was is therefore proportional to the likelihood, for any L and however coarse the points are:
 * what is asked of such posteriors has exact answers without a fine grid.
 */
final class Lattice {

    /** Points by number of parameters: primes, so that no two points share a coordinate. */
    private static final int[] SIZES = {0, 97, 251, 499};

    private final ParameterSpace space;
    private final int size;
    private final int[] steps;

    private Lattice(ParameterSpace space, int size, int[] steps) {
        this.space = space;
        this.size = size;
        this.steps = steps;
    }

    /** Make the lattice of a space with parameters. */
    static Lattice of(ParameterSpace space) {
        int k = space.size();
        int size = SIZES[Math.min(k, SIZES.length - 1)];
        int[] steps = new int[k];
        double golden = golden(k);
        double alpha = 1;
        for (int a = 0; a < k; a++) {
            steps[a] = a == 0 ? 1 : (int) Math.max(1, Math.round(size * alpha) % size);
            alpha /= golden;
        }
        return new Lattice(space, size, steps);
    }

    /** Solve \(x^k = x + 1\), whose root gives directions that no small integers relate. */
    private static double golden(int k) {
        double x = 1.5;
        for (int i = 0; i < 64; i++) {
            x = StrictMath.pow(1 + x, 1.0 / Math.max(2, k));
        }
        return x;
    }

    int size() {
        return size;
    }

    /**
     * Return the coordinate of a point in the unit box.
     *
     * @param first {@code [k]}, the first point
     */
    double unit(double[] first, int point, int parameter) {
        double u = first[parameter] + (double) ((long) point * steps[parameter] % size) / size;
        return u - Math.floor(u);
    }

    /** Return all points in the parameters' own units, {@code [L*k]} by rows. */
    double[] points(double[] first) {
        int k = steps.length;
        double[] points = new double[size * k];
        for (int j = 0; j < size; j++) {
            for (int a = 0; a < k; a++) {
                Parameter parameter = space.get(a);
                points[j * k + a] = parameter.min() + (parameter.max() - parameter.min()) * unit(first, j, a);
            }
        }
        return points;
    }
}
