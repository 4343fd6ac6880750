package hep.aurum.trust;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Ask whether numbers are even between 0 and 1, by Pearson's \(\chi^2\) of ten bins.
 *
 * @param chiSquare of nine degrees of freedom
 * @param pValue of it
 * @param outer fraction in the two outermost bins on either side, 0.4 if even
 * @param mean of the numbers, ½ if even
 * @param size how many there are
 */
record Uniformity(double chiSquare, double pValue, double outer, double mean, int size) {

    static final int BINS = 10;
    static final int DEGREES = BINS - 1;

    /** At most this p-value is found significant by a report of ten checks. */
    static final double LEVEL = TrustReport.FALSE_ALARM / 10;

    private static final double NINE_OF_TEN = 1.2815515655446004;
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    static Uniformity of(double[] numbers) {
        long[] counts = new long[BINS];
        double sum = 0;
        for (double u : numbers) {
            counts[Math.min(BINS - 1, Math.max(0, (int) (u * BINS)))]++;
            sum += u;
        }
        double expected = (double) numbers.length / BINS;
        double chiSquare = 0;
        for (long count : counts) {
            chiSquare += (count - expected) * (count - expected) / expected;
        }
        return new Uniformity(
                chiSquare,
                ChiSquaredDistribution.of(DEGREES).survivalProbability(chiSquare),
                (double) (counts[0] + counts[1] + counts[BINS - 2] + counts[BINS - 1]) / numbers.length,
                sum / numbers.length,
                numbers.length);
    }

    /** Return what the ranks of a wrong posterior look like. */
    String shape() {
        double tilt = Math.abs(mean - 0.5) * Math.sqrt(12.0 * size);
        double bowl = (outer - 0.4) * Math.sqrt(size / 0.24);
        if (Math.abs(bowl) >= tilt) {
            return bowl > 0 ? "too narrow" : "too wide";
        }
        return mean > 0.5 ? "shifted to small values" : "shifted to large values";
    }

    /** Return the fault that is found nine times out of ten, in words. */
    static String power(int size) {
        double critical = ChiSquaredDistribution.of(DEGREES).inverseSurvivalProbability(LEVEL);
        double width = smallest(critical, size, 0, 1 - 1e-3);
        double shift = smallest(critical, size, 1, 3);
        return String.format(
                java.util.Locale.ROOT,
                "%d experiments find, nine times out of ten at p = %s, posteriors of %.2f times the right width, or"
                        + " shifted by %.2f of their width",
                size,
                Words.number(LEVEL),
                1 - width,
                shift);
    }

    /** Find the smallest fault by halving; the chi-square that is not central is taken as normal. */
    private static double smallest(double critical, int size, int kind, double most) {
        double low = 0;
        double high = most;
        for (int i = 0; i < 50; i++) {
            double fault = 0.5 * (low + high);
            double lambda = size * distance(kind == 0 ? 1 - fault : 1, kind == 0 ? 0 : fault);
            boolean isFound = DEGREES + lambda - NINE_OF_TEN * Math.sqrt(2 * (DEGREES + 2 * lambda)) >= critical;
            if (isFound) {
                high = fault;
            } else {
                low = fault;
            }
        }
        return high;
    }

    /** Sum \((p_b - 0.1)^2/0.1\) over the bins, for ranks under a posterior of another width and place. */
    private static double distance(double width, double shift) {
        double sum = 0;
        double below = 0;
        for (int b = 1; b <= BINS; b++) {
            double edge = b == BINS ? Double.POSITIVE_INFINITY : NORMAL.inverseCumulativeProbability((double) b / BINS);
            double up = b == BINS ? 1 : NORMAL.cumulativeProbability(width * edge - shift);
            sum += (up - below - 1.0 / BINS) * (up - below - 1.0 / BINS) * BINS;
            below = up;
        }
        return sum;
    }
}
