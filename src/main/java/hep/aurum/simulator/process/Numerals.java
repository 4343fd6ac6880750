package hep.aurum.simulator.process;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Print numbers for other programs: with all their bits, and the same on every JDK. */
final class Numerals {

    /** Seventeen digits tell any two doubles apart. */
    private static final int MOST_DIGITS = 17;

    private static final int SMALLEST_PLAIN = -5;
    private static final int LARGEST_PLAIN = 16;

    private Numerals() {}

    /**
     * Return the shortest decimal that is read back as the same double.
     *
     * <p>Not {@link Double#toString}, which before JDK 19 was not always the shortest: the text is part of the key of a job.
     * There always is a decimal point, for a card in which 3 and 3.0 differ. Negative zero is zero.
     */
    static String exact(double value) {
        double number = value + 0.0;
        if (number == 0) {
            return "0.0";
        }
        BigDecimal shortest = shortest(number);
        int exponent = shortest.precision() - shortest.scale() - 1;
        if (exponent >= SMALLEST_PLAIN && exponent < LARGEST_PLAIN) {
            String plain = shortest.toPlainString();
            return plain.indexOf('.') < 0 ? plain + ".0" : plain;
        }
        String digits = shortest.unscaledValue().abs().toString();
        String fraction = digits.length() == 1 ? "0" : digits.substring(1);
        return (number < 0 ? "-" : "") + digits.charAt(0) + "." + fraction + "e" + exponent;
    }

    private static BigDecimal shortest(double number) {
        BigDecimal all = new BigDecimal(number);
        for (int digits = 1; digits < MOST_DIGITS; digits++) {
            BigDecimal rounded = all.round(new MathContext(digits, RoundingMode.HALF_EVEN));
            if (Double.parseDouble(rounded.toString()) == number) {
                return rounded.stripTrailingZeros();
            }
        }
        return all.round(new MathContext(MOST_DIGITS, RoundingMode.HALF_EVEN));
    }
}
