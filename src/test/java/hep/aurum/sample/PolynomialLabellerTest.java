package hep.aurum.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.base.BadModel;
import hep.aurum.math.random.RandomStreams;
import hep.aurum.param.MonomialBasis;
import hep.aurum.param.Parameter;
import hep.aurum.param.ParameterSpace;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

class PolynomialLabellerTest {

    private final EventSample sample = squares(50);
    private final double[] gradient = new double[2];

    @Test
    void ratioIsTheEventsShareOfTheCrossSection() {
        double[] theta = {0.2, -0.1};
        double[] monomials = sample.basis().values(hep.aurum.param.ParameterPoint.of(theta));
        double sigma = 0;
        for (int i = 0; i < 50; i++) {
            sigma += sample.weight(i, monomials);
        }
        MinedEvents.Labeller labels = sample.labeller();

        double sum = 0;
        for (int i = 0; i < 50; i++) {
            double ratio = labels.ratio(i, theta, gradient);
            assertThat(ratio).isCloseTo(50 * sample.weight(i, monomials) / sigma, within(1e-13));
            sum += ratio;
        }

        assertThat(sum).isCloseTo(50, within(1e-11));
    }

    @Test
    void gradientAgreesWithCentralDifferences() {
        MinedEvents.Labeller labels = sample.labeller();
        double step = 1e-5;
        for (int a = 0; a < 2; a++) {
            double[] up = {0.1, 0.25};
            double[] down = {0.1, 0.25};
            up[a] += step;
            down[a] -= step;
            double difference = (labels.ratio(7, up, gradient) - labels.ratio(7, down, gradient)) / (2 * step);
            labels.ratio(7, new double[] {0.1, 0.25}, gradient);
            assertThat(gradient[a]).isCloseTo(difference, within(1e-8));
        }
    }

    @Test
    void negativeAndVanishingWeightsAreFinite() {
        EventSample signed = signed(new double[] {3, 0, 0, 1, -1, 0});
        MinedEvents.Labeller labels = signed.labeller();
        double[] slope = new double[1];

        assertThat(labels.ratio(1, new double[] {0}, slope)).isZero();
        assertThat(slope[0]).isCloseTo(3 * 1 / 2.0, within(1e-15));
        assertThat(labels.ratio(2, new double[] {0}, slope)).isCloseTo(-1.5, within(1e-15));
    }

    @Test
    void crossSectionThatIsNotPositiveIsRefused() {
        EventSample signed = signed(new double[] {1, 0, 0, -1, 0, 0});
        MinedEvents.Labeller labels = signed.labeller();
        double[] slope = new double[1];

        assertThatExceptionOfType(BadModel.class)
                .isThrownBy(() -> labels.ratio(0, new double[] {1}, slope))
                .withMessageContaining("cross-section");
    }

    /** Events of weight \((1 + \theta_1 u + \theta_2 v)^2\) at random u and v. */
    private static EventSample squares(int n) {
        UniformRandomProvider random = RandomStreams.of(3).stream("events", 0);
        double[] c = new double[6 * n];
        for (int i = 0; i < n; i++) {
            double u = random.nextDouble();
            double v = 2 * random.nextDouble() - 1;
            double[] row = {1, 2 * u, 2 * v, u * u, 2 * u * v, v * v};
            System.arraycopy(row, 0, c, 6 * i, 6);
        }
        return new EventSample(
                ParameterSpace.of(new Parameter("a", -1, 1, 0), new Parameter("b", -1, 1, 0)),
                List.of("x"),
                List.of("p"),
                MonomialBasis.complete(2, 2),
                new double[n],
                c,
                new int[n],
                new long[n]);
    }

    private static EventSample signed(double[] coefficients) {
        return new EventSample(
                ParameterSpace.of(new Parameter("a", -1, 1, 0)),
                List.of("x"),
                List.of("p"),
                MonomialBasis.complete(1, 1),
                new double[3],
                coefficients,
                new int[3],
                new long[3]);
    }
}
