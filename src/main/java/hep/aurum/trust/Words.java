package hep.aurum.trust;

import java.util.Locale;

/** Print numbers for sentences. */
final class Words {

    private Words() {}

    /** Print three significant digits, without needless zeros. */
    static String number(double value) {
        if (value == 0 || Math.abs(value) >= 1e-3 && Math.abs(value) < 1e5) {
            int decimals = value == 0
                    ? 0
                    : Math.max(0, 2 - (int) Math.floor(StrictMath.log10(Math.abs(value))));
            String text = String.format(Locale.ROOT, "%." + decimals + "f", value);
            return text.contains(".") ? text.replaceAll("0+$", "").replaceAll("\\.$", "") : text;
        }
        return String.format(Locale.ROOT, "%.1e", value);
    }
}
