package hep.aurum.estimator.ratio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.estimator.MorphedPolynomial;
import hep.aurum.estimator.Standardisation;
import hep.aurum.math.random.RandomStreams;
import hep.aurum.nn.Activation;
import hep.aurum.nn.Backend;
import hep.aurum.nn.DoubleNetwork;
import hep.aurum.nn.NetworkShape;
import hep.aurum.nn.NetworkWeights;
import hep.aurum.nn.Pass;
import hep.aurum.param.MonomialBasis;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Check the gradient of a loss with a score term through every head against central differences in double precision. */
class HeadGradientTest {

    private static final int EXAMPLES = 11;
    private static final int FEATURES = 3;
    private static final double ALPHA = 0.7;
    private static final RatioLoss LOSS = new RascalLoss();

    /** Centres and scales that single precision knows exactly. */
    private static final Standardisation PARAMETERS =
            Standardisation.of(new double[] {0.25, -0.5}, new double[] {0.5, 0.25});

    private static final MonomialBasis BASIS = MonomialBasis.complete(2, 2);

    private static final MorphedPolynomial POLYNOMIAL = MorphedPolynomial.additive(
            BASIS, 8, new double[] {8, 1, -0.5, 2, 0.5, 1}, new double[] {0.5, 0.4, 0.3, 0.2, 0.3, 0.1});

    private final UniformRandomProvider random = RandomStreams.of(6).stream("heads", 0);

