package hep.aurum.param;

import hep.aurum.base.Check;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Evaluate the monomials \(\phi_j(\theta) = \prod_i \theta_i^{e_{ji}}\) in which event weights are expanded.
 *
 * <p>An amplitude that is linear in k operators gives weights that are quadratic:
 * \(1, \theta_1, \ldots, \theta_1^2, \theta_1\theta_2, \ldots\), \((k+1)(k+2)/2\) monomials in all.
 */
public final class MonomialBasis {

    private final int parameters;
    private final int[][] exponents;

    private MonomialBasis(int parameters, int[][] exponents) {
        this.parameters = parameters;
        this.exponents = exponents;
    }

    /**
     * Return the basis with given exponents.
     *
     * @param parameters the number k of parameters
     * @param exponents {@code [m][k]}, non-negative, rows distinct
     */
    public static MonomialBasis of(int parameters, int[][] exponents) {
        List<int[]> rows = new ArrayList<>();
        for (int[] row : exponents) {
            Check.length("a row of exponents", row.length, parameters);
            for (int e : row) {
                Check.argument(e >= 0, "exponent %d is negative", e);
            }
            rows.add(row.clone());
        }
        long distinct = rows.stream().map(java.util.Arrays::toString).distinct().count();
        Check.argument(distinct == rows.size(), "the rows of exponents repeat");
        return new MonomialBasis(parameters, rows.toArray(int[][]::new));
    }

    /**
     * Return all monomials up to a total degree, ordered by degree and then lexicographically: for two parameters and
     * degree 2, \(1, a, b, a^2, ab, b^2\).
     *
     * @param parameters the number of parameters
     * @param degree the highest total degree
     */
    public static MonomialBasis complete(int parameters, int degree) {
        int[] each = new int[parameters];
        java.util.Arrays.fill(each, degree);
        return complete(each, degree);
    }

    /**
     * Return all monomials whose powers are bounded for every parameter and in total.
     *
     * @param maxPowers the highest power of each parameter
     * @param degree the highest total degree
     */
    public static MonomialBasis complete(int[] maxPowers, int degree) {
        List<int[]> rows = new ArrayList<>();
        for (int total = 0; total <= degree; total++) {
            extend(maxPowers, new int[maxPowers.length], 0, total, rows);
        }
        return new MonomialBasis(maxPowers.length, rows.toArray(int[][]::new));
    }

    private static void extend(int[] maxPowers, int[] row, int position, int left, List<int[]> rows) {
        if (position == row.length) {
            if (left == 0) {
                rows.add(row.clone());
            }
            return;
        }
        for (int power = Math.min(left, maxPowers[position]); power >= 0; power--) {
            row[position] = power;
            extend(maxPowers, row, position + 1, left - power, rows);
        }
        row[position] = 0;
    }

    /** Return the number m of monomials. */
    public int size() {
        return exponents.length;
    }

    /** Return the number k of parameters. */
    public int parameters() {
        return parameters;
    }

    /** Return the power of a parameter in a monomial. */
    public int exponent(int monomial, int parameter) {
        return exponents[monomial][parameter];
    }

    /**
     * Evaluate every monomial.
     *
     * @param theta {@code [k]}
     * @param values {@code [m]}, overwritten
     */
    public void values(double[] theta, double[] values) {
        for (int j = 0; j < exponents.length; j++) {
            double product = 1;
            for (int i = 0; i < parameters; i++) {
                product *= power(theta[i], exponents[j][i]);
            }
            values[j] = product;
        }
    }

    /**
     * Evaluate the derivative of every monomial along one parameter.
     *
     * @param theta {@code [k]}
     * @param parameter the parameter to differentiate by
     * @param derivatives {@code [m]}, overwritten
     */
    public void derivatives(double[] theta, int parameter, double[] derivatives) {
        for (int j = 0; j < exponents.length; j++) {
            int e = exponents[j][parameter];
            double product = e;
            for (int i = 0; i < parameters && e > 0; i++) {
                product *= power(theta[i], i == parameter ? e - 1 : exponents[j][i]);
            }
            derivatives[j] = product;
        }
    }

