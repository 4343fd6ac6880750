package hep.aurum.estimator.score;

import hep.aurum.base.BadInput;
import hep.aurum.base.Check;
import hep.aurum.estimator.RatioEstimator;
import hep.aurum.estimator.ScoreEstimator;
import hep.aurum.param.ParameterSpace;
import hep.aurum.sample.MinedEvents;
import java.util.Arrays;
import java.util.List;

/**
 * Give the likelihood ratio by the density of the learned score, counted from simulated events at any θ.
 *
 * <p>\[ \hat r(x|\theta, s) = \frac{\sum_bu_b(\hat t(x))\,R_b(\theta) + c}{\sum_bu_b(\hat t(x))\,D_b + c} \;\approx\;
 * \frac{p(\hat t(x)|\theta)}{p_s(\hat t(x))} \]
 *
 * <p>where \(D_b\) counts the events at node b and \(R_b\) adds up their joint ratios. SALLY counts in cells between quantiles of
 * the score, AFC with Gaussian kernels. The constant c, one event, keeps the ratio near 1 where there are no events to
 * count; a negative sum of signed weights counts as 0. The score of this ratio is its own gradient, \(\nabla\hat r/\hat r\).
 *
 * <p>The ratio is exact for what the summary keeps: at \(\theta_{\rm ref}\) all of it, further away a part. One point costs as much as the grid has
 * nodes where event weights are polynomials in θ, otherwise a pass over the events; the last few points are remembered, so
 * that events one after another at the same ones are cheap. Immutable otherwise.
 *
 * @see <a href="https://arxiv.org/abs/1805.00020">Brehmer, Cranmer, Louppe, Pavez: A guide to constraining effective field theories
 *     with machine learning, sections IV.C.1 and IV.E</a>
 */
public final class SummaryRatio implements RatioEstimator {

    private static final int MAX_CELLS = 1 << 20;

    private final ScoreEstimator summary;
    private final SummaryGrid grid;
    private final SummaryCounts counts;
    private final double constant;
    private final String description;
    private final ThreadLocal<Scratch> scratch;
    private final RecentPoints<double[][]> tables;

    private SummaryRatio(ScoreEstimator summary, SummaryGrid grid, SummaryCounts counts, String description) {
        this.summary = summary;
        this.grid = grid;
        this.counts = counts;
        this.constant = grid.oneEvent();
        this.description = description;
        this.scratch = ThreadLocal.withInitial(
                () -> new Scratch(grid.corners(), summary.space().size()));
        this.tables = new RecentPoints<>(counts::at);
    }

    /**
     * Return the ratio by a histogram of the score (SALLY).
     *
     * @param score the learned score in k parameters
     * @param events a sample in which densities are counted, better not the one that was trained on
     * @param bins slices of each of the k axes, each with as many events; fewer than a hundred events in a cell are too few
     * @param threads how many threads may work
     * @throws BadInput if the cells are too many, or the events have other features or parameters than the score
     */
    public static SummaryRatio sally(ScoreEstimator score, MinedEvents events, int bins, int threads) {
        Check.argument(bins >= 2, "%d bins, expected at least 2", bins);
        int k = score.space().size();
        if (k * StrictMath.log(bins) > StrictMath.log(MAX_CELLS)) {
            throw new BadInput(
                    bins + " bins in each of " + k + " parameters are more than " + MAX_CELLS + " cells",
                    "",
                    "take fewer bins, or SALLINO, which needs one dimension only");
        }
        double[] summaries = Summaries.of(score, events, threads);
        QuantileCells cells = QuantileCells.of(summaries, k, bins);
        return new SummaryRatio(
                score,
                cells,
                new SummaryCounts(cells, events, summaries),
                "log r(t|theta, s) of the score histogram in " + cells.nodes() + " cells, to the law s of "
                        + events.size() + " events, each counted once");
    }

    /**
     * Return the ratio by kernels (approximate frequentist computation, AFC).
     *
     * @param score the learned score in k parameters
     * @param events a sample in which densities are estimated, better not the one that was trained on
     * @param bandwidth of the kernels, in units of Scott's rule
     * @param threads how many threads may work
     * @throws BadInput if the events have other features or parameters than the score
     * @throws hep.aurum.base.NotSupported if the kernels' grid is too large, as a rule from four parameters on
     */
    public static SummaryRatio afc(ScoreEstimator score, MinedEvents events, double bandwidth, int threads) {
        Check.argument(bandwidth > 0, "the bandwidth is %s, expected a positive number", bandwidth);
        double[] summaries = Summaries.of(score, events, threads);
        KernelGrid kernels = KernelGrid.of(summaries, score.space().size(), bandwidth);
        return new SummaryRatio(
                score,
                kernels,
                new SummaryCounts(kernels, events, summaries),
                "log r(t|theta, s) of the score's density by kernels, to the law s of " + events.size()
                        + " events, each counted once");
    }

    @Override
    public ParameterSpace space() {
        return summary.space();
    }

    @Override
    public List<String> featureNames() {
        return summary.featureNames();
    }

    @Override
    public String describe() {
        return description;
    }

    @Override
    public double logRatio(double[] x, double[] theta) {
        Scratch own = scratch.get();
        summary.score(x, own.score);
        return own.logRatio(table(theta), own.score, 0, true);
    }

    @Override
    public double logRatioAndScore(double[] x, double[] theta, double[] score) {
        Check.length("score", score.length, space().size());
        double logRatio = logRatio(x, theta);
        System.arraycopy(scratch.get().slope, 0, score, 0, score.length);
        return logRatio;
    }

    @Override
    public void logRatios(double[] events, double[] thetas, double[] logRatios, int threads) {
        checkBatch(events, thetas, logRatios);
        int k = space().size();
        int p = points(thetas);
        double[] summaries = new double[events.length / featureNames().size() * k];
        summary.scores(events, summaries, threads);
        Scratch own = scratch.get();
        for (int j = 0; j < p; j++) {
            double[][] fields = table(Arrays.copyOfRange(thetas, j * k, (j + 1) * k));
            for (int i = 0; i < summaries.length / k; i++) {
                logRatios[i * p + j] = own.logRatio(fields, summaries, i * k, false);
            }
        }
    }

    private double[][] table(double[] theta) {
        Check.length("theta", theta.length, space().size());
        return tables.at(theta);
    }

    /** What one thread needs to evaluate an event. */
    private final class Scratch {
        private final int[] node;
        private final double[] share;
        private final double[] score;
        private final double[] slope;

        Scratch(int corners, int k) {
            this.node = new int[corners];
            this.share = new double[corners];
            this.score = new double[k];
            this.slope = new double[k];
        }

        double logRatio(double[][] fields, double[] summaries, int offset, boolean wantsSlope) {
            grid.locate(summaries, offset, node, share);
            double ratio = interpolate(fields[0]);
            double denominator = interpolate(counts.counts()) + constant;
            double numerator = Math.max(0, ratio) + constant;
            for (int a = 0; wantsSlope && a < slope.length; a++) {
                slope[a] = ratio > 0 ? interpolate(fields[1 + a]) / numerator : 0;
            }
            return StrictMath.log(numerator / denominator);
        }

        private double interpolate(double[] field) {
            double sum = 0;
            for (int c = 0; c < node.length; c++) {
                sum += share[c] * field[node[c]];
            }
            return sum;
        }
    }
}
