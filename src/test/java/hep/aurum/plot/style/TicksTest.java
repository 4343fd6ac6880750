package hep.aurum.plot.style;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TicksTest {

    @Test
    void narrowLogarithmicAxesHaveNumbersBetweenPowersOfTen() {
        assertThat(Ticks.logarithmic(0.3, 8).labels()).containsExactly("0.5", "1", "2", "5");
        assertThat(Ticks.logarithmic(0.6, 0.9).labels()).containsExactly("0.6", "0.7", "0.8", "0.9");
    }

    @Test
    void wideLogarithmicAxesHaveFewNumbersAtRoundPowers() {
        Ticks ticks = Ticks.logarithmic(1e-300, 1);

        assertThat(ticks.labels()).contains("1", "10^{−100}", "10^{−300}").hasSizeLessThan(9);
        assertThat(ticks.minor()).isEmpty();
        assertThat(Ticks.logarithmic(1e-20, 1).minor()).hasSizeLessThan(25);
    }

    @Test
    void twoScriptsInARowStandAboveOneAnother() {
        double stacked = RichText.of("1^{+0.3}_{−0.2}", 0, 12).width();

        assertThat(stacked).isEqualTo(RichText.of("1_{−0.2}", 0, 12).width());
        assertThat(RichText.of("a^{2}b_{1}", 0, 12).width())
                .isGreaterThan(RichText.of("a^{2}b", 0, 12).width());
    }
}
