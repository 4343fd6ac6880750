package hep.aurum.trust;

import hep.aurum.likelihood.joint.EventData;
import hep.aurum.math.random.RandomStreams;
import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Ask whether a classifier can tell the truth of an experiment from a draw of its posterior, at the observed data (local
 * classifier two-sample test).
 *
 * <p>A classifier is trained between pairs of an experiment with its truth, and with a draw from its posterior. If the ratio is
 * right it can learn nothing, and \(t = \sum_j w_j\,(\hat c(\theta_j, x_o) - \tfrac12)^2\) at the data \(x_o\) is no larger than
 * with the labels of each pair swapped by chance, which is what the p-value counts: given the experiment, truth and draw are
 * exchangeable. The classifier is linear, by least squares, in the pulls of θ against the posterior's mean and width, their
 * squares and products, and how they change with that mean: it sees wrong places, widths and correlations, here and not on
 * average. Without data, an experiment at the middle of the ranges stands in.
 *
 * @see <a href="https://arxiv.org/abs/2306.03580">Linhart, Gramfort, Rodrigues: L-C2ST, local validation diagnostics for posterior
 *     approximations, algorithms 1 and 2</a>
 */
public final class LocalTwoSampleTest implements Check {

    private static final double TWIN = 0.7;
    private static final int EXPERIMENTS = 400;
    /** With fewer recorded events than this, an experiment stands in for them. */
    private static final int FEWEST_EVENTS = 5;

    private static final int PERMUTATIONS = 9999;
    private static final double Z_OF_LEVEL = 3.0902323061678132;
    private static final double NINE_OF_TEN = 1.2815515655446004;
    private static final String ADVICE =
            "the posterior at these data is not that of the simulator: train with more events near"
                    + " the best fit, and take regions from toys (aurum neyman) until then";

    @Override
    public String name() {
        return "local classifier (l-C2ST)";
    }

    @Override
    public Optional<Twin> twin(Subject subject) {
        return subject.prior().size() == 0 ? Optional.empty() : Optional.of(Twins.width(subject, TWIN));
    }

    @Override
    public Optional<Finding> examine(Subject subject, RandomStreams streams, int threads) {
        if (subject.prior().size() == 0) {
            return Optional.empty();
        }
        int recorded = subject.observed().map(data -> data.weights().length).orElse(0);
        boolean isObserved = recorded >= FEWEST_EVENTS;
        int events = isObserved ? Math.min(recorded, subject.experiment()) : subject.experiment();
        EventData here = isObserved ? observed(subject, events, streams) : middle(subject, streams);
        Posteriors posteriors = Posteriors.of(subject, EXPERIMENTS, events, streams, threads);
        if (posteriors.size() < Posteriors.FEWEST) {
            return Optional.of(posteriors.unjudged(name()));
        }
        PairFeatures features = PairFeatures.of(subject, here, threads);
        LeastSquaresClassifier classifier = LeastSquaresClassifier.of(
                pairs(posteriors, features, streams), features.size(), features.here(), features.weightsHere());
        double found = classifier.statistic(null);
        UniformRandomProvider random = streams.stream("swaps", 0);
        int asLarge = 1;
        double sum = 0;
        double squares = 0;
        for (int p = 0; p < PERMUTATIONS; p++) {
            double value = classifier.statistic(random);
            asLarge += value >= found ? 1 : 0;
            sum += value;
            squares += value * value;
        }
        double mean = sum / PERMUTATIONS;
        String sentence = "at " + (isObserved ? "the observed data" : "an experiment in the middle of the ranges")
                + " a classifier trained on " + posteriors.size() + " experiments has t = " + Words.number(found)
                + ", " + Words.number(mean) + " with labels swapped by chance";
        return Optional.of(new Finding(
                name(),
                found,
                mean,
                Math.sqrt(Math.max(0, squares / PERMUTATIONS - mean * mean)),
                asLarge / (PERMUTATIONS + 1.0),
                sentence,
                power(posteriors.size()),
                ADVICE));
    }

    private static EventData observed(Subject subject, int events, RandomStreams streams) {
        int d = subject.ratio().featureNames().size();
        return Subsample.of(subject.observed().orElseThrow(), d, events, streams.stream("observed", 0));
    }

    private static EventData middle(Subject subject, RandomStreams streams) {
        double[] theta = new double[subject.prior().size()];
        for (int a = 0; a < theta.length; a++) {
            theta[a] =
                    0.5 * (subject.prior().get(a).min() + subject.prior().get(a).max());
        }
        int d = subject.ratio().featureNames().size();
        return Subsample.of(
                subject.laws().at(theta, subject.experiment(), streams.part("middle")),
                d,
                subject.experiment(),
                streams.stream("middle", 0));
    }

    /** Return the features of truth and draw of each experiment, one after the other. */
    private static double[] pairs(Posteriors posteriors, PairFeatures features, RandomStreams streams) {
        int f = features.size();
        double[] rows = new double[2 * posteriors.size() * f];
        for (int i = 0; i < posteriors.size(); i++) {
            int drawn = posteriors.draw(i, streams.stream("draw", i));
            features.fill(posteriors, i, 0, rows, 2 * i * f);
            features.fill(posteriors, i, drawn, rows, (2 * i + 1) * f);
        }
        return rows;
    }

    /** The difference of the mean squared pull of truth and draw, for a posterior of another width. */
    private static String power(int n) {
        double width = 1;
        boolean isSeen = false;
        while (!isSeen && width > 0.05) {
            width -= 0.01;
            double variance = 1 / (width * width);
            double error = Math.sqrt(2 * (variance * variance + 1) / n);
            isSeen = (variance - 1) / error >= Z_OF_LEVEL + NINE_OF_TEN;
        }
        return String.format(
                java.util.Locale.ROOT,
                "%d experiments find, nine times out of ten at p = %s, posteriors of %.2f times the right width",
                n,
                Words.number(Uniformity.LEVEL),
                width);
    }
}
