package hep.aurum.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.base.BadInput;
import hep.aurum.base.NotFound;
import hep.aurum.param.Parameter;
import java.util.List;
import org.junit.jupiter.api.Test;

class NuisanceWeightsTest {

    private static final Parameter SCALE = NuisanceWeights.nuisance("muR");

    /** ln(1.2/0.9)/2 and ln(1.2 · 0.9)/2. */
    @Test
    void bothSidesGiveHalfTheDifferenceAndHalfTheSumOfLogarithms() {
        NuisanceWeights weights =
                NuisanceWeights.none(1).withUpDown(SCALE, new double[] {1.2}, new double[] {1}, new double[] {0.9});

        assertThat(weights.linear(0, 0)).isCloseTo(0.143841036225890, within(1e-14));
        assertThat(weights.quadratic(0, 0)).isCloseTo(0.038480520568064, within(1e-14));
    }

    @Test
    void weightsAreMetAtTheVariationsAndStayPositiveBeyond() {
        double[] up = {3, 0.2, -5};
        double[] nominal = {2, 1, -4};
        double[] down = {1.9, 0.1, -6};
        NuisanceWeights weights = NuisanceWeights.none(3).withUpDown(SCALE, up, nominal, down);

        for (int i = 0; i < 3; i++) {
            assertThat(nominal[i] * Math.exp(weights.exponent(i, new double[] {1})))
                    .isCloseTo(up[i], within(1e-14));
            assertThat(nominal[i] * Math.exp(weights.exponent(i, new double[] {-1})))
                    .isCloseTo(down[i], within(1e-14));
            assertThat(weights.exponent(i, new double[] {0})).isZero();
        }
    }

    @Test
    void oneSideGivesAnExponential() {
        NuisanceWeights weights = NuisanceWeights.none(1)
                .withUpDown(SCALE, new double[] {1}, new double[] {1}, new double[] {1})
                .withUp(NuisanceWeights.nuisance("pdf"), new double[] {1.1}, new double[] {1});

        assertThat(weights.linear(0, 1)).isCloseTo(0.0953101798043249, within(1e-15));
        assertThat(weights.quadratic(0, 1)).isZero();
        assertThat(weights.exponent(0, new double[] {2, -2})).isCloseTo(-0.1906203596086497, within(1e-15));
    }

    @Test
    void changedSignIsRefusedWithEventAndNuisance() {
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> NuisanceWeights.none(2)
                        .withUpDown(SCALE, new double[] {1, 1}, new double[] {1, 1}, new double[] {1, -1}))
                .withMessageContaining("event 1")
                .withMessageContaining("muR down");
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> NuisanceWeights.none(1).withUp(SCALE, new double[] {1}, new double[] {0}))
                .withMessageContaining("event 0")
                .withMessageContaining("muR up");
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> NuisanceWeights.none(1).withUp(SCALE, new double[] {0}, new double[] {0}));
    }

    @Test
    void nuisanceIsNamedOnceAndStandsAtZero() {
        double[] one = {1};
        NuisanceWeights weights = NuisanceWeights.none(1).withUp(SCALE, one, one);

        assertThatIllegalArgumentException().isThrownBy(() -> weights.withUp(SCALE, one, one));
        assertThatIllegalArgumentException().isThrownBy(() -> weights.withUp(new Parameter("pdf", -3, 3, 1), one, one));
    }

    @Test
    void rowsFollowTheOrderAskedFor() {
        NuisanceWeights weights = NuisanceWeights.none(3)
                .withExponents(SCALE, new double[] {1, 2, 3}, new double[] {4, 5, 6})
                .rows(new int[] {2, 0});

        assertThat(weights.size()).isEqualTo(2);
        assertThat(weights.linear(0, 0)).isEqualTo(3);
        assertThat(weights.quadratic(1, 0)).isEqualTo(4);
    }

    @Test
    void columnsAreFoundByName() {
        NuisanceColumns columns = NuisanceColumns.of(List.of("pdf_7", "muR_down", "sm", "muR_up"), "sm");
        columns.upDown(SCALE, "muR_up", "muR_down");
        columns.up(NuisanceWeights.nuisance("pdf"), "pdf_7");
        for (int i = 0; i < 3000; i++) {
            columns.add(new double[] {1.1, 0.9, 1, 1.2});
        }

        NuisanceWeights weights = columns.build();

        assertThat(weights.size()).isEqualTo(3000);
        assertThat(weights.nuisances()).extracting(Parameter::name).containsExactly("muR", "pdf");
        assertThat(weights.linear(2999, 0)).isCloseTo(0.143841036225890, within(1e-14));
        assertThat(weights.linear(0, 1)).isCloseTo(0.0953101798043249, within(1e-15));
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(
                        () -> NuisanceColumns.of(List.of("sm", "muR_up"), "sm").upDown(SCALE, "muR_up", "muR_dwn"));
        assertThatIllegalArgumentException().isThrownBy(() -> columns.up(NuisanceWeights.nuisance("late"), "pdf_7"));
    }
}
