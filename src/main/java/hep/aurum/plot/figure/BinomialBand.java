package hep.aurum.plot.figure;

import hep.aurum.base.Check;
import hep.aurum.plot.style.LegendEntry;
import java.awt.Color;
import java.util.List;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.jfree.chart.plot.XYPlot;

/** Shade where fractions of a number of trials fall by chance: exact central binomial intervals of 68.27 % and 95.45 %. */
final class BinomialBand {

    static final Color INNER = new Color(0xc3c9d4);
    static final Color OUTER = new Color(0xe6e9ee);

    private static final double ONE_SIGMA = 0.6826894921370859;
    private static final double TWO_SIGMA = 0.9544997361036416;

    /** The distribution counts in int. */
    static final long MOST_TRIALS = Integer.MAX_VALUE;

    private final int trials;

    private BinomialBand(int trials) {
        this.trials = trials;
    }

    static BinomialBand of(long trials) {
        Check.argument(trials > 0 && trials <= MOST_TRIALS, "%s trials, expected 1 to %s", trials, MOST_TRIALS);
        return new BinomialBand((int) trials);
    }

    /** Return the ends of the central interval of the fraction: it holds at least one or two standard deviations' share. */
    double[] interval(double p, int sigma) {
        if (p <= 0 || p >= 1) {
            return new double[] {p, p};
        }
        double tail = 0.5 * (1 - (sigma == 1 ? ONE_SIGMA : TWO_SIGMA));
        BinomialDistribution distribution = BinomialDistribution.of(trials, p);
        double low = distribution.inverseCumulativeProbability(tail);
        double high = distribution.inverseSurvivalProbability(tail);
        return new double[] {low / trials, high / trials};
    }

    /** Shade both bands around a curve of probabilities, the outer one first; multiply them by a scale. */
    void draw(XYPlot plot, double[] x, double[] p, double scale) {
        for (int sigma = 2; sigma >= 1; sigma--) {
            double[] low = new double[x.length];
            double[] high = new double[x.length];
            for (int i = 0; i < x.length; i++) {
                double[] ends = interval(p[i], sigma);
                low[i] = scale * ends[0];
                high[i] = scale * ends[1];
            }
            Series.area(plot, sigma + " sigma", x, low, high, sigma == 2 ? OUTER : INNER);
        }
    }

    List<LegendEntry> entries() {
        return List.of(
                new LegendEntry.Box("68% binomial, n = " + trials, INNER), new LegendEntry.Box("95% binomial", OUTER));
    }

    /** Return the Clopper-Pearson interval of 68.27 % for a fraction of successes. */
    static double[] clopperPearson(long successes, long trials) {
        double tail = 0.5 * (1 - ONE_SIGMA);
        double low = successes == 0
                ? 0
                : BetaDistribution.of(successes, trials - successes + 1.0).inverseCumulativeProbability(tail);
        double high = successes == trials
                ? 1
                : BetaDistribution.of(successes + 1.0, trials - successes).inverseSurvivalProbability(tail);
        return new double[] {low, high};
    }
}
