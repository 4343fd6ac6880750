package hep.aurum.likelihood.binned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.math.random.RandomStreams;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Compare rates by sample with the model's totals, and their derivatives with central differences. */
class SampleRatesTest {

    private static final double STEP = 1e-5;

    private static BinnedModel model(boolean validation) {
        return BinnedModel.of(
                BinnedModelTest.everything(),
                validation ? InterpolationCodes.validation() : InterpolationCodes.withDefaults());
    }

    /** A point off zero by more than a step, inside the polynomials and outside, with chosen parameters at exactly zero. */
    private static double[] point(BinnedModel model, long index, String... zeros) {
        UniformRandomProvider random = RandomStreams.of(11).stream("point", index);
        double[] theta = model.initialPoint();
        for (int i = 0; i < theta.length; i++) {
            double size = random.nextDouble(0.05, theta[i] == 0.0 && index % 2 == 1 ? 1.8 : 0.4);
            theta[i] += random.nextBoolean() ? size : -size;
        }
        for (String zero : zeros) {
            theta[model.indexOf(zero)] = 0.0;
        }
        return theta;
    }

    @ParameterizedTest
    @CsvSource({
        "false, 0, mu",
        "false, 1, mu",
        "false, 2, mu",
        "true, 0, mu",
        "true, 1, mu",
        "true, 3, scale",
        "false, 4, free[1]"
    })
    void derivativesAreCentralDifferences(boolean validation, long index, String zero) {
        BinnedModel model = model(validation);
        double[] theta = index < 2 ? point(model, index) : point(model, index, zero, "mu");
        SampleRates rates = model.sampleRates(theta);

        for (int c = 0; c < rates.channels().size(); c++) {
            for (int s = 0; s < rates.samples(c).size(); s++) {
                for (int b = 0; b < rates.bins(c); b++) {
                    double[] gradient = new double[theta.length];
                    rates.addGradient(c, s, b, gradient);
                    for (int p = 0; p < theta.length; p++) {
                        double expected = difference(model, theta, p, c, s, b);
                        assertThat(gradient[p])
                                .as(
                                        "%s %s %s %s",
                                        c, s, b, model.parameters().get(p).name())
                                .isCloseTo(expected, within(1e-7));
                    }
                }
            }
        }
    }

    private static double difference(BinnedModel model, double[] theta, int p, int c, int s, int b) {
        double[] moved = theta.clone();
        moved[p] = theta[p] + STEP;
        double up = model.sampleRates(moved).rate(c, s, b);
        moved[p] = theta[p] - STEP;
        return (up - model.sampleRates(moved).rate(c, s, b)) / (2.0 * STEP);
    }

    @Test
    void samplesAddToTheTotals() {
        BinnedModel model = model(false);
        double[] theta = point(model, 5);
        SampleRates rates = model.sampleRates(theta);
        double[] totals = model.rates(theta);

        for (int c = 0; c < 2; c++) {
            for (int b = 0; b < rates.bins(c); b++) {
                double sum = 0.0;
                for (int s = 0; s < rates.samples(c).size(); s++) {
                    sum += rates.rate(c, s, b);
                }
                assertThat(totals[rates.firstBin(c) + b]).isCloseTo(sum, within(1e-12));
            }
        }
        assertThat(rates.channels()).containsExactly("SR", "CR");
        assertThat(rates.samples(1)).containsExactly("first", "other");
    }

    @Test
    void placesThatDoNotExistAreRefused() {
        BinnedModel model = model(false);
        SampleRates rates = model.sampleRates(model.initialPoint());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> rates.rate(2, 0, 0))
                .withMessageContaining("channel 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rates.rate(1, 2, 0))
                .withMessageContaining("sample 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rates.rate(1, 1, 3))
                .withMessageContaining("0 to 2");
        assertThatIllegalArgumentException().isThrownBy(() -> rates.addGradient(0, 0, 0, new double[1]));
    }
}
