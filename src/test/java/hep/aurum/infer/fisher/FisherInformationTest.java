package hep.aurum.infer.fisher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.base.BadModel;
import hep.aurum.base.NotFound;
import hep.aurum.param.ParameterPoint;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FisherInformationTest {

    private static final List<String> AB = List.of("a", "b");

    private static FisherInformation ab(double aa, double ab, double bb) {
        return FisherInformation.of(AB, new double[][] {{aa, ab}, {ab, bb}});
    }

    /** n ~ Poisson(μs + νb) at μ = 0, ν = 1, with ν measured to σ: the error of μ is √(b + (σb)²)/s. */
    @ParameterizedTest
    @CsvSource({"10, 100, 0.1", "50, 20, 0.3", "3, 1000, 0.02", "1, 1, 5"})
    void profiledBackgroundGivesTheErrorOfACountingExperiment(double s, double b, double sigma) {
        FisherInformation count = PoissonInformation.ofCount(List.of("mu", "nu"), b, new double[] {s, b})
                .withConstraint("nu", sigma);
        double expected = Math.sqrt(b + sigma * sigma * b * b) / s;

        double profiled = count.profile(List.of("mu")).uncertainties()[0];
        double known = count.project(List.of("mu")).uncertainties()[0];

        assertThat(profiled).isCloseTo(expected, within(1e-13 * expected));
        assertThat(count.uncertainties()[0]).isCloseTo(expected, within(1e-13 * expected));
        assertThat(known).isCloseTo(Math.sqrt(b) / s, within(1e-13 * expected));
    }

    @Test
    void oneCountDoesNotMeasureSignalAndBackground() {
        FisherInformation count = PoissonInformation.ofCount(List.of("mu", "nu"), 100, new double[] {30, 40});

        // 30 dμ + 40 dν = 0 along (0.8, −0.6).
        assertThatThrownBy(count::uncertainties)
                .isInstanceOf(BadModel.class)
                .hasMessageContaining("nothing is known about the combination 0.800 mu - 0.600 nu");
    }

    @Test
    void theBlindDirectionDoesNotDependOnUnits() {
        FisherInformation count = PoissonInformation.ofCount(List.of("mu", "nu"), 100, new double[] {30, 40e9});

        assertThatThrownBy(count::covariance).isInstanceOf(BadModel.class).hasMessageContaining("1.00 mu");
        assertThat(count.withConstraint("nu", 1e-9).uncertainties()[0])
                .isCloseTo(Math.sqrt(100 + 1600) / 30, within(1e-12));
    }

    @Test
    void aParameterWithoutInformationIsNamed() {
        assertThatThrownBy(() -> ab(3, 0, 0).uncertainties())
                .isInstanceOf(BadModel.class)
                .hasMessageContaining("combination 1.00 b");
        assertThatThrownBy(() -> ab(3, 0, 0).profile(List.of("a")))
                .isInstanceOf(BadModel.class)
                .hasMessageContaining("combination 1.00 b");
        assertThat(ab(3, 0, 0).project(List.of("a")).get("a", "a")).isEqualTo(3);
    }

    @Test
    void negativeInformationIsRefused() {
        assertThatThrownBy(() -> ab(1, 2, 1).uncertainties())
                .isInstanceOf(BadModel.class)
                .hasMessageContaining("is negative");
        assertThatThrownBy(() -> ab(1, 2, 1).distance(ParameterPoint.of(0, 0), ParameterPoint.of(1, -1)))
                .isInstanceOf(BadModel.class)
                .hasMessageContaining("is -2.0");
    }

    @Test
    void directionsAreTheAxesOfTheEllipse() {
        List<Direction> directions = ab(2, 1, 2).directions();

        assertThat(directions.get(0).value()).isCloseTo(3, within(1e-14));
        assertThat(directions.get(0).combination()).isEqualTo("0.707 a + 0.707 b");
        assertThat(directions.get(1).uncertainty()).isCloseTo(1, within(1e-14));
        assertThat(directions.get(1).combination()).isEqualTo("0.707 a - 0.707 b");
    }

    @Test
    void covarianceIsTheInverse() {
        FisherInformation information = ab(2, 1, 2);

        assertThat(information.covariance().get(0, 1)).isCloseTo(-1.0 / 3, within(1e-15));
        assertThat(information.covariance().correlation("a", "b")).isCloseTo(-0.5, within(1e-15));
        assertThat(information.profile(List.of("b")).get(0, 0)).isCloseTo(1.5, within(1e-15));
    }

    @Test
    void distanceCountsStandardDeviations() {
        assertThat(ab(4, 0, 9).distance(ParameterPoint.of(1, 1), ParameterPoint.of(3, 2)))
                .isEqualTo(5);
    }

    @Test
    void channelsWithOtherNuisancesAddOverOneList() {
        FisherInformation first = ab(2, 1, 2);
        FisherInformation second = FisherInformation.of(List.of("c", "a"), new double[][] {{5, 3}, {3, 4}});
        List<String> all = List.of("a", "b", "c");

        FisherInformation sum = first.over(all).plus(second.over(all));

        assertThat(sum.toArray()).isDeepEqualTo(new double[][] {{6, 1, 3}, {1, 2, 0}, {3, 0, 5}});
        assertThatThrownBy(() -> first.plus(second)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anUnknownNameIsAnsweredWithTheKnownOnes() {
        assertThatThrownBy(() -> ab(1, 0, 1).project(List.of("A")))
                .isInstanceOf(NotFound.class)
                .hasMessageContaining("did you mean \"a\"");
    }

    @Test
    void fractionsNameWhatAnObservableLoses() {
        FisherInformation full = ab(4, 0, 9e6);
        // All of a, a third of b.
        List<Direction> fractions = ab(4, 0, 3e6).fractionsOf(full);

        assertThat(fractions.get(0).value()).isCloseTo(1, within(1e-14));
        assertThat(fractions.get(0).combination()).isEqualTo("1.00 a");
        assertThat(fractions.get(1).value()).isCloseTo(1.0 / 3, within(1e-14));
        assertThat(fractions.get(1).combination()).isEqualTo("1.00 b");
    }

    @Test
    void asymmetricMatricesAreRefused() {
        assertThatThrownBy(() -> FisherInformation.of(AB, new double[][] {{1, 0.5}, {0.4, 1}}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not symmetric");
    }

    /** var(I_aa) = 0.04 alone: σ_a = I_aa^(−1/2), and its error is σ_a · 0.2 / (2 I_aa). */
    @Test
    void monteCarloErrorsReachTheUncertainty() {
        FisherInformation information =
                ab(4, 0, 9).withEntryCovariance(new double[][] {{0.04, 0, 0}, {0, 0, 0}, {0, 0, 0}});

        assertThat(information.error(0, 0)).isCloseTo(0.2, within(1e-16));
        assertThat(information.uncertaintyErrors()).containsExactly(new double[] {0.0125, 0}, within(1e-16));
        assertThat(information.times(3).error(0, 0)).isCloseTo(0.6, within(1e-15));
        assertThat(information.plus(information).error(0, 0)).isCloseTo(0.2 * Math.sqrt(2), within(1e-15));
        assertThat(information.project(List.of("b")).error(0, 0)).isZero();
    }

    /** dP = dI_aa − 2 (I_ab/I_bb) dI_ab + (I_ab/I_bb)² dI_bb for the profile over b. */
    @Test
    void monteCarloErrorsReachTheProfile() {
        FisherInformation information =
                ab(4, 2, 8).withEntryCovariance(new double[][] {{1, 0.5, 0.1}, {0.5, 2, 0.3}, {0.1, 0.3, 3}});
        double[] slope = {1, -2 * 0.25, 0.25 * 0.25};
        double expected = slope[0] * slope[0] + 2 * slope[1] * slope[1] + 3 * slope[2] * slope[2];
        expected += 2 * (0.5 * slope[0] * slope[1] + 0.1 * slope[0] * slope[2] + 0.3 * slope[1] * slope[2]);

        FisherInformation profile = information.profile(List.of("a"));

        assertThat(profile.get(0, 0)).isEqualTo(3.5);
        assertThat(profile.errorCovariance(0, 0, 0, 0)).isCloseTo(expected, within(1e-14));
    }
}
