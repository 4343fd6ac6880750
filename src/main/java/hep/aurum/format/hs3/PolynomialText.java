package hep.aurum.format.hs3;

import hep.aurum.base.NotSupported;
import hep.aurum.likelihood.Polynomial;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.io.NumberOutput;

/**
 * Write polynomials as the expressions of generic functions, {@code 1.5 - 0.2*x*x*y}, and read these back: sums of products of
 * numbers and names, which every program that knows formulas understands.
 */
final class PolynomialText {

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Pattern TOKEN = Pattern.compile(
            "\\s*(?:([0-9]+\\.?[0-9]*(?:[eE][+-]?[0-9]+)?|\\.[0-9]+(?:[eE][+-]?[0-9]+)?)|([A-Za-z_][A-Za-z0-9_]*)|([-+*]))");
    private static final int MAX_LENGTH = 1 << 16;

    private final String text;
    private final Hs3Node where;
    private final Matcher tokens;
    private int end;

    private PolynomialText(String text, Hs3Node where) {
        this.text = text;
        this.where = where;
        this.tokens = TOKEN.matcher(text);
    }

    /**
     * Return the expression of a polynomial.
     *
     * @throws NotSupported if a parameter has a name that a formula would take for something else
     */
    static String of(Polynomial polynomial) {
        StringBuilder text = new StringBuilder();
        for (Polynomial.Term term : polynomial.terms()) {
            double c = term.coefficient();
            boolean isNegative = Double.doubleToRawLongBits(c) < 0;
            text.append(text.isEmpty() ? (isNegative ? "-" : "") : (isNegative ? " - " : " + "));
            text.append(NumberOutput.toString(Math.abs(c), true));
            term.powers().forEach((name, power) -> text.append(("*" + required(name)).repeat(power)));
        }
        return text.toString();
    }

    private static String required(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new NotSupported(
                    "the parameter \"" + name + "\" cannot stand in a formula",
                    "functions",
                    "rename it: letters, digits and _ alone");
        }
        return name;
    }

    /**
     * Read an expression.
     *
     * @throws NotSupported if it is no polynomial written out
     */
    static Polynomial parse(String text, Hs3Node where) {
        return new PolynomialText(text, where).polynomial();
    }

    private Polynomial polynomial() {
        if (text.length() > MAX_LENGTH) {
            throw refused();
        }
        List<Polynomial.Term> terms = new ArrayList<>();
        boolean isMore = next();
        while (isMore) {
            double sign = 1;
            if (isOperator("+") || isOperator("-")) {
                sign = isOperator("-") ? -1 : 1;
                require(next());
            } else {
                require(terms.isEmpty());
            }
            isMore = term(sign, terms);
        }
        require(!terms.isEmpty() && text.substring(end).isBlank());
        return new Polynomial(terms);
    }

    /** Read a product, up to the sign of the next one; return whether there is one. */
    private boolean term(double sign, List<Polynomial.Term> terms) {
        double coefficient = sign;
        Map<String, Integer> powers = new LinkedHashMap<>();
        boolean isMore = true;
        while (isMore) {
            String number = tokens.group(1);
            String name = tokens.group(2);
            require(number != null || name != null);
            if (number != null) {
                coefficient *= Double.parseDouble(number);
            } else {
                powers.merge(name, 1, Integer::sum);
            }
            isMore = next();
            if (!isMore || !isOperator("*")) {
                break;
            }
            require(next());
        }
        require(Double.isFinite(coefficient) && powers.values().stream().allMatch(p -> p <= 64));
        terms.add(new Polynomial.Term(coefficient, powers));
        return isMore;
    }

    private boolean next() {
        if (tokens.find(end) && tokens.start() == end) {
            end = tokens.end();
            return true;
        }
        return false;
    }

    private boolean isOperator(String operator) {
        return operator.equals(tokens.group(3));
    }

    private void require(boolean condition) {
        if (!condition) {
            throw refused();
        }
    }

    private NotSupported refused() {
        String shown = text.length() > 60 ? text.substring(0, 60) + "…" : text;
        return new NotSupported(
                "the expression \"" + shown + "\" is no polynomial written out",
                where.where(),
                "write sums of products of numbers and parameters, such as 1 + 0.5*theta*theta");
    }
}
