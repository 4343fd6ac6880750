package hep.aurum.trust;

import hep.aurum.estimator.RatioEstimator;
import hep.aurum.likelihood.joint.EventData;
import hep.aurum.math.random.RandomStreams;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Ask whether the simulator can make the observed events at all: the squared maximum mean discrepancy between them and as many
 * as four times that number simulated at their best fit, with a p-value by permutation.
 *
 * <p>No ratio, however right, can be trusted on data that its simulator cannot make: intervals for the mean of N(θ, 1) of nominal
 * 90 % cover 72.7 % if nature is N(θ, 1.5²). Fitting θ to the same events brings the two samples closer than chance, so that the
 * p-value errs on the quiet side.
 *
 * @see <a href="https://arxiv.org/abs/2209.01845">Cannon, Ward, Schmon: investigating the impact of model misspecification in
 *     neural simulation-based inference</a>
 * @see <a href="https://jmlr.org/papers/v13/gretton12a.html">Gretton et al.: a kernel two-sample test, equation (5)</a>
 */
public final class Misspecification implements Check {

    private static final int MOST_EVENTS = 400;
    private static final int SIMULATED_FOR_ONE = 2;
    private static final int FEWEST_EVENTS = 20;
    private static final double WIDTH = 1.5;
    private static final String ADVICE =
            "look at the observables one by one, data against simulation at the best fit, and mend"
                    + " the simulation or add nuisance parameters: more training cannot help";

    @Override
    public String name() {
        return "misspecification";
    }

    /** The twin is not a broken ratio but broken data: every observable is spread by 1.5 around its mean. */
    @Override
    public Optional<Twin> twin(Subject subject) {
        return subject.observed()
                .map(data -> new Twin(
                        "data 1.5 times as wide",
                        new Subject(
                                subject.name(),
                                subject.ratio(),
                                subject.laws(),
                                subject.prior(),
                                subject.experiment(),
                                subject.audits(),
                                Optional.of(spread(data)),
                                subject.retraining())));
    }

    private static EventData spread(EventData data) {
        int n = data.weights().length;
        if (n == 0) {
            return data;
        }
        int d = data.events().length / n;
        double[] mean = new double[d];
        for (int i = 0; i < data.events().length; i++) {
            mean[i % d] += data.events()[i] / n;
        }
        double[] wider = new double[data.events().length];
        Arrays.setAll(wider, i -> mean[i % d] + WIDTH * (data.events()[i] - mean[i % d]));
        return new EventData(wider, data.weights());
    }

    @Override
    public Optional<Finding> examine(Subject subject, RandomStreams streams, int threads) {
        return subject.observed()
                .filter(data -> data.weights().length >= FEWEST_EVENTS)
                .filter(data -> Arrays.stream(data.weights()).allMatch(w -> w == 1))
                .flatMap(data -> compare(subject, data, streams, threads));
    }

    private Optional<Finding> compare(Subject subject, EventData all, RandomStreams streams, int threads) {
        RatioEstimator ratio = subject.ratio();
        double[] best = BestPoint.of(ratio, subject.prior(), all, threads);
        int d = ratio.featureNames().size();
        EventData observed = Subsample.of(all, d, MOST_EVENTS, streams.stream("observed", 0));
        int n = observed.weights().length;
        EventData simulated =
                subject.laws().experiments(List.of(best), SIMULATED_FOR_ONE * n, streams.part("simulated")).stream()
                        .findFirst()
                        .orElse(EventData.of(new double[0], d));
        int m = simulated.weights().length;
        if (m < FEWEST_EVENTS) {
            return Optional.empty();
        }
        KernelTest test = KernelTest.of(observed.events(), simulated.events(), d, streams);
        String sentence = Words.number(n) + " observed events against " + m + " simulated at their best fit "
                + point(subject, best) + ": squared discrepancy " + Words.number(test.discrepancy()) + ", "
                + Words.number(test.mean()) + " ± " + Words.number(test.error()) + " if the data are the simulator's";
        return Optional.of(new Finding(
                name(),
                test.discrepancy(),
                test.mean(),
                test.error(),
                test.pValue(),
                sentence,
                "200 events find data 1.5 times as wide as simulated; the control says whether these do",
                ADVICE));
    }

    private static String point(Subject subject, double[] theta) {
        StringBuilder text = new StringBuilder();
        for (int a = 0; a < theta.length; a++) {
            text.append(a == 0 ? "" : ", ")
                    .append(subject.prior().get(a).name())
                    .append(" = ")
                    .append(Words.number(theta[a]));
        }
        return text.toString();
    }
}
