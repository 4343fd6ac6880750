package hep.aurum.format.onnx;

import hep.aurum.estimator.Standardisation;
import hep.aurum.param.MonomialBasis;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;

/**
 * Rewrite a polynomial in θ as one in the standardised \(u_i = (\theta_i - m_i)/s_i\).
 *
 * <p>Powers of u are of order one whatever the unit of θ; those of a mass of 173 cancel to nothing in single precision. A
 * monomial is the list of its factors, \(u_0^2u_1\) is [0, 0, 1].
 */
final class ShiftedPolynomial {

    private final int parameters;
    private final TreeMap<List<Integer>, Double> terms;

    private ShiftedPolynomial(int parameters, TreeMap<List<Integer>, Double> terms) {
        this.parameters = parameters;
        this.terms = terms;
    }

    /** Expand \(\sum_j c_j\prod_i(m_i + s_iu_i)^{e_{ji}}\). */
    static ShiftedPolynomial of(MonomialBasis basis, double[] coefficients, Standardisation u) {
        TreeMap<List<Integer>, Double> sum = empty();
        for (int j = 0; j < basis.size(); j++) {
            TreeMap<List<Integer>, Double> product = empty();
            product.put(List.of(), coefficients[j]);
            for (int i = 0; i < basis.parameters(); i++) {
                for (int e = 0; e < basis.exponent(j, i); e++) {
                    product = timesParameter(product, i, u.mean(i), u.scale(i));
                }
            }
            product.forEach((factors, value) -> sum.merge(factors, value, Double::sum));
        }
        return new ShiftedPolynomial(basis.parameters(), sum);
    }

    private static TreeMap<List<Integer>, Double> timesParameter(
            TreeMap<List<Integer>, Double> from, int parameter, double mean, double scale) {
        TreeMap<List<Integer>, Double> result = empty();
        from.forEach((factors, value) -> {
            List<Integer> more = new ArrayList<>(factors);
            more.add(parameter);
            Collections.sort(more);
            result.merge(List.copyOf(more), scale * value, Double::sum);
            result.merge(factors, mean * value, Double::sum);
        });
        return result;
    }

    private static TreeMap<List<Integer>, Double> empty() {
        return new TreeMap<>(ShiftedPolynomial::compare);
    }

    private static int compare(List<Integer> a, List<Integer> b) {
        int order = Integer.compare(a.size(), b.size());
        for (int i = 0; order == 0 && i < a.size(); i++) {
            order = Integer.compare(a.get(i), b.get(i));
        }
        return order;
    }

    /** Return a single monomial in u with the coefficient 1. */
    static ShiftedPolynomial monomial(int parameters, List<Integer> factors) {
        TreeMap<List<Integer>, Double> one = empty();
        one.put(factors, 1.0);
        return new ShiftedPolynomial(parameters, one);
    }

    /** Return all monomials of several polynomials, lower degrees first. */
    static List<List<Integer>> factors(List<ShiftedPolynomial> polynomials) {
        TreeMap<List<Integer>, Double> all = empty();
        polynomials.forEach(p -> all.putAll(p.terms));
        return List.copyOf(all.keySet());
    }

    /** Return the coefficient of a monomial. */
    double coefficient(List<Integer> factors) {
        return terms.getOrDefault(factors, 0.0);
    }

    /** Return the number k of parameters. */
    int parameters() {
        return parameters;
    }

    /**
     * Return the monomials of several polynomials, each with its coefficient in every one of them; lower degrees first, and
     * the constant always among them.
     */
    static TreeMap<List<Integer>, float[]> rows(List<ShiftedPolynomial> polynomials) {
        TreeMap<List<Integer>, float[]> rows = new TreeMap<>(ShiftedPolynomial::compare);
        rows.put(List.of(), new float[polynomials.size()]);
        for (int p = 0; p < polynomials.size(); p++) {
            int column = p;
            polynomials.get(p).terms.forEach((factors, value) -> {
                rows.computeIfAbsent(factors, key -> new float[polynomials.size()])[column] = value.floatValue();
            });
        }
        return rows;
    }

    /** Return \(\partial/\partial u_a\). */
    ShiftedPolynomial derivative(int parameter) {
        TreeMap<List<Integer>, Double> result = empty();
        terms.forEach((factors, value) -> {
            int power = Collections.frequency(factors, parameter);
            if (power > 0) {
                List<Integer> fewer = new ArrayList<>(factors);
                fewer.remove((Integer) parameter);
                result.merge(List.copyOf(fewer), power * value, Double::sum);
            }
        });
        return new ShiftedPolynomial(parameters, result);
    }
}
