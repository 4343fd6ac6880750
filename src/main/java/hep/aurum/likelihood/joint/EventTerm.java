package hep.aurum.likelihood.joint;

import hep.aurum.likelihood.binned.RateTerm;
import java.util.Arrays;
import java.util.List;

/**
 * Evaluate the part of one channel of events in \(-2\ln L\):
 *
 * <p>\[ T = 2\sum_p\nu_p - 2\sum_i a_i\ln\lambda_i, \qquad \lambda_i = \sum_p\nu_p\,r_p(x_i|s) \]
 *
 * <p>with the weight \(a_i\) of an event, up to a constant of the data: the extended likelihood of a mixture.
 *
 * <p>Below \(\epsilon = 10^{-12}\sum_p|\nu_p|\) an intensity is replaced by \(\epsilon\,e^{\lambda/\epsilon-1}\), as the rates of
 * bins are, so that an interference that makes it negative costs likelihood and never makes it NaN.
 *
 * @see <a href="https://doi.org/10.1016/0168-9002(90)91334-8">Barlow: Extended maximum likelihood (1990), Eq. (9)</a>
 */
final class EventTerm implements RateTerm {

    private static final double FLOOR = 1e-12;

    private final int[] bins;
    private final int[] variables;
    private final List<EventShape> shapes;

    /** Where the variables of each shape are among those of the term. */
    private final int[][] positions;

    private final double[] weights;
    private final int n;
    private final int count;
    private final int m;
    private final double[][] ratios;
    private final double[][] slopes;
    private final double[][] bends;

    /** The variables of each shape in hand, and the derivatives of the intensity in the rates and in the variables. */
    private final double[][] picked;

    private final double[] lambda;

    /** Intensity of the event in hand, its logarithm, and the first two derivatives of the logarithm. */
    private double logarithm;

    private double first;
    private double second;

    /**
     * Prepare a term.
     *
     * @param bins of the processes in the binned model
     * @param variables positions of the distinct shape parameters in the whole model
     * @param shapes of the processes
     * @param positions for each process, where its parameters are among the variables
     * @param weights of the events
     */
    EventTerm(int[] bins, int[] variables, List<EventShape> shapes, int[][] positions, double[] weights) {
        this.bins = bins;
        this.variables = variables;
        this.shapes = shapes;
        this.positions = positions;
        this.weights = weights;
        n = weights.length;
        count = bins.length;
        m = variables.length;
        ratios = new double[count][n];
        slopes = new double[count][];
        bends = new double[count][];
        picked = new double[count][];
        lambda = new double[count + m];
        for (int p = 0; p < count; p++) {
            int own = positions[p].length;
            picked[p] = new double[own];
            slopes[p] = new double[n * own];
            bends[p] = new double[n * own * own];
        }
    }

    @Override
    public int[] bins() {
        return bins;
    }

    @Override
    public int[] variables() {
        return variables;
    }

    @Override
    public double value(double[] rates, double[] own) {
        for (int p = 0; p < count; p++) {
            shapes.get(p).evaluate(pick(own, p), ratios[p], null, null);
        }
        double epsilon = epsilon(rates);
        double sum = 0;
        for (int i = 0; i < n; i++) {
            logarithm(intensity(rates, i), epsilon);
            sum += weights[i] * logarithm;
        }
        return 2 * (total(rates) - sum);
    }

    /** Return the variables of one shape. */
    private double[] pick(double[] values, int p) {
        int[] at = positions[p];
        for (int i = 0; i < at.length; i++) {
            picked[p][i] = values[at[i]];
        }
        return picked[p];
    }

    /** Sum with Kahan's compensation, as streams of numbers do: cancelling rates of an interference keep their digits. */
    private static double total(double[] rates) {
        double sum = 0;
        double excess = 0;
        for (double rate : rates) {
            double y = rate - excess;
            double t = sum + y;
            excess = t - sum - y;
            sum = t;
        }
        return sum - excess;
    }

    private static double epsilon(double[] rates) {
        double sum = 0;
        for (double rate : rates) {
            sum += Math.abs(rate);
        }
        return Math.max(FLOOR * sum, Double.MIN_NORMAL);
    }

    private double intensity(double[] rates, int i) {
        double sum = 0;
        for (int p = 0; p < count; p++) {
            sum += rates[p] * ratios[p][i];
        }
        return sum;
    }

    private void logarithm(double intensity, double epsilon) {
        if (intensity >= epsilon) {
            logarithm = StrictMath.log(intensity);
            first = 1 / intensity;
            second = -first * first;
        } else {
            logarithm = StrictMath.log(epsilon) + intensity / epsilon - 1;
            first = 1 / epsilon;
            second = 0;
        }
    }

    @Override
    public double evaluate(double[] rates, double[] own, double[] gradient, double[] hessian) {
        for (int p = 0; p < count; p++) {
            shapes.get(p).evaluate(pick(own, p), ratios[p], slopes[p], bends[p]);
        }
        Arrays.fill(gradient, 0);
        Arrays.fill(hessian, 0);
        Arrays.fill(gradient, 0, count, 2);
        double epsilon = epsilon(rates);
        double sum = 0;
        for (int i = 0; i < n; i++) {
            logarithm(intensity(rates, i), epsilon);
            sum += weights[i] * logarithm;
            fill(rates, i);
            addOuter(-2 * weights[i] * first, -2 * weights[i] * second, gradient, hessian);
            addBends(rates, i, -2 * weights[i] * first, hessian);
        }
        return 2 * (total(rates) - sum);
    }

    /** Fill in the derivatives of the intensity in the rates and in the variables. */
    private void fill(double[] rates, int i) {
        Arrays.fill(lambda, count, lambda.length, 0);
        for (int p = 0; p < count; p++) {
            lambda[p] = ratios[p][i];
            int own = positions[p].length;
            for (int a = 0; a < own; a++) {
                lambda[count + positions[p][a]] += rates[p] * slopes[p][i * own + a];
            }
        }
    }

    private void addOuter(double slope, double bend, double[] gradient, double[] hessian) {
        int size = lambda.length;
        int at = 0;
        for (int a = 0; a < size; a++) {
            gradient[a] += slope * lambda[a];
            double scaled = bend * lambda[a];
            for (int b = 0; b < size; b++) {
                hessian[at] += scaled * lambda[b];
                at++;
            }
        }
    }

    /** Add the curvature of the intensity: of a rate and a variable, and of two variables. */
    private void addBends(double[] rates, int i, double slope, double[] hessian) {
        int size = count + m;
        for (int p = 0; p < count; p++) {
            int own = positions[p].length;
            for (int a = 0; a < own; a++) {
                int row = count + positions[p][a];
                double mixed = slope * slopes[p][i * own + a];
                hessian[row * size + p] += mixed;
                hessian[p * size + row] += mixed;
                for (int b = 0; b < own; b++) {
                    double bend = bends[p][(i * own + a) * own + b];
                    hessian[row * size + count + positions[p][b]] += slope * rates[p] * bend;
                }
            }
        }
    }
}
