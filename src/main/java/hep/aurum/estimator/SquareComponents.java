package hep.aurum.estimator;

import hep.aurum.param.MonomialBasis;
import java.util.Arrays;
import java.util.Optional;

/**
 * Let the outputs be the factor L of a sum of squares, so that the ratio is not negative at any θ.
 *
 * <p>A squared amplitude \(|A_0 + \sum_a\theta_aA_a|^2\) is \(\psi^TM\psi\) with \(\psi = (1, \theta_1, \ldots, \theta_k)\) and a positive
 * semi-definite M, and so is its mean over the events of one x, for any polynomial of second degree that is nowhere negative. With \(M(x) =
 * L(x)L^T(x)\) and L lower triangular, as many numbers as there are monomials,
 *
 * <p>\[ L_{ab}(x) = \bar L_{ab} + \sqrt{\bar M_{aa}}\;o_{ab}(x), \qquad \bar M = \bar L\bar L^T = \frac1n\sum_iM_i. \]
 *
 * <p>Beside the sign, L grows like an amplitude where M grows like its square, and an error of L near a zero of the ratio changes it in second
 * order only.
 */
final class SquareComponents implements MorphingComponents {

    private static final double FLOOR = 1e-4;

    /** A pivot of the mean smaller than this part of the diagonal is no longer known from zero. */
    private static final double SINGULAR = 1e-10;

    private final int size;

    /** The monomial of each pair of entries of ψ. */
    private final int[][] monomial;

    private final double[][] mean;
    private final double[] scale;

    private SquareComponents(int size, int[][] monomial, double[][] mean, double[] scale) {
        this.size = size;
        this.monomial = monomial;
        this.mean = mean;
        this.scale = scale;
    }

    /**
     * Return the components of a polynomial, if it is complete of second degree and its mean is positive definite.
     *
     * @param mean \(C_j/n\), {@code [m]}
     */
    static Optional<MorphingComponents> of(MonomialBasis basis, double[] mean) {
        int size = basis.parameters() + 1;
        if (basis.size() != size * (size + 1) / 2) {
            return Optional.empty();
        }
        int[][] monomial = new int[size][size];
        double[][] gram = new double[size][size];
        for (int a = 0; a < size; a++) {
            for (int b = 0; b < size; b++) {
                int[] powers = new int[basis.parameters()];
                addOne(powers, a);
                addOne(powers, b);
                monomial[a][b] = position(basis, powers);
                if (monomial[a][b] < 0) {
                    return Optional.empty();
                }
                gram[a][b] = mean[monomial[a][b]] * (a == b ? 1 : 0.5);
            }
        }
        double[] scale = new double[size];
        Arrays.setAll(scale, a -> Math.sqrt(gram[a][a]));
        return factor(gram).map(l -> new SquareComponents(size, monomial, l, scale));
    }

    private static void addOne(int[] powers, int entry) {
        if (entry > 0) {
            powers[entry - 1]++;
        }
    }

    private static int position(MonomialBasis basis, int[] powers) {
        for (int j = 0; j < basis.size(); j++) {
            boolean same = true;
            for (int p = 0; p < powers.length; p++) {
                same &= basis.exponent(j, p) == powers[p];
            }
            if (same) {
                return j;
            }
        }
        return -1;
    }

    private static Optional<double[][]> factor(double[][] gram) {
        int size = gram.length;
        double[][] l = new double[size][size];
        for (int a = 0; a < size; a++) {
            for (int b = 0; b <= a; b++) {
                double rest = gram[a][b];
                for (int c = 0; c < b; c++) {
                    rest -= l[a][c] * l[b][c];
                }
                if (a == b && !(rest > SINGULAR * gram[a][a])) {
                    return Optional.empty();
                }
                l[a][b] = a == b ? Math.sqrt(rest) : rest / l[b][b];
            }
        }
        return Optional.of(l);
    }

    @Override
    public int outputs() {
        return size * (size + 1) / 2;
    }

    @Override
    public double floor() {
        return FLOOR;
    }

    private double entry(double[] outputs, int a, int b) {
        return mean[a][b] + scale[a] * outputs[a * (a + 1) / 2 + b];
    }

    @Override
    public void components(double[] outputs, double[] components) {
        Arrays.fill(components, 0);
        for (int a = 0; a < size; a++) {
            for (int b = 0; b <= a; b++) {
                double sum = 0;
                for (int c = 0; c <= b; c++) {
                    sum += entry(outputs, a, c) * entry(outputs, b, c);
                }
                components[monomial[a][b]] += a == b ? sum : 2 * sum;
            }
        }
    }

    @Override
    public void pullBack(double[] outputs, double[] upstream, double[] derivatives) {
        for (int a = 0; a < size; a++) {
            for (int c = 0; c <= a; c++) {
                double sum = 0;
                for (int b = c; b < size; b++) {
                    sum += 2 * upstream[monomial[a][b]] * entry(outputs, b, c);
                }
                derivatives[a * (a + 1) / 2 + c] = scale[a] * sum;
            }
        }
    }
}
