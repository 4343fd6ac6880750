package hep.aurum.trust;

import hep.aurum.estimator.RatioEstimator;
import hep.aurum.likelihood.joint.EventData;
import hep.aurum.math.random.RandomStreams;
import hep.aurum.param.ParameterSpace;
import java.util.Optional;

/** Break ratios on purpose, in the ways that checks are there to see. */
public final class Twins {

    /** Events on which the information per event is estimated; it sets only the size of a fault. */
    private static final int EVENTS = 2000;

    private static final int POINTS = 3;
    private static final long SEED = 1;

    private Twins() {}

    /** Return a subject whose law integrates to {@code factor}. */
    public static Twin unnormalised(Subject subject, double factor) {
        return new Twin(
                "unnormalised x " + Words.number(factor),
                subject.withRatio(new UnnormalisedRatio(subject.ratio(), factor)));
    }

    /** Return a subject whose posteriors are {@code width} times as wide. */
    public static Twin width(Subject subject, double width) {
        return new Twin(
                "width x " + Words.number(width), subject.withRatio(TemperedRatio.ofWidth(subject.ratio(), width)));
    }

    /** Return a subject whose ratio is inverted. */
    public static Twin inverse(Subject subject) {
        return new Twin("1/r", subject.withRatio(new InverseRatio(subject.ratio())));
    }

    /**
     * Return a subject whose ratio is that of another θ, in the parameter that single events see best.
     *
     * @param pull the shift in units of \(1/\sqrt I\), what one event resolves, at most a quarter of the range
     * @return nothing if no parameter is seen
     */
    public static Optional<Twin> shift(Subject subject, double pull) {
        ParameterSpace prior = subject.prior();
        double[] information = information(subject);
        double[] shift = new double[information.length];
        int best = -1;
        double most = 0;
        for (int a = 0; a < information.length; a++) {
            double seen = information[a] * range(prior, a) * range(prior, a);
            if (seen > most) {
                most = seen;
                best = a;
            }
        }
        if (best < 0) {
            return Optional.empty();
        }
        shift[best] = Math.min(pull / Math.sqrt(information[best]), range(prior, best) / 4);
        return Optional.of(new Twin(
                "ratio shift " + Words.number(pull), subject.withRatio(new ShiftedRatio(subject.ratio(), shift))));
    }

    private static double range(ParameterSpace space, int parameter) {
        return space.get(parameter).max() - space.get(parameter).min();
    }

    /**
     * Return the information of one event on each parameter, the mean square of the score that the ratio gives, over points of
     * the prior.
     */
    static double[] information(Subject subject) {
        int k = subject.prior().size();
        double[] mean = new double[k];
        RandomStreams streams = RandomStreams.of(SEED).part("information of an event");
        for (double[] theta : Family.points(subject.prior(), POINTS)) {
            EventData data = subject.laws().at(theta, EVENTS, streams);
            double[] squares = squares(subject.ratio(), data, theta);
            for (int a = 0; a < k; a++) {
                mean[a] += squares[a] / POINTS;
            }
        }
        return mean;
    }

    private static double[] squares(RatioEstimator ratio, EventData data, double[] theta) {
        int n = data.weights().length;
        int k = theta.length;
        double[] scores = new double[n * k];
        ratio.logRatiosAndScores(data.events(), theta, new double[n], scores, 1);
        double[] squares = new double[k];
        double total = 0;
        for (int i = 0; i < n; i++) {
            for (int a = 0; a < k; a++) {
                squares[a] += data.weights()[i] * scores[i * k + a] * scores[i * k + a];
            }
            total += data.weights()[i];
        }
        for (int a = 0; a < k; a++) {
            squares[a] /= total;
        }
        return squares;
    }
}
