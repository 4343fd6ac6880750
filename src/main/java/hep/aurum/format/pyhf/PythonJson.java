package hep.aurum.format.pyhf;

import hep.aurum.base.BadInput;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import tools.jackson.core.io.NumberOutput;
import tools.jackson.databind.JsonNode;

/**
 * Print JSON as Python's {@code json.dumps(value, sort_keys=True, ensure_ascii=False)} does, byte for byte.
 *
 * <p>Keys in the order of their code points, {@code ", "} and {@code ": "} as separators, doubles as Python's
 * {@code repr}: the fewest digits that read back unchanged and of those the nearest, with an exponent below 1e-4 and from
 * 1e16.
 */
final class PythonJson {

    private static final int FIRST_EXPONENT = 16;
    private static final int LAST_FRACTION = -4;
    private static final Comparator<String> BY_CODE_POINT = PythonJson::compare;

    private final StringBuilder out = new StringBuilder();
    private final String origin;

    private PythonJson(String origin) {
        this.origin = origin;
    }

    static String dumps(JsonNode value, String origin) {
        PythonJson printer = new PythonJson(origin);
        printer.print(value);
        return printer.out.toString();
    }

    private void print(JsonNode value) {
        if (value.isObject()) {
            printObject(value);
        } else if (value.isArray()) {
            out.append('[');
            for (int i = 0; i < value.size(); i++) {
                out.append(i == 0 ? "" : ", ");
                print(value.get(i));
            }
            out.append(']');
        } else if (value.isString()) {
            printString(value.stringValue());
        } else if (value.isIntegralNumber()) {
            out.append(value.bigIntegerValue());
        } else if (value.isNumber()) {
            out.append(number(value.doubleValue()));
        } else {
            out.append(value); // true, false, null
        }
    }

    private void printObject(JsonNode object) {
        List<String> keys = new ArrayList<>(object.propertyNames());
        keys.sort(BY_CODE_POINT);
        out.append('{');
        String separator = "";
        for (String key : keys) {
            out.append(separator);
            printString(key);
            out.append(": ");
            print(object.get(key));
            separator = ", ";
        }
        out.append('}');
    }

    private String number(double value) {
        if (!Double.isFinite(value)) {
            throw new BadInput("a number of the document is too large for a double", origin, "correct it");
        }
        return repr(value);
    }

    /** Return Python's {@code repr} of a finite number. */
    static String repr(double value) {
        if (value == 0.0) {
            return 1.0 / value < 0.0 ? "-0.0" : "0.0";
        }
        BigDecimal shortest = shortest(Math.abs(value));
        String digits = shortest.unscaledValue().toString();
        int exponent = digits.length() - 1 - shortest.scale();
        String sign = value < 0.0 ? "-" : "";
        if (exponent >= FIRST_EXPONENT || exponent < LAST_FRACTION) {
            String fraction = digits.length() == 1 ? "" : "." + digits.substring(1);
            String padding = Math.abs(exponent) < 10 ? "0" : "";
            return sign + digits.charAt(0) + fraction + (exponent < 0 ? "e-" : "e+") + padding + Math.abs(exponent);
        }
        String plain = shortest.toPlainString();
        return sign + plain + (shortest.scale() > 0 ? "" : ".0");
    }

    /** Java prints at least two digits where one would do, which differs for the smallest numbers: 4.9E-324, 5e-324. */
    private static BigDecimal shortest(double value) {
        BigDecimal decimal = new BigDecimal(NumberOutput.toString(value, true)).stripTrailingZeros();
        if (decimal.precision() == 2) {
            BigDecimal single = new BigDecimal(value).round(new MathContext(1)).stripTrailingZeros();
            return single.doubleValue() == value ? single : decimal;
        }
        return decimal;
    }

    private void printString(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                case '\f' -> out.append("\\f");
                case '\b' -> out.append("\\b");
                default -> {
                    if (c < ' ') {
                        out.append("\\u").append(HexFormat.of().toHexDigits(c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }

    /** Compare by code points; {@code String.compareTo} puts those above U+FFFF before U+E000. */
    private static int compare(String a, String b) {
        int[] left = a.codePoints().toArray();
        int[] right = b.codePoints().toArray();
        return Arrays.compare(left, right);
    }
}
