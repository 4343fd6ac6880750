package hep.aurum.source.root;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Hold how a Float16_t or Double32_t is packed: as an integer that counts steps of a range ({@code [0,pi,16]} in the
 * title of the member), or as an exponent and a shortened mantissa ({@code [0,0,10]}).
 *
 * @param bits of the mantissa, its sign left off; 0 for a range
 * @param min start of the range
 * @param factor steps per unit; 0 without a range
 * @see <a href="https://root.cern.ch/doc/master/classTBufferFile.html">WriteDouble32 and WriteFloat16 of TBufferFile</a>
 */
record Packing(int bits, double min, double factor) {

    /** What a Float16_t without a range is. */
    static final Packing FLOAT16 = new Packing(12, 0, 0);

    private static final Pattern RANGE = Pattern.compile("\\[([^\\[\\],]+),([^\\[\\],]+)(?:,([^\\[\\],]+))?]");
    private static final Pattern ANGLE = Pattern.compile("([+-]?)([0-9.]*)\\*?(two)?pi(?:/([0-9.]+))?");
    private static final int MAX_BITS = 32;
    private static final int MAX_MANTISSA = 14;

    /**
     * Read what the title of a member says.
     *
     * @return null for a Double32_t without a range, which is written as a float
     */
    static @Nullable Packing of(String title, boolean isFloat16) {
        Packing plain = isFloat16 ? FLOAT16 : null;
        Matcher range = RANGE.matcher(title);
        if (!range.find()) {
            return plain;
        }
        double min = number(range.group(1));
        double max = number(range.group(2));
        int bits = range.group(3) == null ? MAX_BITS : (int) number(range.group(3));
        if (bits < 2 || bits > MAX_BITS) {
            bits = MAX_BITS;
        }
        if (min < max) {
            return new Packing(0, min, (bits < MAX_BITS ? 1L << bits : 0xffffffffL) / (max - min));
        }
        return bits <= MAX_MANTISSA ? new Packing(bits, 0, 0) : plain;
    }

    private static double number(String text) {
        String trimmed = text.strip();
        Matcher angle = ANGLE.matcher(trimmed);
        try {
            if (!angle.matches()) {
                return Double.parseDouble(trimmed);
            }
            double value = angle.group(2).isEmpty() ? 1 : Double.parseDouble(angle.group(2));
            value *= angle.group(3) == null ? Math.PI : 2 * Math.PI;
            value /= angle.group(4) == null ? 1 : Double.parseDouble(angle.group(4));
            return angle.group(1).equals("-") ? -value : value;
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    int size() {
        return factor != 0 ? 4 : 3;
    }

    /** Return the number that stands at a position. */
    double value(byte[] bytes, int at) {
        if (factor != 0) {
            return (NumberCode.int32(bytes, at) & 0xffffffffL) / factor + min;
        }
        int exponent = bytes[at] & 0xff;
        int mantissa = (bytes[at + 1] & 0xff) << 8 | bytes[at + 2] & 0xff;
        int sign = 1 << (bits + 1);
        float size = Float.intBitsToFloat(exponent << 23 | (mantissa & (sign - 1)) << (23 - bits));
        return (mantissa & sign) != 0 ? -size : size;
    }
}
