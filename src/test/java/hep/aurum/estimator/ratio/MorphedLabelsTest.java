package hep.aurum.estimator.ratio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.base.BadModel;
import hep.aurum.math.random.RandomStreams;
import hep.aurum.param.MonomialBasis;
import hep.aurum.param.Parameter;
import hep.aurum.param.ParameterSpace;
import hep.aurum.sample.EventSample;
import java.util.List;
import org.junit.jupiter.api.Test;

class MorphedLabelsTest {

    private final EventSample sample = new EftToy(2).draw(50, RandomStreams.of(3).stream("events", 0));

    @Test
    void ratioIsTheEventsShareOfTheCrossSection() {
        double[] theta = {0.2, -0.1};
        double[] monomials = sample.basis().values(hep.aurum.param.ParameterPoint.of(theta));
        double sigma = 0;
        for (int i = 0; i < 50; i++) {
            sigma += sample.weight(i, monomials);
        }
        MorphedLabels labels = new MorphedLabels(sample, sample.totalCoefficients());

        double sum = 0;
        for (int i = 0; i < 50; i++) {
            double ratio = labels.ratio(i, theta);
            assertThat(ratio).isCloseTo(50 * sample.weight(i, monomials) / sigma, within(1e-13));
            sum += ratio;
        }

        assertThat(sum).isCloseTo(50, within(1e-11));
    }

    @Test
    void gradientAgreesWithCentralDifferences() {
        MorphedLabels labels = new MorphedLabels(sample, sample.totalCoefficients());
        double step = 1e-5;
        for (int a = 0; a < 2; a++) {
            double[] up = {0.1, 0.25};
            double[] down = {0.1, 0.25};
            up[a] += step;
            down[a] -= step;
            double difference = (labels.ratio(7, up) - labels.ratio(7, down)) / (2 * step);
            labels.ratio(7, new double[] {0.1, 0.25});
            assertThat(labels.ratioGradient()[a]).isCloseTo(difference, within(1e-8));
        }
    }

    @Test
    void negativeAndVanishingWeightsAreFinite() {
        EventSample signed = signed(new double[] {3, 0, 0, 1, -1, 0});
        MorphedLabels labels = new MorphedLabels(signed, signed.totalCoefficients());

        assertThat(labels.ratio(1, new double[] {0})).isZero();
        assertThat(labels.ratioGradient()[0]).isCloseTo(3 * 1 / 2.0, within(1e-15));
        assertThat(labels.ratio(2, new double[] {0})).isCloseTo(-1.5, within(1e-15));
    }

    @Test
    void crossSectionThatIsNotPositiveIsRefused() {
        EventSample signed = signed(new double[] {1, 0, 0, -1, 0, 0});
        MorphedLabels labels = new MorphedLabels(signed, signed.totalCoefficients());

        assertThatExceptionOfType(BadModel.class)
                .isThrownBy(() -> labels.ratio(0, new double[] {1}))
                .withMessageContaining("cross-section");
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
