package hep.aurum.likelihood.binned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DevianceTest {

    @ParameterizedTest
    @CsvSource({"12, 10", "3, 7.5", "0.5, 40", "1e-12, 1"})
    void oneCountGivesTheClosedForm(double n, double rate) {
        double expected = 2.0 * (rate - n + n * Math.log(n / rate));

        assertThat(Deviance.poisson(n, rate)).isCloseTo(expected, within(1e-14 * (rate + n)));
    }

    /**
     * \( (\lambda - n)^2/n \) less two thirds of \( (\lambda - n)^3/n^2 \), to an ulp of 2|λ − n| = 2e6; the terms as they are
     * written in the closed form have ulps of 8 at this count.
     */
    @Test
    void roundingScalesWithTheDifference() {
        assertThat(Deviance.poisson(1e15, 1e15 + 1e6)).isCloseTo(1e-3, within(5e-10));
        assertThat(Deviance.poisson(1e15, 1e15 - 1e6)).isCloseTo(1e-3, within(5e-10));
        assertThat(Deviance.poisson(7.0, 7.0)).isZero();
    }

    @Test
    void emptyBinGivesTwiceItsRate() {
        assertThat(Deviance.poisson(0.0, 1.5)).isEqualTo(3.0);
        assertThat(Deviance.poisson(0.0, -1.0)).isZero();
    }

    /** Every model with its own expectation as data is saturated. */
    @Test
    void modelIsSaturatedByItsExpectation() {
        BinnedModel model = BinnedModel.of(BinnedModelTest.everything());
        double[] theta = model.initialPoint();
        theta[model.indexOf("jes")] = 0.3;

        assertThat(model.asimov(theta).deviance(theta)).isZero();
        assertThat(model.deviance(theta)).isPositive();
    }

    /** Differences between two points are those of −2 ln L, with every kind of constraint. */
    @Test
    void differencesAreThoseOfTheLikelihood() {
        BinnedModel model = BinnedModel.of(BinnedModelTest.everything());
        double[] first = model.initialPoint();
        double[] second = model.initialPoint();
        for (int i = 0; i < second.length; i++) {
            second[i] += 0.01 * (i + 1);
        }

        double difference = model.twiceNll().value(second) - model.twiceNll().value(first);

        assertThat(Math.abs(difference)).isGreaterThan(1.0);
        assertThat(model.deviance(second) - model.deviance(first)).isCloseTo(difference, within(1e-10));
    }
}
