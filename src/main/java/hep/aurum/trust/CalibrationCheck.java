package hep.aurum.trust;

import hep.aurum.infer.interval.ChiSquare;
import hep.aurum.math.random.RandomStreams;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Ask whether the classifier behind the ratio means what it says: of the events of a mixture ½ s + ½ θ to which it gives the
 * probability \(\hat r/(1+\hat r)\), that part is from θ.
 *
 * <p>Each event of the mixture tosses a coin for its law. Given x, it is then from θ with probability \(r/(1+r)\) and independent of
 * all others, however heavy the tail of r: the counts in bins of \(\hat r/(1+\hat r)\) are sums of independent tosses of known odds,
 * and bins are made so wide that each has a variance of 100 and more. The value is the expected calibration error, the mean over
 * events of the difference between fraction and prediction in their bin. The twin is 1/r.
 */
public final class CalibrationCheck implements Check {

    private static final int POINTS = 5;

    private final int events;

    /** Create the check with mixtures of 10 000 events. */
    public CalibrationCheck() {
        this(10_000);
    }

    /** Create the check with mixtures of another number of events. */
    public CalibrationCheck(int events) {
        this.events = events;
    }

    @Override
    public String name() {
        return "calibration";
    }

    @Override
    public Optional<Finding> examine(Subject subject, RandomStreams streams, int threads) {
        List<double[]> points = Family.points(subject.prior(), POINTS);
        CalibrationBins[] all = new CalibrationBins[points.size()];
        Family.run(all.length, threads, p -> all[p] = bins(subject, points.get(p), streams.part("point " + p)));
        double[] pValues =
                Arrays.stream(all).mapToDouble(CalibrationCheck::pValue).toArray();
        int worst = Family.worst(pValues);
        CalibrationBins bins = all[worst];
        int judged = (int) Arrays.stream(all).filter(b -> b.size() > 0).count();
        double smallest = Arrays.stream(all)
                .filter(b -> b.size() > 0)
                .mapToDouble(b -> b.findable(Power.nonCentrality(b.size(), Family.ALARM / all.length)))
                .min()
                .orElse(Double.NaN);
        Finding finding = new Finding(
                name(),
                bins.error(),
                bins.expectedError(),
                bins.errorOfError(),
                Family.pValue(pValues),
                sentence(subject, points.get(worst), bins, judged, all.length),
                judged == 0
                        ? "nothing: the laws hardly overlap"
                        : String.format(
                                Locale.ROOT, "a fraction that is off by %.3f everywhere at one point", smallest),
                "calibrate the ratio (CalibratedRatio), or train longer and on more events");
        return Optional.of(finding.with(Evidence.of(
                Evidence.Kind.CURVE,
                "fraction of events from theta" + Family.at(subject.prior(), points.get(worst)),
                bins.predictions(),
                bins.fractions(),
                events)));
    }

    private static double pValue(CalibrationBins bins) {
        return bins.size() == 0 ? 1 : ChiSquare.pValue(bins.size(), bins.chiSquare());
    }

    private CalibrationBins bins(Subject subject, double[] theta, RandomStreams streams) {
        int fromPoint = heads(events, streams);
        Answers reference = Answers.of(
                subject.ratio(), subject.laws().reference(events - fromPoint, streams.part("reference")), theta);
        Answers point = Answers.of(subject.ratio(), subject.laws().at(theta, fromPoint, streams.part("theta")), theta);
        if (reference.size() == events - fromPoint && point.size() == fromPoint) {
            return CalibrationBins.of(reference, point);
        }
        // Stored events ran out: as many tosses as either law can answer.
        int fewer = Math.min(reference.size(), point.size());
        int again = heads(fewer, streams);
        return CalibrationBins.of(reference.first(fewer - again), point.first(again));
    }

    private static int heads(int tosses, RandomStreams streams) {
        UniformRandomProvider coin = streams.stream("coin", tosses);
        int heads = 0;
        for (int i = 0; i < tosses; i++) {
            heads += coin.nextLong() < 0 ? 1 : 0;
        }
        return heads;
    }

    private String sentence(Subject subject, double[] theta, CalibrationBins bins, int judged, int asked) {
        if (judged == 0) {
            return "not judged: at no point is there a region that enough events of both laws reach";
        }
        return String.format(
                Locale.ROOT,
                "the fractions differ from the predictions by %.4f in the mean%s, where noise alone gives %.4f (chi-square %.1f in %d "
                        + "bins), the worst of %d points",
                bins.error(),
                Family.at(subject.prior(), theta),
                bins.expectedError(),
                bins.chiSquare(),
                bins.size(),
                asked);
    }

    @Override
    public Optional<Twin> twin(Subject subject) {
        return Optional.of(Twins.inverse(subject));
    }
}
