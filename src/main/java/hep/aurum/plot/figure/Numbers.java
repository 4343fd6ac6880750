package hep.aurum.plot.figure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Print numbers in the notes of figures, with a true minus sign. */
final class Numbers {

    private Numbers() {}

    /** Print a number as {@code 1.2·10^{−3}}. */
    static String scientific(double value, int digits) {
        String[] parts =
                String.format(Locale.ROOT, "%." + (digits - 1) + "e", value).split("e", 2);
        int exponent = Integer.parseInt(parts[1]);
        return signed(exponent == 0 ? parts[0] : parts[0] + "·10^{" + exponent + "}");
    }

    /** Print a number with some significant digits, plainly if it is neither very large nor very small. */
    static String significant(double value, int digits) {
        double size = Math.abs(value);
        if (size != 0 && (size < 1e-3 || size >= 1e5)) {
            return scientific(value, digits);
        }
        BigDecimal rounded = BigDecimal.valueOf(value).round(new MathContext(digits));
        int decimals = rounded.signum() == 0 ? 0 : digits - (rounded.precision() - rounded.scale());
        return signed(rounded.setScale(Math.max(0, decimals), java.math.RoundingMode.HALF_EVEN)
                .toPlainString());
    }

    /** Print a number that a person chose, such as a level: at most four significant digits, no zeros behind them. */
    static String plain(double value) {
        return signed(BigDecimal.valueOf(value)
                .round(new MathContext(4))
                .stripTrailingZeros()
                .toPlainString());
    }

    /** Print a number with some decimals. */
    static String fixed(double value, int decimals) {
        String text = String.format(Locale.ROOT, "%." + decimals + "f", value);
        return signed(text.matches("-0\\.?0*") ? text.substring(1) : text);
    }

    private static String signed(String text) {
        return text.replace('-', '−');
    }
}
