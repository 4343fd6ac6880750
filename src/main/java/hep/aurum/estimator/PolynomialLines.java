package hep.aurum.estimator;

import hep.aurum.param.MonomialBasis;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/** Write a morphed ratio's polynomial as lines of a model file's header and read it back. */
final class PolynomialLines {

    private static final String SQUARE = "square";
    private static final String ADDITIVE = "additive";
    private static final int MAX_MONOMIALS = 1 << 14;
    private static final int MAX_POWER = 64;

    private PolynomialLines() {}

    /** Return the lines. */
    static List<String> of(MorphedPolynomial polynomial) {
        MonomialBasis basis = polynomial.basis();
        double[] total = polynomial.total();
        double[] spread = polynomial.spread();
        List<String> lines = new ArrayList<>();
        lines.add(String.join(
                " ",
                "morphing",
                polynomial.isSquare() ? SQUARE : ADDITIVE,
                RatioHeader.hex(polynomial.events()),
                Integer.toString(basis.size())));
        for (int j = 0; j < basis.size(); j++) {
            List<String> fields =
                    new ArrayList<>(List.of("monomial", RatioHeader.hex(total[j]), RatioHeader.hex(spread[j])));
            for (int a = 0; a < basis.parameters(); a++) {
                fields.add(Integer.toString(basis.exponent(j, a)));
            }
            lines.add(String.join(" ", fields));
        }
        return lines;
    }

    /**
     * Read the lines.
     *
     * @param parameters k
     * @throws IllegalArgumentException if they are wrong
     */
    static MorphedPolynomial parse(Iterator<String> lines, int parameters) {
        String[] first = RatioHeader.parts(RatioHeader.field(lines, "morphing"), 3);
        double events = positive(first[1]);
        int size = Integer.parseInt(first[2]);
        if (size < 1 || size > MAX_MONOMIALS) {
            throw new IllegalArgumentException(size + " monomials, expected 1 to " + MAX_MONOMIALS);
        }
        int[][] exponents = new int[size][parameters];
        double[] total = new double[size];
        double[] spread = new double[size];
        for (int j = 0; j < size; j++) {
            String[] part = RatioHeader.parts(RatioHeader.field(lines, "monomial"), 2 + parameters);
            total[j] = finite(part[0]);
            spread[j] = finite(part[1]);
            for (int a = 0; a < parameters; a++) {
                exponents[j][a] = power(part[2 + a]);
            }
        }
        MonomialBasis basis = MonomialBasis.of(parameters, exponents);
        return switch (first[0]) {
            case ADDITIVE -> MorphedPolynomial.additive(basis, events, total, spread);
            case SQUARE ->
                MorphedPolynomial.square(basis, events, total)
                        .orElseThrow(() -> new IllegalArgumentException(
                                "the sums " + Arrays.toString(total) + " are of no sum of squares"));
            default ->
                throw new IllegalArgumentException("morphing \"" + first[0] + "\" is neither square nor additive");
        };
    }

    private static double finite(String text) {
        double value = Double.parseDouble(text);
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("a sum of coefficients is " + text);
        }
        return value;
    }

    private static double positive(String text) {
        double value = finite(text);
        if (!(value > 0)) {
            throw new IllegalArgumentException(text + " events");
        }
        return value;
    }

    private static int power(String text) {
        int power = Integer.parseInt(text);
        if (power < 0 || power > MAX_POWER) {
            throw new IllegalArgumentException("the power " + text + ", expected 0 to " + MAX_POWER);
        }
        return power;
    }
}
