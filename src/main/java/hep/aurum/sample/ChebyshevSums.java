package hep.aurum.sample;

import hep.aurum.base.BadInput;
import hep.aurum.param.Parameter;
import java.util.List;

/**
 * Interpolate the sums in a tensor product of Chebyshev polynomials on the nuisances' ranges.
 *
 * <p>\[ S_j(\nu) = \sum_{n_1\ldots n_q} C_{j,n_1\ldots n_q}\prod_k T_{n_k}(u_k) \]
 *
 * <p>Values and slopes are those of one polynomial, so that a score is the gradient of a ratio to rounding.
 *
 * <p>Immutable.
 */
final class ChebyshevSums implements NuisanceSums {

    /** How far beyond an end of the range, as a part of its half, rounding may carry a value. */
    private static final double SLACK = 1e-9;

    private final List<Parameter> nuisances;
    private final int[] nodes;
    private final int monomials;

    /** {@code [m][N_1]...[N_q]}. */
    private final double[] coefficients;

    private ChebyshevSums(List<Parameter> nuisances, int[] nodes, int monomials, double[] coefficients) {
        this.nuisances = nuisances;
        this.nodes = nodes;
        this.monomials = monomials;
        this.coefficients = coefficients;
    }

    /**
     * Sum all events at the nodes.
     *
     * @param nodes how many for each nuisance
     */
    static ChebyshevSums of(EventSample sample, NuisanceWeights weights, int[] nodes) {
        int m = sample.basis().size();
        double[][] at = new double[nodes.length][];
        int all = 1;
        for (int k = 0; k < nodes.length; k++) {
            at[k] = nodes(weights.nuisances().get(k), nodes[k]);
            all *= nodes[k];
        }
        double[] values = new double[m * all];
        double[] factors = new double[all];
        double[] one = new double[all];
        for (int i = 0; i < sample.size(); i++) {
            factors(weights, i, at, one, factors);
            for (int j = 0; j < m; j++) {
                double c = sample.coefficient(i, j);
                for (int p = 0; p < all; p++) {
                    values[j * all + p] += c * factors[p];
                }
            }
        }
        int stride = 1;
        for (int k = nodes.length - 1; k >= 0; k--) {
            transform(values, nodes[k], stride);
            stride *= nodes[k];
        }
        return new ChebyshevSums(weights.nuisances(), nodes, m, values);
    }

    private static double[] nodes(Parameter range, int count) {
        double[] at = new double[count];
        for (int p = 0; p < count; p++) {
            double u = StrictMath.cos(Math.PI * (p + 0.5) / count);
            at[p] = (range.max() + range.min()) / 2 + (range.max() - range.min()) / 2 * u;
        }
        return at;
    }

    /** Multiply out one event's factors, the last nuisance running fastest. */
    private static void factors(NuisanceWeights weights, int event, double[][] at, double[] one, double[] factors) {
        factors[0] = 1;
        int done = 1;
        for (int k = 0; k < at.length; k++) {
            int count = at[k].length;
            double a = weights.linear(event, k);
            double b = weights.quadratic(event, k);
            for (int p = 0; p < count; p++) {
                one[p] = StrictMath.exp((a + b * at[k][p]) * at[k][p]);
            }
            // In place, and from the last down, so that no product is overwritten before it is used.
            for (int before = done - 1; before >= 0; before--) {
                double product = factors[before];
                for (int p = 0; p < count; p++) {
                    factors[before * count + p] = product * one[p];
                }
            }
            done *= count;
        }
    }

    /** Replace values at the nodes by coefficients, along one axis. */
    private static void transform(double[] values, int count, int stride) {
        double[][] cosines = new double[count][count];
        for (int n = 0; n < count; n++) {
            for (int p = 0; p < count; p++) {
                cosines[n][p] = (n == 0 ? 1.0 : 2.0) / count * StrictMath.cos(n * Math.PI * (p + 0.5) / count);
            }
        }
        double[] line = new double[count];
        for (int block = 0; block < values.length; block += count * stride) {
            for (int offset = block; offset < block + stride; offset++) {
                for (int p = 0; p < count; p++) {
                    line[p] = values[offset + p * stride];
                }
                for (int n = 0; n < count; n++) {
                    double sum = 0;
                    for (int p = 0; p < count; p++) {
                        sum += cosines[n][p] * line[p];
                    }
                    values[offset + n * stride] = sum;
                }
            }
        }
    }

    /** Return the number of nodes of one nuisance. */
    int nodes(int nuisance) {
        return nodes[nuisance];
    }

    @Override
    public Reader reader() {
        return new Contraction();
    }

    /** Sum over one axis after the other, the last first. */
    private final class Contraction implements Reader {
        private final double[] value;
        private final double[][] slope = new double[nodes.length][];
        private final double[][] polynomials = new double[nodes.length][];
        private final double[][] derivatives = new double[nodes.length][];

        Contraction() {
            int rows = coefficients.length;
            for (int k = nodes.length - 1; k >= 0; k--) {
                rows /= nodes[k];
                slope[k] = new double[rows];
                polynomials[k] = new double[nodes[k]];
                derivatives[k] = new double[nodes[k]];
            }
            value = new double[coefficients.length / nodes[nodes.length - 1]];
        }

        @Override
        public void evaluate(double[] nu, double[] values, double[][] slopes) {
            double[] from = coefficients;
            int rows = coefficients.length;
            for (int k = nodes.length - 1; k >= 0; k--) {
                rows /= nodes[k];
                polynomials(nuisances.get(k), nu[k], polynomials[k], derivatives[k]);
                for (int l = k + 1; l < nodes.length; l++) {
                    contract(slope[l], polynomials[k], rows, slope[l]);
                }
                contract(from, derivatives[k], rows, slope[k]);
                contract(from, polynomials[k], rows, value);
                from = value;
            }
            System.arraycopy(value, 0, values, 0, monomials);
            for (int k = 0; k < nodes.length; k++) {
                System.arraycopy(slope[k], 0, slopes[k], 0, monomials);
            }
        }

        /** May be done in place: row r is read from entries at r and beyond. */
        private static void contract(double[] from, double[] by, int rows, double[] to) {
            int count = by.length;
            for (int r = 0; r < rows; r++) {
                double sum = 0;
                for (int n = 0; n < count; n++) {
                    sum += from[r * count + n] * by[n];
                }
                to[r] = sum;
            }
        }
    }

    /** Evaluate all \(T_n(u)\) and \(dT_n/d\nu\), by \(T_{n+1} = 2uT_n - T_{n-1}\) and its derivative. */
    private static void polynomials(Parameter range, double nu, double[] t, double[] slope) {
        double half = (range.max() - range.min()) / 2;
        double u = (nu - (range.max() + range.min()) / 2) / half;
        if (!(Math.abs(u) <= 1 + SLACK)) {
            throw new BadInput(
                    "a label is asked for at " + range.name() + " = " + nu + ", outside its range [" + range.min()
                            + ", " + range.max() + "]",
                    "",
                    "choose a point inside, or widen the range of " + range.name());
        }
        t[0] = 1;
        slope[0] = 0;
        if (t.length > 1) {
            t[1] = u;
            slope[1] = 1 / half;
        }
        for (int n = 1; n + 1 < t.length; n++) {
            t[n + 1] = 2 * u * t[n] - t[n - 1];
            slope[n + 1] = 2 * t[n] / half + 2 * u * slope[n] - slope[n - 1];
        }
    }
}
