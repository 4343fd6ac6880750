package hep.aurum.trust;

import hep.aurum.estimator.RatioEstimator;
import hep.aurum.likelihood.joint.EventData;
import hep.aurum.math.random.Draws;
import hep.aurum.math.random.RandomStreams;
import hep.aurum.param.Parameter;
import hep.aurum.param.ParameterSpace;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Give a subject in closed form: x ~ N(θ, 1) in k dimensions, with \(\log r(x|\theta, 0) = x\cdot\theta - \theta^2/2\). One event
 * has unit information on every parameter, and \(E_s[r^2] = e^{\theta^2}\).
 */
final class Gauss implements Laws {

    private final int k;

    private Gauss(int k) {
        this.k = k;
    }

    /** Return the subject with every parameter within ±range. */
    static Subject subject(int k, double range, int experiment) {
        ParameterSpace space = new ParameterSpace(IntStream.range(0, k)
                .mapToObj(a -> new Parameter("theta" + (a + 1), -range, range, 0))
                .toList());
        return new Subject(
                "gauss",
                new Exact(space),
                new Gauss(k),
                space,
                experiment,
                Map.of(),
                Optional.empty(),
                Optional.empty());
    }

    @Override
    public EventData reference(int count, RandomStreams streams) {
        return at(new double[k], count, streams.part("reference"));
    }

    @Override
    public EventData at(double[] theta, int count, RandomStreams streams) {
        UniformRandomProvider random = streams.stream("events", 0);
        double[] events = new double[count * k];
        for (int i = 0; i < events.length; i++) {
            events[i] = theta[i % k] + Draws.gaussian(random);
        }
        return EventData.of(events, k);
    }

    /** The ratio in closed form. */
    private record Exact(ParameterSpace space) implements RatioEstimator {

        @Override
        public List<String> featureNames() {
            return IntStream.range(0, space.size()).mapToObj(a -> "x" + (a + 1)).toList();
        }

        @Override
        public String describe() {
            return "the exact ratio";
        }

        @Override
        public double logRatio(double[] x, double[] theta) {
            double sum = 0;
            for (int a = 0; a < x.length; a++) {
                sum += theta[a] * (x[a] - theta[a] / 2);
            }
            return sum;
        }

        @Override
        public double logRatioAndScore(double[] x, double[] theta, double[] score) {
            for (int a = 0; a < x.length; a++) {
                score[a] = x[a] - theta[a];
            }
            return logRatio(x, theta);
        }
    }
}
