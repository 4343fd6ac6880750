package hep.aurum.infer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.infer.discovery.Discovery;
import hep.aurum.infer.discovery.DiscoveryResult;
import hep.aurum.infer.test.Gaussian;
import hep.aurum.likelihood.binned.BinnedModel;
import hep.aurum.likelihood.binned.Binning;
import hep.aurum.likelihood.binned.Channel;
import hep.aurum.likelihood.binned.Measurement;
import hep.aurum.likelihood.binned.Modifier;
import hep.aurum.likelihood.binned.Observation;
import hep.aurum.likelihood.binned.Sample;
import hep.aurum.likelihood.binned.TemplateBuilder;
import hep.aurum.likelihood.binned.Workspace;
import java.util.List;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Compare expected significances with closed forms.
 *
 * @see <a href="https://arxiv.org/abs/1007.1727">Cowan, Cranmer, Gross, Vitells, Eq. (97)</a>
 */
class AsimovSignificanceTest {

    private static BinnedModel counting(double signal, double background, double sigma) {
        List<Modifier> modifiers =
                sigma > 0.0 ? List.of(new Modifier.ShapeSys("background", List.of(sigma))) : List.of();
        Workspace workspace = new Workspace(
                List.of(new Channel(
                        "counting",
                        List.of(
                                new Sample("signal", List.of(signal), List.of(new Modifier.NormFactor("mu"))),
                                new Sample("background", List.of(background), modifiers)))),
                List.of(new Observation("counting", List.of(signal + background))),
                List.of(new Measurement("measurement", "mu", List.of())));
        return BinnedModel.of(workspace);
    }

    @ParameterizedTest
    @CsvSource({"10, 10, 2.77955", "5, 100, 0.49592", "50, 100, 4.65183", "100, 1000, 3.11165", "25, 25, 4.39485"})
    void countingExperimentHasTheClosedForm(double s, double b, double published) {
        DiscoveryResult result = Discovery.of(counting(s, b, 0.0));

        double closed = Math.sqrt(2.0 * ((s + b) * StrictMath.log1p(s / b) - s));
        assertThat(result.zExpected()).isCloseTo(closed, within(1e-10)).isCloseTo(published, within(6e-6));
        assertThat(result.z()).isCloseTo(closed, within(1e-10));
        assertThat(result.muHat()).isCloseTo(1.0, within(1e-6));
    }

    @ParameterizedTest
    @CsvSource({"50, 100, 7, 3.71953", "10, 50, 7, 0.95907"})
    void uncertainBackgroundHasTheClosedForm(double s, double b, double sigma, double published) {
        double z = Discovery.of(counting(s, b, sigma)).zExpected();

        double v = sigma * sigma;
        double first = (s + b) * StrictMath.log((s + b) * (b + v) / (b * b + (s + b) * v));
        double second = b * b / v * StrictMath.log1p(v * s / (b * (b + v)));
        assertThat(z).isCloseTo(Math.sqrt(2.0 * (first - second)), within(1e-9)).isCloseTo(published, within(6e-6));
    }

    @Test
    void fiveSigmaIsTheFamousProbability() {
        assertThat(Gaussian.pValue(5.0)).isCloseTo(2.86652e-7, within(6e-13));
        assertThat(Gaussian.significance(Gaussian.pValue(30.0))).isCloseTo(30.0, within(1e-12));
    }

    /** A thousand exponential background events (τ = 25) on [100, 160] and fifty of N(125, 2). */
    @ParameterizedTest
    @CsvSource({"1, 1.568", "3, 2.927", "6, 3.695", "12, 3.710", "30, 4.270", "60, 4.327", "120, 4.342"})
    void shapeStudyGainsWithFinerBins(int bins, double published) {
        Binning binning = Binning.uniform(100.0, 160.0, bins);
        double[] edges = binning.edges();
        double[] signal = new double[bins];
        double[] background = new double[bins];
        NormalDistribution peak = NormalDistribution.of(125.0, 2.0);
        double norm = 1.0 - StrictMath.exp(-60.0 / 25.0);
        for (int i = 0; i < bins; i++) {
            signal[i] = 50.0 * peak.probability(edges[i], edges[i + 1]);
            background[i] = 1000.0
                    * (StrictMath.exp(-(edges[i] - 100.0) / 25.0) - StrictMath.exp(-(edges[i + 1] - 100.0) / 25.0))
                    / norm;
        }
        Workspace workspace = TemplateBuilder.of("mass", binning)
                .withSignalTemplate("signal", signal, new double[bins])
                .withBackgroundTemplate("background", background, new double[bins])
                .withoutStatErrors()
                .withAsimov(1.0)
                .build();

        assertThat(Discovery.of(BinnedModel.of(workspace)).zExpected()).isCloseTo(published, within(6e-4));
    }

    @Test
    void discoveryIsZeroWhenTheFitIsAtTheLowerBound() {
        DiscoveryResult result = Discovery.of(counting(10.0, 50.0, 7.0).withCounts(new double[] {40.0}));

        assertThat(result.q0()).isZero();
        assertThat(result.z()).isZero();
        assertThat(result.p0()).isEqualTo(0.5);
    }
}
