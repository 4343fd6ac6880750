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

/** Make subjects whose events are k independent Gaussians of means θ and unit width, with their exact ratio to θ = 0. */
record GaussianSubject(int k, double spread) implements RatioEstimator, Laws {

    /** Return the subject with the exact ratio. */
    static Subject exact(int k, int experiment) {
        GaussianSubject gaussian = new GaussianSubject(k, 1);
        return new Subject(
                "Gaussian",
                gaussian,
                gaussian,
                gaussian.space(),
                experiment,
                Map.of(),
                Optional.empty(),
                Optional.empty());
    }

    @Override
    public ParameterSpace space() {
        return new ParameterSpace(IntStream.range(0, k)
                .mapToObj(a -> new Parameter("m" + a, -1, 1, 0))
                .toList());
    }

    @Override
    public List<String> featureNames() {
        return IntStream.range(0, k).mapToObj(a -> "x" + a).toList();
    }

    @Override
    public String describe() {
        return "exact";
    }

    @Override
    public double logRatio(double[] x, double[] theta) {
        double sum = 0;
        for (int a = 0; a < k; a++) {
            sum += theta[a] * x[a] - 0.5 * theta[a] * theta[a];
        }
        return sum;
    }

    @Override
    public double logRatioAndScore(double[] x, double[] theta, double[] score) {
        for (int a = 0; a < k; a++) {
            score[a] = x[a] - theta[a];
        }
        return logRatio(x, theta);
    }

    @Override
    public EventData reference(int count, RandomStreams streams) {
        return at(new double[k], count, streams);
    }

    @Override
    public EventData at(double[] theta, int count, RandomStreams streams) {
        double[] events = new double[count * k];
        for (int i = 0; i < count; i++) {
            UniformRandomProvider random = streams.stream("event", i);
            for (int a = 0; a < k; a++) {
                events[i * k + a] = theta[a] + spread * Draws.gaussian(random);
            }
        }
        return EventData.of(events, k);
    }
}
