package hep.aurum.bench.cases;

import hep.aurum.likelihood.FunctionalModel;
import hep.aurum.likelihood.ModelFunctions;
import hep.aurum.likelihood.ModelParameter;
import hep.aurum.likelihood.Polynomial;
import hep.aurum.likelihood.binned.BinnedModel;
import hep.aurum.likelihood.binned.Channel;
import hep.aurum.likelihood.binned.Measurement;
import hep.aurum.likelihood.binned.Modifier;
import hep.aurum.likelihood.binned.Observation;
import hep.aurum.likelihood.binned.ParameterSettings;
import hep.aurum.likelihood.binned.Sample;
import hep.aurum.likelihood.binned.Workspace;
import hep.aurum.math.random.Draws;
import hep.aurum.math.random.RandomStreams;
import hep.aurum.simulator.toy.EftToy;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Count events whose mean is quadratic in a parameter, \(100 + 50\,\sigma(\theta)\) with \(\sigma = 1 + 2\theta + 2\theta^2\): two
 * values of θ explain a count, and below \(\theta = -\tfrac12\) it turns back, so that the law of \(t_\theta\) is no \(\chi^2\).
 *
 * <p>Data are drawn with the exact rate and judged with one that is the mean of events' weights.
 *
 * @param counts the model of a count with a free rate
 * @param exact coefficients of the rate, {@code [3]}
 * @param learned the same, estimated
 */
record QuadraticCount(BinnedModel counts, List<Double> exact, List<Double> learned) {

    static final double LOW = -3;
    static final double HIGH = 2;

    /** Of .05: the law of t changes fast around the turn. */
    static final int STEPS = 100;

    /** Points of which the law of t is far from, or close to, a \(\chi^2\): at the turn, beside it, and away from it. */
    static final List<Double> POINTS = List.of(-0.5, -0.4, -0.3, -0.2, 0.0, 0.5);

    private static final String THETA = "theta";
    private static final double START = 0.2;
    private static final double HIGHEST_RATE = 100;
    private static final double SIGNAL = 50;
    private static final double BACKGROUND = 100;

    /** Estimate the rate from the weights of {@code events} events at θ = 0. */
    static QuadraticCount of(EftToy toy, int events, RandomStreams streams) {
        double[] sums = new double[3];
        double[] one = new double[3];
        double[] x = new double[1];
        double[] z = new double[1];
        double[] zero = {0};
        for (int i = 0; i < events; i++) {
            toy.draw(zero, streams.stream("event", i), x, z);
            toy.coefficients(z, zero, one);
            for (int j = 0; j < sums.length; j++) {
                sums[j] += one[j] / (events * toy.crossSection(zero));
            }
        }
        return new QuadraticCount(
                count(), List.of(1.0, 2.0, 2.0), Arrays.stream(sums).boxed().toList());
    }

    private static BinnedModel count() {
        Sample signal = new Sample("signal", List.of(SIGNAL), List.of(new Modifier.NormFactor("rate")));
        Sample background = new Sample("background", List.of(BACKGROUND), List.of());
        ParameterSettings rate = ParameterSettings.of("rate").withRange(1, 0, HIGHEST_RATE);
        return BinnedModel.of(new Workspace(
                List.of(new Channel("count", List.of(signal, background))),
                List.of(new Observation("count", List.of(SIGNAL + BACKGROUND))),
                List.of(new Measurement("bench", "rate", List.of(rate)))));
    }

    /** Judge counts of the exact rate by a rate of given coefficients. */
    NeymanSets.Experiments judgedBy(List<Double> rate) {
        return (theta, random) -> {
            double factor = exact.get(0) + theta * (exact.get(1) + theta * exact.get(2));
            int count = Draws.poisson(random, BACKGROUND + SIGNAL * factor);
            ModelParameter parameter = new ModelParameter(THETA, START, LOW, HIGH, false);
            Polynomial polynomial = Polynomial.of(THETA, rate.get(0), rate.get(1), rate.get(2));
            return FunctionalModel.of(
                    counts.withCounts(new double[] {count}),
                    new ModelFunctions(List.of(parameter), Map.of("rate", polynomial), THETA));
        };
    }
}
