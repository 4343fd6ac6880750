package hep.aurum.workflow;

import hep.aurum.base.Check;
import hep.aurum.base.Progress;
import hep.aurum.hist.Axis;
import hep.aurum.hist.Histogram1D;
import hep.aurum.infer.discovery.LookElsewhere;
import hep.aurum.infer.fit.Profile;
import hep.aurum.infer.test.Gaussian;
import hep.aurum.infer.test.TestStatistic;
import hep.aurum.math.random.RandomStreams;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.PoissonSampler;

/**
 * Search a mass spectrum for a Gaussian peak of known width anywhere in a range: \(q_0\), \(p_0\) and Z against the
 * position of the peak, and the significance that is left after looking everywhere.
 *
 * <p>At each position m the data are tested with \(\prod_i \mathrm{Pois}(n_i|s\,g_i(m) + B_i)\), where \(g_i\) is the part
 * of the peak in bin i and \(s \ge 0\) the number of its events. The statistical errors of the background are nuisances,
 * and so is its rate if that is uncertain; see {@link TemplateTest}. In bins without background no peak is looked for.
 *
 * <p>The number of upcrossings at a low level, which the global significance needs, is counted in the scan of the data: a
 * single number with the error of a count, and an excess adds one to it. Scans of toys of the background give its mean.
 *
 * <pre>{@code
 * PeakScanResult scan = PeakScan.of(background, data, PeakWidth.relative(0.02)).withToys(20, 1).run(Progress.NONE);
 * double local = scan.localZ();
 * double global = scan.globalZ();
 * }</pre>
 *
 * @param background expected events without a peak
 * @param data observed events, in the same bins
 * @param width of the peak, by its position
 * @param from first position
 * @param to last position
 * @param points number of positions, at least 2, equally spaced
 * @param rateUncertainty relative uncertainty of the background's rate, 0 for none
 * @param hasStatErrors whether the errors of the background's bins are nuisances
 * @param level the level of \(q_0\) at which upcrossings are counted
 * @param toys how many data sets of background alone are scanned for the mean number of upcrossings; 0 to count in the data
 * @param seed of the toys
 */
