package hep.aurum.trust;

import hep.aurum.infer.test.Gaussian;
import hep.aurum.math.random.RandomStreams;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Ask whether a critic, a network trained for it, can tell reference events weighted by the ratio from events at θ: if the ratio is
 * right nothing can, and the area under its curve on events that it did not see is ½.
 *
 * <p>An area of ½ alone is no proof, since a critic that learned nothing has it too. Therefore the twin, a shift of a tenth of what
 * one event resolves, gets a critic of its own each time: the best possible one reaches \(\Phi(.1/\sqrt2) = .52819\) in N(θ, 1).
 *
 * <p>p is that of the mean area over all points, or of the largest at one, one-sided, by the error of DeLong for weighted events; the
 * weights are bounded, see {@link CriticEvents}.
 */
public final class CriticCheck implements Check {

    private static final int POINTS = 4;
    private static final double TWIN = 0.1;

    private final int events;

    /** Create the check with 5000 events of each law at each point for training, and as many for the test. */
    public CriticCheck() {
        this(5000);
    }

    /** Create the check with another number of events of each law at each point. */
    public CriticCheck(int events) {
        this.events = events;
    }

    @Override
    public String name() {
        return "critic";
    }

    @Override
    public Optional<Finding> examine(Subject subject, RandomStreams streams, int threads) {
        List<double[]> points = Family.points(subject.prior(), POINTS);
        List<CriticEvents> training = draw(subject, points, streams.part("training"), threads);
        List<CriticEvents> test = draw(subject, points, streams.part("test"), threads);
        Critic critic = Critic.train(training, streams.part("critic"), threads);
        WeightedAuc[] areas = new WeightedAuc[points.size()];
        Family.run(areas.length, threads, p -> areas[p] = critic.compare(test.get(2 * p), test.get(2 * p + 1)));
        return Optional.of(finding(subject, points, areas));
    }

    /** Return the events of both laws at every point, those of the reference first. */
    private List<CriticEvents> draw(Subject subject, List<double[]> points, RandomStreams streams, int threads) {
        CriticEvents[] drawn = new CriticEvents[2 * points.size()];
        Family.run(drawn.length, threads, i -> {
            double[] theta = points.get(i / 2);
            RandomStreams own = streams.part("sample " + i);
            boolean isReference = i % 2 == 0;
            drawn[i] = CriticEvents.of(
                    subject.ratio(),
                    isReference
                            ? subject.laws().reference(events, own)
                            : subject.laws().at(theta, events, own),
                    theta,
                    isReference);
        });
        return Arrays.asList(drawn);
    }

    private Finding finding(Subject subject, List<double[]> points, WeightedAuc[] areas) {
        Contrast mean = mean(areas);
        double[] pValues = new double[areas.length + 1];
        Arrays.setAll(pValues, p -> (p < areas.length ? areas[p].contrast() : mean).pValueAbove());
        int best = Family.worst(Arrays.copyOf(pValues, areas.length));
        double findable = Family.findable(pValues.length, false) * mean.error();
        String sentence = String.format(
                Locale.ROOT,
                "the critic's area is %.4f +- %.4f over %d points and %.4f +- %.4f%s, expected 0.5",
                0.5 + mean.value(),
                mean.error(),
                areas.length,
                areas[best].value(),
                areas[best].contrast().error(),
                Family.at(subject.prior(), points.get(best)));
        String power = String.format(
                Locale.ROOT,
                "an area of %.4f everywhere, a shift of %.3f standard deviations in one dimension",
                0.5 + findable,
                Math.sqrt(2) * Gaussian.significance(0.5 - Math.min(0.499, findable)));
        Finding finding = new Finding(
                name(),
                0.5 + mean.value(),
                0.5,
                mean.error(),
                Family.pValue(pValues),
                mean.isJudged() ? sentence : "not judged: reweighted reference events do not stand for any point",
                power,
                "look where the critic's output is large: the ratio is wrong there; train on more events, or wider");
        return finding.with(Evidence.of(
                Evidence.Kind.ROC,
                "critic" + Family.at(subject.prior(), points.get(best)),
                areas[best].falsePositives(),
                areas[best].truePositives(),
                events));
    }

    /** Return the mean excess over the points that are judged, by their precision. */
    private static Contrast mean(WeightedAuc[] areas) {
        List<Contrast> judged = new ArrayList<>();
        for (WeightedAuc area : areas) {
            if (area.contrast().isJudged() && area.contrast().error() > 0) {
                judged.add(area.contrast());
            }
        }
        double weight = 0;
        double sum = 0;
        double effective = 0;
        for (Contrast contrast : judged) {
            double w = 1 / (contrast.error() * contrast.error());
            weight += w;
            sum += w * contrast.value();
            effective += contrast.effective();
        }
        return judged.isEmpty()
                ? new Contrast(0, Double.POSITIVE_INFINITY, 0)
                : new Contrast(sum / weight, 1 / Math.sqrt(weight), effective);
    }

    @Override
    public Optional<Twin> twin(Subject subject) {
        Optional<Twin> shift = Twins.shift(subject, TWIN);
        return shift.isPresent() ? shift : Optional.of(Twins.inverse(subject));
    }
}
