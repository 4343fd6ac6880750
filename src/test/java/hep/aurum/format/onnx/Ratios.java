package hep.aurum.format.onnx;

import hep.aurum.estimator.EnsembleRatio;
import hep.aurum.estimator.MorphedPolynomial;
import hep.aurum.estimator.MorphedRatio;
import hep.aurum.estimator.NetworkRatio;
import hep.aurum.estimator.NormalisedRatio;
import hep.aurum.estimator.RatioEstimator;
import hep.aurum.estimator.Standardisation;
import hep.aurum.math.random.RandomStreams;
import hep.aurum.nn.Activation;
import hep.aurum.nn.NetworkShape;
import hep.aurum.nn.NetworkWeights;
import hep.aurum.param.MonomialBasis;
import hep.aurum.param.Parameter;
import hep.aurum.param.ParameterSpace;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;

/** Make ratios with random weights in awkward units: a mass in GeV with a narrow spread, a small angle, a top mass as θ. */
final class Ratios {

    static final ParameterSpace SPACE =
            ParameterSpace.of(new Parameter("m_t", 165, 180, 172.5), new Parameter("cHW \"tilde\"", -1, 2, 0));
    static final List<String> FEATURES = List.of("m_jj", "delta phi", "λ");

    private static final double[] MEAN = {125.09, 0.01, -3000.7};
    private static final double[] SCALE = {0.4, 0.002, 800};

    private Ratios() {}

    static NetworkRatio network(Activation activation, List<Integer> hidden, int seed) {
        return of(weights(NetworkShape.of(3, 2, hidden, activation), seed));
    }

    static NetworkRatio of(NetworkWeights weights) {
        return NetworkRatio.of(
                SPACE,
                FEATURES,
                Standardisation.of(MEAN, SCALE),
                Standardisation.ofParameters(SPACE),
                weights,
                "the sample of all events");
    }

    /** Glorot's law for the hidden layers and, unlike at the start of training, for the output and the biases as well. */
    static NetworkWeights weights(NetworkShape shape, int seed) {
        float[] parameters = NetworkWeights.random(shape, RandomStreams.of(seed).stream("weights", 0))
                .parameters();
        UniformRandomProvider random = RandomStreams.of(seed).stream("biases", 0);
        int last = shape.inputsOf(shape.layers()) + 1;
        for (int i = 0; i < parameters.length; i++) {
            if (parameters[i] == 0) {
                parameters[i] = (float) (random.nextDouble() - 0.5);
            } else if (i >= parameters.length - last) {
                parameters[i] *= 10;
            }
        }
        return NetworkWeights.of(shape, parameters);
    }

    static EnsembleRatio ensemble(Activation activation, List<Integer> hidden) {
        return EnsembleRatio.of(IntStream.range(0, 3)
                .mapToObj(i -> network(activation, hidden, 10 + i))
                .toList());
    }

    /** Coefficients that cancel: \(0.02\,(m-172)^2\) written out, and terms in the second parameter. */
    static NormalisedRatio normalised(RatioEstimator base) {
        MonomialBasis basis = MonomialBasis.complete(2, 2);
        double[] coefficients = {0.02 * 172 * 172, -2 * 0.02 * 172, 0.3, 0.02, 0.01, -0.2};
        return NormalisedRatio.of(base, basis, coefficients);
    }

    /** Of weights \((a + b(m-172)/4 + c\,\theta_2)^2\), whose coefficients in m cancel, and for the additive kind with less of \(\theta_2^2\). */
    static MorphedRatio morphed(Activation activation, boolean square, int seed) {
        MonomialBasis basis = MonomialBasis.complete(2, 2);
        double[] total = new double[6];
        UniformRandomProvider random = RandomStreams.of(seed).stream("amplitudes", 0);
        int n = 40;
        for (int i = 0; i < n; i++) {
            double b = (random.nextDouble() - 0.4) / 4;
            double a = 1 + random.nextDouble() - 172 * b;
            double c = random.nextDouble() - 0.5;
            total[basis.indexOf(0, 0)] += a * a;
            total[basis.indexOf(1, 0)] += 2 * a * b;
            total[basis.indexOf(2, 0)] += b * b;
            total[basis.indexOf(0, 1)] += 2 * a * c;
            total[basis.indexOf(1, 1)] += 2 * b * c;
            total[basis.indexOf(0, 2)] += c * c;
        }
        double[] spread = {0.3, 1e-3, 1e-5, 0.2, 1e-3, 0.1};
        MorphedPolynomial polynomial = square
                ? MorphedPolynomial.square(basis, n, total).orElseThrow()
                : MorphedPolynomial.additive(basis, n, total, spread);
        NetworkShape shape = NetworkShape.of(3, 0, List.of(9, 17), activation).withOutputs(6);
        return MorphedRatio.of(
                SPACE, FEATURES, Standardisation.of(MEAN, SCALE), polynomial, weights(shape, seed), "a law of a test");
    }

    /** Return events whose numbers have single precision, {@code [n*3]}. */
    static double[] events(int n, int seed) {
        UniformRandomProvider random = RandomStreams.of(seed).stream("events", 0);
        double[] events = new double[3 * n];
        for (int i = 0; i < events.length; i++) {
            events[i] = (float) (MEAN[i % 3] + SCALE[i % 3] * 3.4 * (random.nextDouble() - 0.5));
        }
        return events;
    }

    /** Return points whose numbers have single precision, {@code [n*2]}. */
    static double[] points(int n, int seed) {
        UniformRandomProvider random = RandomStreams.of(seed).stream("points", 0);
        double[] points = new double[2 * n];
        for (int i = 0; i < points.length; i++) {
            Parameter p = SPACE.get(i % 2);
            points[i] = (float) (p.min() + (p.max() - p.min()) * random.nextDouble());
        }
        return points;
    }
}
