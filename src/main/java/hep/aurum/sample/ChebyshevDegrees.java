package hep.aurum.sample;

import hep.aurum.param.Parameter;
import java.util.Arrays;
import java.util.Optional;

/**
 * Choose how many Chebyshev nodes each nuisance needs, from a bound of the error.
 *
 * <p>On its range a nuisance is \(\nu = \nu_m + hu\), \(|u| \le 1\), and an event's factor \(\exp(\alpha u + \beta u^2 +
 * \gamma)\) is entire. In the ellipse with foci ±1 and semi-axes \(A, B = (\rho \pm 1/\rho)/2\) it is at most \(M(\rho) =
 * \exp(\gamma + |\alpha|A + \max(\beta A^2, -\beta B^2))\), and the interpolant through N nodes misses it by at most
 * \(4M(\rho)\rho^{1-N}/(\rho-1)\), for every ρ. The errors of all events add up, those of the nuisances with a Lebesgue constant
 * \(\Lambda\) for each other one. They are compared with the least that \(\sum_i|c_{ij}|\exp(\ldots)\) can be on the ranges, which
 * by Jensen's inequality is \(\sum_i|c_{ij}|\) times the exponential of the least mean exponent.
 *
 * <p>Exponents so different that the sum loses the digits in question, or more nodes than a label can afford, have no answer.
 *
 * @see <a href="https://doi.org/10.1137/1.9781611975949">Trefethen: Approximation Theory and Approximation Practice, theorems
 *     8.2 and 15.2</a>
 */
final class ChebyshevDegrees {

    /** Of the sums, relative to the sums of the absolute weights. */
    static final double TOLERANCE = 1e-12;

    /** Monomials times nodes, each of which a label multiplies twice: some fifty microseconds. */
    private static final int MOST_TERMS = 1 << 16;

    private static final int MOST_EACH = 128;

    /** \(1 + \frac2\pi\ln 128\), an upper bound up to 128 nodes. */
    private static final double LEBESGUE = 4.1;

    private static final double[] RHO = {1, 1.25, 1.5, 2, 3, 4, 6, 8, 12, 16, 24, 32, 64, 128};

    private final EventSample sample;
    private final NuisanceWeights weights;
    private final int q;
    private final int m;

    /** \(\sum_i|c_{ij}|M_{ik}(\rho)\prod_{l\ne k}M_{il}(1)\) relative to the least sum, {@code [k][rho]}, for the worst j. */
    private final double[][] relative;

    private ChebyshevDegrees(EventSample sample, NuisanceWeights weights) {
        this.sample = sample;
        this.weights = weights;
        this.q = weights.nuisances().size();
        this.m = sample.basis().size();
        this.relative = new double[q][RHO.length];
    }

    /** Return the number of nodes for each nuisance, or nothing if there is no number within bounds. */
    static Optional<int[]> find(EventSample sample, NuisanceWeights weights) {
        ChebyshevDegrees degrees = new ChebyshevDegrees(sample, weights);
        degrees.measure();
        return degrees.nodes();
    }

    private void measure() {
        double[][][] sums = new double[q][RHO.length][m];
        double[][] bounds = new double[q][RHO.length];
        for (int i = 0; i < sample.size(); i++) {
            for (int k = 0; k < q; k++) {
                for (int e = 0; e < RHO.length; e++) {
                    bounds[k][e] = logBound(i, k, RHO[e]);
                }
            }
            double onRange = 0;
            for (double[] bound : bounds) {
                onRange += bound[0];
            }
            for (int k = 0; k < q; k++) {
                for (int e = 0; e < RHO.length; e++) {
                    double factor = StrictMath.exp(onRange - bounds[k][0] + bounds[k][e]);
                    for (int j = 0; j < m; j++) {
                        // An event without weight must not count even where its factor overflows.
                        double c = Math.abs(sample.coefficient(i, j));
                        sums[k][e][j] += c == 0 ? 0 : c * factor;
                    }
                }
            }
        }
        for (int j = 0; j < m; j++) {
            double least = leastSum(j);
            for (int k = 0; k < q && least > 0; k++) {
                for (int e = 0; e < RHO.length; e++) {
                    relative[k][e] = Math.max(relative[k][e], sums[k][e][j] / least);
                }
            }
        }
    }

    private double logBound(int event, int nuisance, double rho) {
        Parameter range = weights.nuisances().get(nuisance);
        double middle = (range.max() + range.min()) / 2;
        double half = (range.max() - range.min()) / 2;
        double a = weights.linear(event, nuisance);
        double b = weights.quadratic(event, nuisance);
        double alpha = half * (a + 2 * b * middle);
        double beta = b * half * half;
        double wide = (rho + 1 / rho) / 2;
        double high = (rho - 1 / rho) / 2;
        return (a + b * middle) * middle + Math.abs(alpha) * wide + Math.max(beta * wide * wide, -beta * high * high);
    }

    /** Bound \(\sum_i|c_{ij}|\exp(\ldots)\) from below, on the whole of the ranges; 0 where no event has the monomial. */
    private double leastSum(int monomial) {
        double[] a = new double[q];
        double[] b = new double[q];
        double sum = 0;
        for (int i = 0; i < sample.size(); i++) {
            double c = Math.abs(sample.coefficient(i, monomial));
            sum += c;
            for (int k = 0; k < q; k++) {
                a[k] += c * weights.linear(i, k);
                b[k] += c * weights.quadratic(i, k);
            }
        }
        double exponent = 0;
        for (int k = 0; k < q && sum > 0; k++) {
            exponent +=
                    leastExponent(a[k] / sum, b[k] / sum, weights.nuisances().get(k));
        }
        return sum * StrictMath.exp(exponent);
    }

    private static double leastExponent(double a, double b, Parameter range) {
        double least = Math.min((a + b * range.min()) * range.min(), (a + b * range.max()) * range.max());
        double vertex = b > 0 ? -a / (2 * b) : range.min();
        return range.contains(vertex) ? Math.min(least, (a + b * vertex) * vertex) : least;
    }

    private Optional<int[]> nodes() {
        double others = StrictMath.pow(LEBESGUE, q - 1.0);
        int[] nodes = new int[q];
        long terms = m;
        for (int k = 0; k < q; k++) {
            // Rounding of the largest terms, a unit in the last place each.
            if (!(relative[k][0] * Math.ulp(1.0) * others <= TOLERANCE)) {
                return Optional.empty();
            }
            nodes[k] = nodes(relative[k], TOLERANCE / (q * others));
            terms = Math.min(terms, MOST_TERMS) * nodes[k];
        }
        boolean affordable = terms <= MOST_TERMS && Arrays.stream(nodes).allMatch(n -> n <= MOST_EACH);
        return affordable ? Optional.of(nodes) : Optional.empty();
    }

    private static int nodes(double[] bounds, double tolerance) {
        int nodes = 1;
        while (nodes <= MOST_EACH && !(error(bounds, nodes) <= tolerance)) {
            nodes++;
        }
        return nodes;
    }

    private static double error(double[] bounds, int nodes) {
        double least = Double.POSITIVE_INFINITY;
        for (int e = 1; e < RHO.length; e++) {
            least = Math.min(least, 4 * bounds[e] * StrictMath.pow(RHO[e], 1 - nodes) / (RHO[e] - 1));
        }
        return least;
    }
}
