package hep.aurum.estimator.score;

import hep.aurum.base.Check;
import hep.aurum.base.NotSupported;
import hep.aurum.estimator.RatioEstimator;
import hep.aurum.estimator.ScoreEstimator;
import hep.aurum.param.ParameterSpace;
import hep.aurum.sample.MinedEvents;
import java.util.Arrays;
import java.util.List;

/**
 * Give the likelihood ratio by a histogram of one number, the learned score along the direction that is tested (SALLINO).
 *
 * <p>\[ h = \hat t(x)\cdot(\theta-\theta_{\rm ref}), \qquad \log\hat r(x|\theta,\theta_{\rm ref}) = \log\frac{R_b(\theta) +
 * 1}{R_b(\theta_{\rm ref}) + 1} \]
 *
 * <p>with the joint ratios R added up in the cell b that h lies in, and one event that keeps empty cells at 1. A histogram of one dimension is
 * well filled for any number of parameters; it keeps what tells θ from \(\theta_{\rm ref}\) while both are close. Another θ is
 * another histogram: each point costs a pass over the events, the last few are remembered. Since cells move with θ the ratio has no derivative.
 *
 * @see <a href="https://arxiv.org/abs/1805.12244">Brehmer, Louppe, Pavez, Cranmer: Mining gold, section 3.3</a>
 */
public final class SallinoRatio implements RatioEstimator {

    /** Quantiles are taken from so many events at most. */
    private static final int SORTED = 20_000;

    private final ScoreEstimator summary;
    private final MinedEvents events;
    private final double[] summaries;
    private final double[] atReference;
    private final int bins;
    private final RecentPoints<Table> tables = new RecentPoints<>(this::tableAt);

    private SallinoRatio(
            ScoreEstimator summary, MinedEvents events, double[] summaries, double[] atReference, int bins) {
        this.summary = summary;
        this.events = events;
        this.summaries = summaries;
        this.atReference = atReference;
        this.bins = bins;
    }

    /**
     * Return the ratio.
     *
     * @param score the learned score
     * @param events a sample in which densities are counted, better not the one that was trained on
     * @param bins of the histogram, each with as many events
     * @param threads how many threads may work
     * @throws hep.aurum.base.BadInput if the events have other features or parameters than the score
     */
    public static SallinoRatio of(ScoreEstimator score, MinedEvents events, int bins, int threads) {
        Check.argument(bins >= 2, "%d bins, expected at least 2", bins);
        double[] summaries = Summaries.of(score, events, threads);
        return new SallinoRatio(score, events, summaries, ratios(events, score.reference()), bins);
    }

    private static double[] ratios(MinedEvents events, double[] theta) {
        MinedEvents.Labeller labeller = events.labeller();
        double[] unused = new double[theta.length];
        double[] ratios = new double[events.size()];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = labeller.ratio(i, theta, unused);
        }
        return ratios;
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
        return "log r(h|theta, theta_ref) of the score's projection h on theta - theta_ref, theta_ref = "
                + Arrays.toString(summary.reference());
    }

    @Override
    public double logRatio(double[] x, double[] theta) {
        double[] score = new double[space().size()];
        summary.score(x, score);
        return table(theta).logRatio(score, 0);
    }

    /**
     * Refuse: cells move with θ.
     *
     * @throws NotSupported always
     */
    @Override
    public double logRatioAndScore(double[] x, double[] theta, double[] score) {
        throw new NotSupported(
                "a SALLINO ratio has no derivative in the parameters",
                "",
                "use SALLY, whose cells stay where they are, or a ratio learned by RASCAL or ALICES");
    }

    @Override
    public void logRatios(double[] x, double[] thetas, double[] logRatios, int threads) {
        checkBatch(x, thetas, logRatios);
        int k = space().size();
        int p = points(thetas);
        double[] scores = new double[logRatios.length / p * k];
        summary.scores(x, scores, threads);
        for (int j = 0; j < p; j++) {
            Table table = table(Arrays.copyOfRange(thetas, j * k, (j + 1) * k));
            for (int i = 0; i < scores.length / k; i++) {
                logRatios[i * p + j] = table.logRatio(scores, i * k);
            }
        }
    }

    private Table table(double[] theta) {
        Check.length("theta", theta.length, space().size());
        return tables.at(theta);
    }

    private Table tableAt(double[] theta) {
        double[] direction = summary.reference();
        Arrays.setAll(direction, a -> theta[a] - direction[a]);
        int n = events.size();
        double[] projected = new double[n];
        for (int i = 0; i < n; i++) {
            projected[i] = dot(summaries, i * direction.length, direction);
        }
        int every = (n + SORTED - 1) / SORTED;
        double[] some = new double[(n + every - 1) / every];
        Arrays.setAll(some, i -> projected[i * every]);
        QuantileCells cells = QuantileCells.of(some, 1, bins);
        double[] numerator = new double[cells.nodes()];
        double[] denominator = new double[cells.nodes()];
        int[] cell = new int[1];
        double[] share = new double[1];
        double[] ratios = ratios(events, theta);
        for (int i = 0; i < n; i++) {
            cells.locate(projected, i, cell, share);
            numerator[cell[0]] += ratios[i];
            denominator[cell[0]] += atReference[i];
        }
        double[] logRatios = new double[cells.nodes()];
        Arrays.setAll(
                logRatios, b -> StrictMath.log((Math.max(0, numerator[b]) + 1) / (Math.max(0, denominator[b]) + 1)));
        return new Table(direction, cells, logRatios);
    }

    private static double dot(double[] a, int offset, double[] b) {
        double sum = 0;
        for (int i = 0; i < b.length; i++) {
            sum += a[offset + i] * b[i];
        }
        return sum;
    }

    /** The histogram of one point. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Table(double[] direction, QuantileCells cells, double[] logRatios) {

        double logRatio(double[] scores, int offset) {
            int[] cell = new int[1];
            cells.locate(new double[] {dot(scores, offset, direction)}, 0, cell, new double[1]);
            return logRatios[cell[0]];
        }
    }
}