    /** Return the value of one monomial at {@code theta} {@code [k]}. */
    public double value(int monomial, double[] theta) {
        double product = 1;
        for (int i = 0; i < parameters; i++) {
            product *= power(theta[i], exponents[monomial][i]);
        }
        return product;
    }

    /** Return the derivative of one monomial along one parameter at {@code theta} {@code [k]}. */
    public double derivative(int monomial, double[] theta, int parameter) {
        int e = exponents[monomial][parameter];
        double product = e;
        for (int i = 0; i < parameters && e > 0; i++) {
            product *= power(theta[i], i == parameter ? e - 1 : exponents[monomial][i]);
        }
        return product;
    }

    /** Return the highest total degree. */
    public int degree() {
        int degree = 0;
        for (int[] row : exponents) {
            degree = Math.max(degree, java.util.Arrays.stream(row).sum());
        }
        return degree;
    }

    /**
     * Return this basis with every monomial multiplied by one more.
     *
     * @param factor its powers {@code [k]}: a signal strength μ that multiplies a process has power 1
     */
    public MonomialBasis times(int... factor) {
        Check.length("factor", factor.length, parameters);
        int[][] rows = new int[size()][parameters];
        for (int j = 0; j < rows.length; j++) {
            for (int i = 0; i < parameters; i++) {
                rows[j][i] = exponents[j][i] + factor[i];
            }
        }
        return of(parameters, rows);
    }

    /** Return the monomials of this basis, followed by those of the other that are not among them. */
    public MonomialBasis union(MonomialBasis other) {
        Check.length("the other basis", other.parameters, parameters);
        List<int[]> rows = new ArrayList<>(List.of(exponents));
        for (int[] row : other.exponents) {
            if (indexOf(row) < 0) {
                rows.add(row);
            }
        }
        return of(parameters, rows.toArray(int[][]::new));
    }

    /** Return the position of the monomial with the given powers, or −1. */
    public int indexOf(int... powers) {
        for (int j = 0; j < exponents.length; j++) {
            if (java.util.Arrays.equals(exponents[j], powers)) {
                return j;
            }
        }
        return -1;
    }

    /**
     * Return where the monomials of this basis stand in another.
     *
     * @return {@code [m]}
     * @throws IllegalArgumentException if one of them is missing there
     */
    public int[] positionsIn(MonomialBasis other) {
        int[] positions = new int[size()];
        for (int j = 0; j < positions.length; j++) {
            positions[j] = other.indexOf(exponents[j]);
            Check.argument(
                    positions[j] >= 0,
                    "the monomial with powers %s is missing",
                    java.util.Arrays.toString(exponents[j]));
        }
        return positions;
    }

    /** Return the values at a point as a new array {@code [m]}. */
    public double[] values(ParameterPoint theta) {
        double[] values = new double[size()];
        values(theta.toArray(), values);
        return values;
    }

    /** Return the name of a monomial, such as {@code cHW^2*cHWtil}, or {@code 1}. */
    public String name(int monomial, List<String> names) {
        List<String> factors = new ArrayList<>();
        for (int i = 0; i < parameters; i++) {
            int e = exponents[monomial][i];
            if (e > 0) {
                factors.add(e == 1 ? names.get(i) : names.get(i) + "^" + e);
            }
        }
        return factors.isEmpty() ? "1" : String.join("*", factors);
    }

    private static double power(double base, int exponent) {
        double result = 1;
        for (int i = 0; i < exponent; i++) {
            result *= base;
        }
        return result;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MonomialBasis basis
                && parameters == basis.parameters
                && java.util.Arrays.deepEquals(exponents, basis.exponents);
    }

    @Override
    public int hashCode() {
        return Objects.hash(parameters, java.util.Arrays.deepHashCode(exponents));
    }
}
