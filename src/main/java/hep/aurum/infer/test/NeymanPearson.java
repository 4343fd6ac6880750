package hep.aurum.infer.test;

import hep.aurum.base.Check;
import java.util.Arrays;

/**
 * Tell the power of the test that rejects a simple hypothesis H0 where a statistic is small, from draws under H0 and under the
 * alternative H1.
 *
 * <p>With the likelihood ratio \(r(x) = p(x|\theta_0)/p(x|\theta_1)\) as the statistic no test of the same size has more power:
 * the lemma of Neyman and Pearson. What is learned can approach that bound, not exceed it but by the error of the draws.
 *
 * <p>Immutable.
 *
 * @see <a href="https://doi.org/10.1098/rsta.1933.0009">Neyman, Pearson (1933)</a>
 */
public final class NeymanPearson {

    private final double[] underH0;
    private final double[] underH1;

    private NeymanPearson(double[] underH0, double[] underH1) {
        this.underH0 = underH0;
        this.underH1 = underH1;
    }

    /**
     * Return the test of some draws.
     *
     * @param underH0 \(\log r\), or any other statistic that is small where H1 is likelier, of events drawn under H0
     * @param underH1 the same of events drawn under H1
     */
    public static NeymanPearson of(double[] underH0, double[] underH1) {
        return new NeymanPearson(sorted("H0", underH0), sorted("H1", underH1));
    }

    private static double[] sorted(String name, double[] values) {
        Check.argument(values.length > 0, "there is no draw under %s", name);
        double[] sorted = values.clone();
        for (double value : sorted) {
            Check.finite("the statistic under " + name, value);
        }
        Arrays.sort(sorted);
        return sorted;
    }

    /**
     * Return the power, the probability to reject H0 under H1, of the test of a given size.
     *
     * <p>At the critical value itself the test rejects at random, so that its size is exact also where draws are equal.
     *
     * @param size the probability to reject H0 under H0, between 0 and 1
     */
    public double power(double size) {
        Check.argument(size > 0 && size < 1, "the size of the test is %s, expected (0, 1)", size);
        double rejected = size * underH0.length;
        double critical = underH0[(int) Math.min(underH0.length - 1, Math.ceil(rejected) - 1)];
        double below = count(underH0, critical, false);
        double equal = count(underH0, critical, true) - below;
        double share = (rejected - below) / equal;
        double belowH1 = count(underH1, critical, false);
        double equalH1 = count(underH1, critical, true) - belowH1;
        return (belowH1 + share * equalH1) / underH1.length;
    }

    /** Return how many are below a value, or at most the value. */
    private static int count(double[] sorted, double value, boolean inclusive) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            boolean left = inclusive ? sorted[middle] <= value : sorted[middle] < value;
            if (left) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
