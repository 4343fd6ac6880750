package hep.aurum.source.text;

import java.math.BigInteger;

/**
 * Round a decimal number of up to 19 digits to the nearest double, or say that it takes more than 128 bits to decide.
 *
 * <p>Up to 2^53 times or over up to 10^22 it is one exact product or quotient of doubles (Clinger 1990,
 * doi:10.1145/93542.93557). Else \(m\,10^p = m\,5^p\,2^p\), and 5^p is known to 128 bits, rounded down (Lemire 2021,
 * doi:10.1002/spe.2984). With m shifted to 64 bits, the upper 128 bits of the product are at most 1 below the true ones.
 * Every double, and every number in the middle between two, has 54 bits and then zeros: unless the lower 64 of the 128 bits
 * are 0, or so large that 1 and what was cut off may carry, the upper 64 alone tell on which side of the middle the number is.
 */
final class NearestDouble {

    /** The largest power of ten, of either sign, that is decided here; far from over- and underflow. */
    static final int MOST_POWER = 100;

    private static final long EXACT = 1L << 53;
    private static final int BITS = 128;

    /** The last two values carry when 2 is added. */
    private static final long MAY_CARRY = -2;

    private static final double[] POWERS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };

    /** The upper and the lower 64 bits of 5^p, scaled to 128 bits, and the exponent of 2 that undoes the scale. */
    private static final long[] UPPER = new long[2 * MOST_POWER + 1];

    private static final long[] LOWER = new long[2 * MOST_POWER + 1];
    private static final int[] SCALE = new int[2 * MOST_POWER + 1];

    static {
        for (int p = -MOST_POWER; p <= MOST_POWER; p++) {
            BigInteger five = BigInteger.valueOf(5).pow(Math.abs(p));
            int shift = p < 0 ? BITS - 1 + five.bitLength() : BITS - five.bitLength();
            BigInteger scaled = p < 0 ? BigInteger.ONE.shiftLeft(shift).divide(five) : five.shiftLeft(shift);
            UPPER[p + MOST_POWER] = scaled.shiftRight(Long.SIZE).longValue();
            LOWER[p + MOST_POWER] = scaled.longValue();
            SCALE[p + MOST_POWER] = -shift;
        }
    }

    private NearestDouble() {}

    /**
     * Return the double nearest to {@code mantissa * 10^power}.
     *
     * @param mantissa unsigned
     * @return NaN if it cannot be decided here
     */
    static double of(long mantissa, int power) {
        if (mantissa >= 0 && mantissa <= EXACT && power >= -22 && power <= 22) {
            return power < 0 ? mantissa / POWERS[-power] : mantissa * POWERS[power];
        }
        if (mantissa == 0) {
            return 0;
        }
        return power < -MOST_POWER || power > MOST_POWER ? Double.NaN : product(mantissa, power);
    }

    private static double product(long mantissa, int power) {
        int zeros = Long.numberOfLeadingZeros(mantissa);
        long shifted = mantissa << zeros;
        long five = UPPER[power + MOST_POWER];
        long low = shifted * five;
        long carried = low + multiplyHigh(shifted, LOWER[power + MOST_POWER]);
        long high = multiplyHigh(shifted, five) + (Long.compareUnsigned(carried, low) < 0 ? 1 : 0);
        if (carried == 0 || Long.compareUnsigned(carried, MAY_CARRY) >= 0) {
            // Numbers with zeros at their end are often doubles, and those are exact with fewer digits.
            boolean zero = Long.remainderUnsigned(mantissa, 10) == 0;
            return zero ? of(Long.divideUnsigned(mantissa, 10), power + 1) : Double.NaN;
        }
        int drop = 9 + (int) (high >>> 63);
        long rounded = ((high >>> drop) + 1) >>> 1;
        int exponent = drop + 1 + BITS - zeros + SCALE[power + MOST_POWER] + power;
        return rounded * Double.longBitsToDouble((long) (exponent + Double.MAX_EXPONENT) << 52);
    }

    /** Return the upper half of the product of unsigned numbers; Java has it from 18 on. */
    private static long multiplyHigh(long a, long b) {
        return Math.multiplyHigh(a, b) + (a >> 63 & b) + (b >> 63 & a);
    }
}