    @ParameterizedTest
    @EnumSource(Parameterisation.class)
    void agreesWithCentralDifferences(Parameterisation parameterisation) {
        NetworkShape shape = parameterisation == Parameterisation.MORPHING
                ? NetworkShape.of(FEATURES, 0, List.of(9, 6), Activation.TANH).withOutputs(BASIS.size())
                : NetworkShape.of(FEATURES, 2, List.of(9, 6), Activation.TANH);
        float[] parameters = new float[shape.parameters()];
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] = 0.8f * (2 * random.nextFloat() - 1);
        }
        Example[] examples =
                IntStream.range(0, EXAMPLES).mapToObj(i -> example()).toArray(Example[]::new);

        float[] gradient = new float[shape.size()];
        double sum = objective(parameterisation, shape, examples)
                .sum(
                        NetworkWeights.of(shape, parameters),
                        IntStream.range(0, EXAMPLES).toArray(),
                        0,
                        EXAMPLES,
                        random,
                        1,
                        gradient);

        double[] w = new double[parameters.length];
        for (int i = 0; i < w.length; i++) {
            w[i] = parameters[i];
        }
        assertThat(sum).isCloseTo(loss(parameterisation, shape, w, examples), within(1e-5 * Math.abs(sum)));
        double[] truth = new double[w.length];
        double largest = 0;
        for (int i = 0; i < w.length; i++) {
            double keep = w[i];
            double step = 1e-4;
            w[i] = keep + step;
            double up = loss(parameterisation, shape, w, examples);
            w[i] = keep - step;
            truth[i] = (up - loss(parameterisation, shape, w, examples)) / (2 * step);
            w[i] = keep;
            largest = Math.max(largest, Math.abs(truth[i]));
        }
        float[] found = NetworkWeights.compact(shape, gradient);
        for (int i = 0; i < found.length; i++) {
            assertThat((double) found[i]).as("parameter %d", i).isCloseTo(truth[i], within(1e-5 * largest));
        }
    }

    /** The two rows of a pair are the same where the points are. */
    @Test
    void doubleHeadIsZeroAtEqualPointsAndChangesSignWithTheirOrder() {
        NetworkShape shape = NetworkShape.of(FEATURES, 2, List.of(9, 6), Activation.TANH);
        NetworkWeights weights = NetworkWeights.random(shape, random);
        Pass pass = Backend.fused().open(shape, false);
        RatioHead head = new DoubleHead(PARAMETERS);
        Example example = example();
        double forth = logRatio(head, pass, weights, example);
        double[] keep = example.theta0().clone();
        System.arraycopy(example.theta1(), 0, example.theta0(), 0, 2);

        double equal = logRatio(head, pass, weights, example);

        System.arraycopy(keep, 0, example.theta1(), 0, 2);
        assertThat(equal).isZero();
        assertThat(forth).isNotZero();
        assertThat(logRatio(head, pass, weights, example)).isEqualTo(-forth);
    }

    private static double logRatio(RatioHead head, Pass pass, NetworkWeights weights, Example example) {
        LossPoint point = new LossPoint(2);
        head.fill(pass, 0, example);
        pass.forward(weights, 2);
        head.evaluate(pass, 0, example, false, point);
        return point.logRatio();
    }

    private static RatioObjective objective(Parameterisation parameterisation, NetworkShape shape, Example[] examples) {
        RatioHead head = switch (parameterisation) {
            case SINGLE -> new SingleHead(PARAMETERS);
            case DOUBLE -> new DoubleHead(PARAMETERS);
            case MORPHING -> new MorphingHead(POLYNOMIAL, PARAMETERS);
        };
        TrainingExamples.Reader reader = (index, random, into) -> {
            Example from = examples[index];
            System.arraycopy(from.x(), 0, into.x(), 0, FEATURES);
            System.arraycopy(from.theta0(), 0, into.theta0(), 0, 2);
            System.arraycopy(from.theta1(), 0, into.theta1(), 0, 2);
            into.label().setBoth(from.label().denominatorWeight(), from.label().numeratorWeight());
            System.arraycopy(from.label().weightedScore(), 0, into.label().weightedScore(), 0, 2);
        };
        return new RatioObjective(Backend.fused().open(shape, true), reader, head, FEATURES, PARAMETERS, LOSS, ALPHA);
    }

    private Example example() {
        Example example = new Example(FEATURES, 2);
        for (int j = 0; j < FEATURES; j++) {
            example.x()[j] = 2 * random.nextFloat() - 1;
        }
        for (int a = 0; a < 2; a++) {
            example.theta0()[a] = 2 * random.nextDouble() - 1;
            example.theta1()[a] = 2 * random.nextDouble() - 1;
            example.label().weightedScore()[a] = 2 * random.nextDouble() - 1;
        }
        example.label().setBoth(0.5 + random.nextDouble(), 2 * random.nextDouble() - 0.2);
        return example;
    }

    private static double loss(Parameterisation parameterisation, NetworkShape shape, double[] w, Example[] examples) {
        DoubleNetwork network = new DoubleNetwork(shape);
        LossPoint point = new LossPoint(2);
        double sum = 0;
        for (Example example : examples) {
            if (parameterisation == Parameterisation.MORPHING) {
                MorphedPolynomial.Evaluation evaluation = POLYNOMIAL.evaluation();
                evaluation.at(example.theta0());
                double[] x = {example.x()[0], example.x()[1], example.x()[2]};
                point.setLogRatio(evaluation.logRatio(network.outputs(w, x), point.score()));
                for (int a = 0; a < 2; a++) {
                    point.score()[a] *= PARAMETERS.scale(a);
                }
            } else {
                double[] at0 = network.evaluate(w, input(example.x(), example.theta0()));
                double[] at1 = network.evaluate(w, input(example.x(), example.theta1()));
                point.setLogRatio(at0[0] - (parameterisation == Parameterisation.DOUBLE ? at1[0] : 0));
                point.score()[0] = at0[1];
                point.score()[1] = at0[2];
            }
            sum += LOSS.evaluate(standardised(example.label()), ALPHA, point);
        }
        return sum;
    }

    private static double[] input(float[] x, double[] theta) {
        return new double[] {x[0], x[1], x[2], PARAMETERS.apply(0, theta[0]), PARAMETERS.apply(1, theta[1])};
    }

    /** Losses learn from scores per standardised parameter. */
    private static JointLabel standardised(JointLabel physical) {
        JointLabel label = new JointLabel(2);
        label.setBoth(physical.denominatorWeight(), physical.numeratorWeight());
        for (int a = 0; a < 2; a++) {
            label.weightedScore()[a] = PARAMETERS.scale(a) * physical.weightedScore()[a];
        }
        return label;
    }
}