public record PeakScan(
        Histogram1D background,
        Histogram1D data,
        PeakWidth width,
        double from,
        double to,
        int points,
        double rateUncertainty,
        boolean hasStatErrors,
        double level,
        int toys,
        long seed) {

    /** Largest number of positions. */
    public static final int MAX_POINTS = 10_000;

    private static final int USUAL_POINTS = 400;
    private static final double STEP_IN_WIDTHS = 0.25;
    private static final double USUAL_LEVEL = 0.5;
    private static final String PEAK = "peak";
    private static final String CONTINUUM = "background";
    private static final String PURPOSE = "toys of the background of a peak scan";

    /** Check the numbers. */
    public PeakScan {
        Check.argument(
                background.axis().hasEdgesOf(data.axis()),
                "\"%s\" and \"%s\" have different edges and cannot be compared",
                background.title(),
                data.title());
        Check.argument(
                Double.isFinite(from) && Double.isFinite(to) && from < to, "a scan from %s to %s is empty", from, to);
        Check.argument(points >= 2 && points <= MAX_POINTS, "%d positions, expected 2 to %d", points, MAX_POINTS);
        Check.argument(width.at(from) > 0 && width.at(to) > 0, "the width of the peak is not positive in the range");
        Check.argument(
                rateUncertainty >= 0 && rateUncertainty < 1,
                "a rate uncertainty of %s, expected 0 to 1",
                rateUncertainty);
        Check.argument(level > 0 && Double.isFinite(level), "the level is %s, expected a positive number", level);
        Check.argument(toys >= 0, "%d toys, expected 0 or more", toys);
    }

    /** Scan the whole axis in steps of a quarter of the width, without toys. */
    public static PeakScan of(Histogram1D background, Histogram1D data, PeakWidth width) {
        Axis axis = background.axis();
        double narrowest = Math.min(width.at(axis.min()), width.at(axis.max()));
        Check.argument(narrowest > 0, "the width of the peak is %s at an end of the axis", narrowest);
        double steps = Math.ceil((axis.max() - axis.min()) / (STEP_IN_WIDTHS * narrowest));
        int points = 1 + (int) Math.max(1, Math.min(USUAL_POINTS, steps));
        return new PeakScan(background, data, width, axis.min(), axis.max(), points, 0, true, USUAL_LEVEL, 0, 0);
    }

    /** Scan another range with another number of positions. */
    public PeakScan between(double newFrom, double newTo, int newPoints) {
        return new PeakScan(
                background, data, width, newFrom, newTo, newPoints, rateUncertainty, hasStatErrors, level, toys, seed);
    }

    /** Let the rate of the background be known to a relative uncertainty only. */
    public PeakScan withRateUncertainty(double relative) {
        return new PeakScan(background, data, width, from, to, points, relative, hasStatErrors, level, toys, seed);
    }

    /** Take the background as exact. */
    public PeakScan withoutStatErrors() {
        return new PeakScan(background, data, width, from, to, points, rateUncertainty, false, level, toys, seed);
    }

    /** Count upcrossings at another level of \(q_0\). */
    public PeakScan withLevel(double newLevel) {
        return new PeakScan(
                background, data, width, from, to, points, rateUncertainty, hasStatErrors, newLevel, toys, seed);
    }

    /** Count upcrossings in scans of toys of the background. */
    public PeakScan withToys(int newToys, long newSeed) {
        return new PeakScan(
                background, data, width, from, to, points, rateUncertainty, hasStatErrors, level, newToys, newSeed);
    }

    /**
     * Scan.
     *
     * @throws hep.aurum.base.BadModel if there are data where there is no background
     * @throws hep.aurum.base.NotConverged if a fit fails
     */
    public PeakScanResult run(Progress progress) {
        List<Double> positions = new ArrayList<>();
        for (int i = 0; i < points; i++) {
            positions.add(i == points - 1 ? to : from + (to - from) * i / (points - 1));
        }
        List<Double> events = new ArrayList<>();
        double[] q0 = scan(data, positions, events);
        progress.report("scan of the data", 1);
        double upcrossings = toys == 0 ? LookElsewhere.upcrossings(q0, level) : ofToys(positions, progress);
        return PeakScanResult.of(positions, q0, events, level, upcrossings);
    }

    private double ofToys(List<Double> positions, Progress progress) {
        RandomStreams streams = RandomStreams.of(seed);
        double[] errors = new double[background.axis().bins()];
        long sum = 0;
        for (int toy = 0; toy < toys; toy++) {
            UniformRandomProvider random = streams.stream(PURPOSE, toy);
            double[] counts = background.heights();
            for (int b = 0; b < counts.length; b++) {
                counts[b] = counts[b] > 0 ? PoissonSampler.of(random, counts[b]).sample() : 0;
            }
            Histogram1D drawn = Histogram1D.ofHeights("toy", background.axis(), counts, errors);
            sum += LookElsewhere.upcrossings(scan(drawn, positions, new ArrayList<>()), level);
            progress.report("scans of toys", (toy + 1.0) / toys);
        }
        return (double) sum / toys;
    }

    private double[] scan(Histogram1D observed, List<Double> positions, List<Double> events) {
        double[] q0 = new double[positions.size()];
        for (int i = 0; i < q0.length; i++) {
            Profile profile = Profile.of(test(observed, positions.get(i)).model());
            q0[i] = TestStatistic.Q0.value(profile, 0.0);
            events.add(profile.muHat());
        }
        return q0;
    }

    private TemplateTest test(Histogram1D observed, double position) {
        TemplateTest test = TemplateTest.of(peak(position), List.of(background.withTitle(CONTINUUM)))
                .withData(observed);
        TemplateTest uncertain = rateUncertainty > 0 ? test.withRateUncertainty(CONTINUUM, rateUncertainty) : test;
        return hasStatErrors ? uncertain : uncertain.withoutStatErrors();
    }

    /** One event of the peak, where there is background under it. */
    private Histogram1D peak(double position) {
        Axis axis = background.axis();
        double sigma = width.at(position);
        double[] parts = new double[axis.bins()];
        for (int b = 0; b < parts.length; b++) {
            double low = (axis.edge(b) - position) / sigma;
            double high = (axis.edge(b + 1) - position) / sigma;
            // Above the peak the difference of upper tails keeps its digits, below that of lower tails.
            double part = low > 0
                    ? Gaussian.pValue(low) - Gaussian.pValue(high)
                    : Gaussian.pValue(-high) - Gaussian.pValue(-low);
            parts[b] = background.height(b) > 0 ? part : 0;
        }
        return Histogram1D.ofHeights(PEAK, axis, parts, new double[parts.length]);
    }
}
