package hep.aurum.workflow;

import hep.aurum.base.Progress;
import hep.aurum.base.Tally;
import hep.aurum.estimator.RatioEstimator;
import hep.aurum.infer.interval.ChiSquare;
import hep.aurum.math.random.RandomStreams;
import hep.aurum.param.Parameter;
import hep.aurum.param.ParameterSpace;
import hep.aurum.workflow.study.SimulatorStudy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Construct the Neyman confidence set of one or two parameters: at every point of a grid, experiments of the simulator give the law
 * of
 *
 * <p>\[ t(\theta) = 2\,\bigl[\max_{\theta'}\ln\hat L(\theta') - \ln\hat L(\theta)\bigr], \]
 *
 * <p>the maximum taken over a finer grid, for toys and data alike. The set covers whatever the ratio is worth: a poor ratio makes
 * it wide, not wrong.
 */
final class SimulatorBelt {

    /** Points of the finer grid in two parameters, along each. */
    private static final int MOST_IN_PLANE = 33;

    private final SimulatorStudy study;
    private final RatioEstimator ratio;
    private final ToyExperiments toys;
    private final int dimension;
    private final int each;
    private final int refinement;
    private final double[] fine;
    private final int fineEach;

    SimulatorBelt(SimulatorStudy study, RatioEstimator ratio, ToyExperiments toys) {
        this.study = study;
        this.ratio = ratio;
        this.toys = toys;
        this.dimension = study.parameters().size();
        this.each = study.scan().neymanPoints();
        int wanted =
                dimension == 1 ? study.scan().points() : Math.min(study.scan().points(), MOST_IN_PLANE);
        this.refinement = Math.max(1, (wanted - 1 + each - 2) / (each - 1));
        this.fineEach = refinement * (each - 1) + 1;
        this.fine = grid(study.parameters(), fineEach);
    }

    /** Return a regular grid by rows, the last parameter fastest. */
    private static double[] grid(ParameterSpace space, int each) {
        int k = space.size();
        int count = k == 1 ? each : each * each;
        double[] grid = new double[count * k];
        for (int i = 0; i < count; i++) {
            for (int a = 0; a < k; a++) {
                Parameter range = space.get(a);
                int step = a == k - 1 ? i % each : i / each;
                grid[i * k + a] = range.min() + (range.max() - range.min()) * step / (each - 1);
            }
        }
        return grid;
    }

    /** Return where a point of the coarse grid is on the fine one. */
    private int position(int coarse) {
        return dimension == 1
                ? coarse * refinement
                : coarse / each * refinement * fineEach + coarse % each * refinement;
    }

    /**
     * Construct the set.
     *
     * @param data observations, {@code [n*d]} by rows; null for none
     */
    List<ScanReport.Neyman> points(double @Nullable [] data, Progress progress) {
        int count = dimension == 1 ? each : each * each;
        double[] observed = data == null ? null : statistics(toys.sums(ratio, fine, data));
        RandomStreams streams = RandomStreams.of(study.seed()).part("neyman");
        List<ScanReport.Neyman> points = new ArrayList<>();
        Tally tally =
                Tally.of(progress, "confidence set", (long) count * study.scan().toys(), "toys");
        for (int c = 0; c < count; c++) {
            int at = position(c);
            double[] theta = Arrays.copyOfRange(fine, at * dimension, (at + 1) * dimension);
            double[] drawn = new double[study.scan().toys()];
            toys.forEach(ratio, fine, theta, drawn.length, streams.part("point " + c), (toy, sums) -> {
                drawn[toy] = statistic(sums, at);
                tally.add(1);
            });
            points.add(point(theta, drawn, observed == null ? null : observed[at]));
        }
        tally.finish();
        return points;
    }

    private static double statistic(double[] logLikelihood, int at) {
        double highest = Double.NEGATIVE_INFINITY;
        for (double value : logLikelihood) {
            highest = Math.max(highest, value);
        }
        return 2 * (highest - logLikelihood[at]);
    }

    private static double[] statistics(double[] logLikelihood) {
        double[] t = new double[logLikelihood.length];
        for (int j = 0; j < t.length; j++) {
            t[j] = statistic(logLikelihood, j);
        }
        return t;
    }

    private ScanReport.Neyman point(double[] theta, double[] drawn, @Nullable Double observed) {
        double[] sorted = drawn.clone();
        Arrays.sort(sorted);
        double coverage95 = coverage(sorted, ChiSquare.TWO_SIGMA);
        return new ScanReport.Neyman(
                FitSummary.named(study.parameters(), theta),
                sorted.length,
                quantile(sorted, ChiSquare.ONE_SIGMA),
                quantile(sorted, ChiSquare.TWO_SIGMA),
                coverage(sorted, ChiSquare.ONE_SIGMA),
                coverage95,
                Math.sqrt(coverage95 * (1 - coverage95) / sorted.length),
                observed,
                observed == null ? null : pValue(sorted, observed));
    }

    private double coverage(double[] sorted, double level) {
        double threshold = ChiSquare.threshold(dimension, level);
        return (double) Arrays.stream(sorted).filter(t -> t <= threshold).count() / sorted.length;
    }

    private static double quantile(double[] sorted, double level) {
        return sorted[Math.max(0, (int) Math.ceil(level * sorted.length) - 1)];
    }

    private static double pValue(double[] sorted, double observed) {
        return (1.0 + Arrays.stream(sorted).filter(t -> t >= observed).count()) / (1.0 + sorted.length);
    }
}
