package hep.aurum.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.base.BadModel;
import hep.aurum.hist.Axis;
import hep.aurum.hist.Histogram1D;
import hep.aurum.likelihood.binned.Modifier;
import java.util.List;
import org.junit.jupiter.api.Test;

class TemplateTestTest {

    private static final Axis AXIS = Axis.uniform("m", "GeV", 3, 0, 3);
    private static final Histogram1D SIGNAL = histogram("signal", 5, 10, 0);
    private static final Histogram1D BACKGROUND = histogram("background", 50, 60, 0);

    private static Histogram1D histogram(String title, double... heights) {
        return Histogram1D.ofHeights(title, AXIS, heights, new double[heights.length]);
    }

    /** pyhf's two-bin example with exact templates: Z in closed form, 2 Σ [n ln(n/b) − n + b] with one strength. */
    @Test
    void expectedSignificanceIsThatOfTheAsimovFormula() {
        double q0 = 2 * (55 * StrictMath.log(55.0 / 50) - 5 + 70 * StrictMath.log(70.0 / 60) - 10);

        TemplateTest test = TemplateTest.of(SIGNAL, List.of(BACKGROUND)).withoutStatErrors();

        assertThat(test.discovery().zExpected()).isCloseTo(Math.sqrt(q0), within(1e-7));
        assertThat(test.discovery().z()).isCloseTo(Math.sqrt(q0), within(1e-7));
    }

    @Test
    void anUncertainRateCostsSignificanceAndDataDecide() {
        TemplateTest exact = TemplateTest.of(SIGNAL, List.of(BACKGROUND)).withoutStatErrors();
        TemplateTest uncertain = exact.withRateUncertainty("background", 0.1);
        TemplateTest background = exact.withData(histogram("data", 50, 60, 0));

        assertThat(uncertain.discovery().zExpected())
                .isLessThan(exact.discovery().zExpected());
        assertThat(background.discovery().z()).isCloseTo(0, within(1e-6));
        assertThat(background.limit(0.95).observed())
                .isCloseTo(background.limit(0.95).expected().get(2), within(1e-6));
    }

    /** Under background alone a Gaussian factor of all rates does what a log-normal one of the background does, but for its tails. */
    @Test
    void anUncertainLuminosityCostsAsMuchAsTheSameRates() {
        TemplateTest exact = TemplateTest.of(SIGNAL, List.of(BACKGROUND)).withoutStatErrors();
        double small = exact.withLuminosityUncertainty(1e-4).discovery().zExpected();
        double large = exact.withLuminosityUncertainty(0.1).discovery().zExpected();

        assertThat(small).isCloseTo(exact.discovery().zExpected(), within(1e-4));
        assertThat(large)
                .isCloseTo(
                        exact.withRateUncertainty("background", 0.1).discovery().zExpected(), within(0.02));
    }

    /** pyhf's convention for a log-normal uncertainty of 10 %: the factors 1/1.1 and 1.1 at one standard deviation. */
    @Test
    void uncertainRatesAreLogNormal() {
        TemplateTest test = TemplateTest.of(SIGNAL, List.of(BACKGROUND)).withRateUncertainty("background", 0.1);

        assertThat(test.workspace().channels().get(0).samples().get(1).modifiers())
                .contains(new Modifier.NormSys("rate_background", 1 / 1.1, 1.1));
    }

    @Test
    void aBinOfSignalWithoutBackgroundIsRefused() {
        TemplateTest test = TemplateTest.of(histogram("signal", 1, 1, 1), List.of(BACKGROUND));

        assertThatThrownBy(test::workspace).isInstanceOf(BadModel.class).hasMessageContaining("background");
    }

    @Test
    void histogramsMustFitTogether() {
        Histogram1D other =
                Histogram1D.ofHeights("other", Axis.uniform("m", "GeV", 2, 0, 3), new double[] {1, 1}, new double[2]);

        assertThatThrownBy(() -> TemplateTest.of(SIGNAL, List.of(other))).hasMessageContaining("different edges");
        assertThatThrownBy(() -> TemplateTest.of(SIGNAL, List.of(SIGNAL))).hasMessageContaining("same title");
        assertThatThrownBy(() -> TemplateTest.of(SIGNAL, List.of(BACKGROUND)).withRateUncertainty("top", 0.1))
                .hasMessageContaining("not among");
    }
}
