package hep.aurum.likelihood;

import hep.aurum.base.Check;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Hold a polynomial in named parameters, \( \varphi(\theta) = \sum_t c_t \prod_i \theta_i^{p_{ti}} \).
 *
 * <p>An amplitude that is linear in its couplings gives a rate that is quadratic in them: a constant, an interference and a
 * pure term. An interference proportional to \(\sqrt\mu\) is a polynomial in \(\kappa = \sqrt\mu\). Immutable.
 *
 * @param terms in the order in which they are added
 */
public record Polynomial(List<Term> terms) {

    /**
     * Hold one term.
     *
     * @param coefficient c
     * @param powers of the parameters in the product, each at least 1; empty for a constant
     */
    public record Term(double coefficient, Map<String, Integer> powers) {

        /** Check the numbers. */
        public Term {
            Check.finite("a coefficient", coefficient);
            powers = Collections.unmodifiableMap(new LinkedHashMap<>(powers));
            powers.forEach((name, power) ->
                    Check.argument(power >= 1 && power <= 64, "the power of %s is %d, expected 1 to 64", name, power));
        }
    }

    /** Copy the list. */
    public Polynomial {
        Check.argument(!terms.isEmpty(), "a polynomial has no terms");
        terms = List.copyOf(terms);
    }

    /** Return a polynomial in one parameter, \( c_0 + c_1\theta + c_2\theta^2 + \dots \); zeros are left out. */
    public static Polynomial of(String parameter, double... coefficients) {
        List<Term> terms = new ArrayList<>();
        for (int power = 0; power < coefficients.length; power++) {
            if (coefficients[power] != 0.0 || power == 0) {
                terms.add(new Term(coefficients[power], power == 0 ? Map.of() : Map.of(parameter, power)));
            }
        }
        return new Polynomial(terms);
    }

    /** Return this polynomial with one more term, in no, one or several parameters. */
    public Polynomial plus(double coefficient, Map<String, Integer> powers) {
        List<Term> more = new ArrayList<>(terms);
        more.add(new Term(coefficient, powers));
        return new Polynomial(more);
    }

    /** Return the names of the parameters, in the order in which they appear. */
    public List<String> parameters() {
        return terms.stream()
                .flatMap(term -> term.powers().keySet().stream())
                .distinct()
                .toList();
    }
}
