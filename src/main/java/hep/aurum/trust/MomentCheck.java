package hep.aurum.trust;

import hep.aurum.math.random.RandomStreams;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Hold a moment of the ratio over the reference law against the next lower one over the law at θ.
 *
 * <p>\(E_s[\hat r^m h] = E_\theta[\hat r^{m-1} h]\) for every function h of the ratio. With h = 1 it is a statement about the
 * farthest tail, which few events decide and no test can judge honestly. With \(h = \hat s^m\), \(\hat s = 1/(1+\hat r)\),
 *
 * <p>\[ E_s[(1-\hat s)^m] = E_\theta[\hat s\,(1-\hat s)^{m-1}], \]
 *
 * <p>both sides are means of numbers between 0 and 1, whose difference is normal at any ratio; where the ratio is near one, h is
 * constant and nothing is lost. For m = 1 this is bridge sampling of the normalisation.
 *
 * @see <a href="https://www.jstor.org/stable/24306045">Meng, Wong: Simulating ratios of normalizing constants (1996)</a>
 */
abstract class MomentCheck implements Check {

    private static final int POINTS = 5;

    private final int events;

    MomentCheck(int events) {
        this.events = events;
    }

    /** Return what is averaged over the reference law. */
    abstract double ofReference(double output);

    /** Return what is averaged over the law at θ. */
    abstract double ofPoint(double output);

    /** Return the law in words. */
    abstract String law();

    /** Return the change of the difference with the fault in which power is stated. */
    abstract double slope(Answers reference, Answers point);

    /** Return the smallest fault in words. */
    abstract String fault(double size);

    abstract String advice();

    /** What was found at one point. */
    private record Moment(double[] theta, Contrast contrast, double scale, double slope) {

        double value() {
            return 1 + contrast.value() / scale;
        }
    }

    @Override
    public final Optional<Finding> examine(Subject subject, RandomStreams streams, int threads) {
        List<double[]> points = Family.points(subject.prior(), POINTS);
        Moment[] moments = new Moment[points.size()];
        Family.run(moments.length, threads, p -> moments[p] = ask(subject, points.get(p), streams.part("point " + p)));
        double[] pValues = new double[moments.length];
        int judged = 0;
        double smallest = Double.POSITIVE_INFINITY;
        for (int p = 0; p < moments.length; p++) {
            Contrast contrast = moments[p].contrast();
            pValues[p] = contrast.pValue();
            judged += contrast.isJudged() ? 1 : 0;
            double findable = Family.findable(moments.length, true) * contrast.error() / Math.abs(moments[p].slope());
            smallest = contrast.isJudged() && findable > 0 ? Math.min(smallest, findable) : smallest;
        }
        Moment worst = moments[Family.worst(pValues)];
        return Optional.of(new Finding(
                name(),
                worst.value(),
                1,
                worst.contrast().error() / worst.scale(),
                Family.pValue(pValues),
                sentence(subject, worst, judged, moments.length),
                Double.isFinite(smallest) ? fault(smallest) : "nothing: the laws hardly overlap",
                advice()));
    }

    private Moment ask(Subject subject, double[] theta, RandomStreams streams) {
        Answers reference =
                Answers.of(subject.ratio(), subject.laws().reference(events, streams.part("reference")), theta);
        Answers point = Answers.of(subject.ratio(), subject.laws().at(theta, events, streams.part("theta")), theta);
        Contrast contrast = Contrast.of(
                reference.ofOutput(this::ofReference),
                reference.weights(),
                point.ofOutput(this::ofPoint),
                point.weights());
        double scale = point.mean(l -> ofPoint(Answers.output(l)));
        return new Moment(theta, contrast, scale, slope(reference, point));
    }

    private String sentence(Subject subject, Moment worst, int judged, int asked) {
        if (judged == 0) {
            return "not judged: at no point is there a region that enough events of both laws reach";
        }
        return String.format(
                Locale.ROOT,
                "%s is %.4f +- %.4f%s, expected 1, the worst of %d points%s",
                law(),
                worst.value(),
                worst.contrast().error() / worst.scale(),
                Family.at(subject.prior(), worst.theta()),
                asked,
                judged < asked ? "; " + (asked - judged) + " were not judged, for want of events" : "");
    }
}
