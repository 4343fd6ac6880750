package hep.aurum.trust;

import hep.aurum.infer.interval.ChiSquare;
import java.util.function.DoublePredicate;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/** Say what is found nine times out of ten. */
final class Power {

    private static final double NINE_OF_TEN = 0.9;

    private Power() {}

    /**
     * Return the non-centrality at which \(\chi^2\) exceeds a threshold nine times out of ten, by Patnaik's approximation.
     *
     * @see <a href="https://www.jstor.org/stable/2332542">Patnaik: The non-central chi-square and F-distributions (1949)</a>
     */
    static double nonCentrality(int freedom, double alarm) {
        double threshold = ChiSquare.threshold(freedom, 1 - alarm);
        return root(0, 1e4, lambda -> {
            double scale = (freedom + 2 * lambda) / (freedom + lambda);
            double equivalent = (freedom + lambda) * (freedom + lambda) / (freedom + 2 * lambda);
            return ChiSquaredDistribution.of(equivalent).survivalProbability(threshold / scale) >= NINE_OF_TEN;
        });
    }

    /**
     * Return the largest width, as a part of the right one, whose lack of coverage is found nine times out of ten.
     *
     * @param parameters of Gaussian posteriors
     * @param level nominal content of the regions
     * @param alarm rate of false alarms of the binomial test
     */
    static double width(int experiments, int parameters, double level, double alarm) {
        BinomialDistribution right = BinomialDistribution.of(experiments, level);
        int few = 0;
        while (few < experiments && right.cumulativeProbability(few) <= alarm) {
            few++;
        }
        int most = few - 1;
        if (most < 0) {
            return 0;
        }
        double squared = ChiSquare.threshold(parameters, level);
        // Narrower is found more often: the first narrowing from 1 that is.
        return 1
                - root(0, 1, narrowing -> {
                    double width = 1 - narrowing;
                    double coverage = 1 - ChiSquare.pValue(parameters, width * width * squared);
                    return BinomialDistribution.of(experiments, coverage).cumulativeProbability(most) >= NINE_OF_TEN;
                });
    }

    /** Return where a predicate becomes true for good. */
    private static double root(double from, double to, DoublePredicate isTrue) {
        double low = from;
        double high = to;
        for (int i = 0; i < 50; i++) {
            double middle = (low + high) / 2;
            if (isTrue.test(middle)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }
}
