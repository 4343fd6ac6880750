package hep.aurum.infer.fisher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.base.BadModel;
import hep.aurum.math.random.Draws;
import hep.aurum.math.random.RandomStreams;
import hep.aurum.param.Benchmark;
import hep.aurum.param.MadGraphFile;
import hep.aurum.param.MonomialBasis;
import hep.aurum.param.Morphing;
import hep.aurum.param.Parameter;
import hep.aurum.param.ParameterPoint;
import hep.aurum.param.ParameterSpace;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventInformationTest {

    private static final List<String> THETA = List.of("theta");

    /** The events z ~ Exp(1) of |M|² ∝ (1 + θz)², by the trapezoidal rule: full ∫4z²e^(−z) = 8, rate 2²/1, shape 4. */
    private static EventInformation latents() {
        EventInformation sums = EventInformation.of(THETA);
        double step = 1e-3;
        for (int i = 0; i < 60_000; i++) {
            double z = i * step;
            double weight = step * StrictMath.exp(-z) * (i == 0 ? 0.5 : 1);
            sums.add(weight, new double[] {2 * z * weight});
        }
        return sums;
    }

    @Test
    void latentInformationIsTheSumOfRateAndShape() {
        EventInformation sums = latents();

        // The rule's error is h²/12 of the slope at zero, at most 1e-6.
        assertThat(sums.full(1).get(0, 0)).isCloseTo(8, within(1e-6));
        assertThat(sums.rate(1).get(0, 0)).isCloseTo(4, within(1e-6));
        assertThat(sums.shape(1).get(0, 0)).isCloseTo(4, within(1e-6));
    }

    @Test
    void aHundredEventsMeasureToThePrintedDigits() {
        // 0.001 pb and 100 fb⁻¹ are 100 events: 1/√800.
        assertThat(latents().full(1000 * 100 * 0.001).uncertainties()[0]).isCloseTo(.03536, within(5e-6));
    }

    @Test
    void anEventOfZeroWeightWithAGradientIsRefused() {
        EventInformation sums = EventInformation.of(THETA);
        sums.add(0, new double[] {0});

        assertThat(sums.events()).isZero();
        assertThatThrownBy(() -> sums.add(0, new double[] {1}))
                .isInstanceOf(BadModel.class)
                .hasMessageContaining("event 0 has the rate 0.0 and the gradient [1.0]");
        assertThatThrownBy(() -> sums.add(Double.NaN, new double[] {1})).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> sums.rate(1)).isInstanceOf(BadModel.class).hasMessageContaining("sum to 0.0");
    }

    /** A subtraction pair of equal score: weights 3 and −1 with score 2 count as one event of weight 2. */
    @Test
    void negativeWeightsCancelEventsOfTheSameScore() {
        EventInformation pair = EventInformation.of(THETA);
        pair.add(3, new double[] {6});
        pair.add(-1, new double[] {-2});

        assertThat(pair.full(1).get(0, 0)).isEqualTo(8);
        assertThat(pair.rate(1).get(0, 0)).isEqualTo(8);
        // But their errors add: (12² + 4²)^(1/2).
        assertThat(pair.full(1).error(0, 0)).isCloseTo(Math.sqrt(160), within(1e-14));
    }

    @Test
    void sumsKeepWhatRoundingWouldLose() {
        EventInformation sums = EventInformation.of(THETA);
        sums.add(1e17, new double[] {1e17});
        sums.add(1, new double[] {1});
        sums.add(-1e17, new double[] {-1e17});

        assertThat(sums.full(1).get(0, 0)).isEqualTo(1);
    }

    @Test
    void blocksMergeToTheWhole() {
        EventInformation whole = EventInformation.of(List.of("a", "b"));
        EventInformation left = EventInformation.of(List.of("a", "b"));
        EventInformation right = EventInformation.of(List.of("a", "b"));
        UniformRandomProvider random = RandomStreams.of(5).stream("blocks", 0);
        for (int i = 0; i < 1000; i++) {
            double weight = Draws.exponential(random);
            double[] gradient = {Draws.gaussian(random), Draws.gaussian(random)};
            whole.add(weight, gradient);
            (i < 400 ? left : right).add(weight, gradient);
        }

        left.addAll(right);

        assertThat(left.events()).isEqualTo(1000);
        for (int a = 0; a < 2; a++) {
            double scale = whole.shape(1).get(a, a);
            assertThat(left.shape(1).get(a, 1)).isCloseTo(whole.shape(1).get(a, 1), within(1e-13 * scale));
            assertThat(left.shape(1).error(a, 1)).isCloseTo(whole.shape(1).error(a, 1), within(1e-12 * scale));
        }
    }

    /**
     * Parton-level information of MadGraph's pp → h(γγ)jj with two operators, as stated beside the samples by an
     * independent program, in pb: the weights of a file average to the cross-section. One sample was generated at the
     * standard model, the other where both operators are 3.
     */
    @ParameterizedTest
    @CsvSource({
        "vbf_haa_cHW_cHWtil_sm_10k.lhe.gz, 0.0002797358, -2.909331e-06, 0.0001870697",
        "vbf_haa_cHW_cHWtil_gen_b5_2k.lhe.gz, 0.0002879975, -2.4859e-06, 0.0002170496"
    })
    void agreesWithTheFactsOfMadGraphSamples(String file, double first, double mixed, double second) {
        EventInformation sums = madGraph(file);

        FisherInformation full = sums.full(1.0 / sums.events());

        assertThat(full.get("cHW", "cHW")).isCloseTo(first, within(6e-11));
        assertThat(full.get("cHW", "cHWtil")).isCloseTo(mixed, within(6e-13));
        assertThat(full.get("cHWtil", "cHWtil")).isCloseTo(second, within(6e-11));
    }

    @Test
    void theRateOfAMadGraphSampleFollowsFromItsCrossSection() {
        EventInformation sums = madGraph("vbf_haa_cHW_cHWtil_sm_10k.lhe.gz");

        FisherInformation rate = sums.rate(1.0 / sums.events());

        // σ = 0.00106631 pb, and its slopes are the linear coefficients of the mean weight.
        assertThat(rate.get(0, 0)).isCloseTo(9.0518272e-05 * 9.0518272e-05 / 0.00106631, within(1e-12));
        assertThat(rate.get(0, 1)).isCloseTo(9.0518272e-05 * 4.759508e-06 / 0.00106631, within(1e-13));
    }

    /** Two generations of one process agree within five of the stated errors: 15 % of cHW's information at 10 000 events. */
    @Test
    void samplesGeneratedElsewhereAgreeWithinTheStatedErrors() {
        EventInformation standard = madGraph("vbf_haa_cHW_cHWtil_sm_10k.lhe.gz");
        EventInformation operators = madGraph("vbf_haa_cHW_cHWtil_gen_b5_2k.lhe.gz");

        FisherInformation difference = standard.full(1.0 / standard.events())
                .plus(operators.full(1.0 / operators.events()).times(-1));

        for (int a = 0; a < 2; a++) {
            assertThat(Math.abs(difference.get(a, a))).isLessThan(5 * difference.error(a, a));
            assertThat(Math.abs(difference.get(a, 1))).isLessThan(5 * difference.error(a, 1));
        }
    }

    private static EventInformation madGraph(String name) {
        MadGraphFile file = MadGraphFile.read(name);
        ParameterSpace space = ParameterSpace.of(new Parameter("cHW", -3, 3, 0), new Parameter("cHWtil", -3, 3, 0));
        Morphing morphing = Morphing.of(
                space,
                MonomialBasis.complete(2, 2),
                List.of(
                        at("sm", 0, 0),
                        at("b1", 3, 0),
                        at("b2", -3, 0),
                        at("b3", 0, 3),
                        at("b4", 0, -3),
                        at("b5", 3, 3)));
        double[] coefficients = new double[6];
        EventInformation sums = EventInformation.of(space.names());
        for (int i = 0; i < file.events().size(); i++) {
            // 1, cHW, cHWtil, …: the polynomial's value and gradient at zero are its first coefficients.
            morphing.coefficients(file.weights(i, morphing.benchmarkNames()), coefficients);
            sums.add(coefficients[0], new double[] {coefficients[1], coefficients[2]});
        }
        return sums;
    }

    private static Benchmark at(String name, double cHW, double cHWtil) {
        return new Benchmark(name, ParameterPoint.of(cHW, cHWtil));
    }

    /**
     * In 1000 pseudo-experiments of about 200 events, the spread of every entry is the stated error: the ratio of
     * variances has the relative spread √((κ−1)/1000) with κ close to 3; fourteen bounds of 25 % are passed by chance with
     * probability 1e-6 or so in all (5.6 standard deviations each).
     */
    @Test
    void statedErrorsAreTheSpreadOfSamples() {
        double[][] sums = new double[14][3];
        int toys = 1000;
        for (int toy = 0; toy < toys; toy++) {
            List<FisherInformation> results = sample(RandomStreams.of(11).stream("toy", toy));
            for (int i = 0; i < sums.length; i++) {
                FisherInformation result = results.get(i / 2);
                double value = result.get(i % 2, 1);
                sums[i][0] += value;
                sums[i][1] += value * value;
                sums[i][2] += result.errorCovariance(i % 2, 1, i % 2, 1);
            }
        }

        for (double[] sum : sums) {
            double spread = sum[1] / toys - sum[0] / toys * (sum[0] / toys);
            assertThat(sum[2] / toys / spread).isCloseTo(1, within(0.25));
        }
    }

    private static List<FisherInformation> sample(UniformRandomProvider random) {
        List<String> names = List.of("a", "b");
        EventInformation events = EventInformation.of(names);
        HistogramInformation histogram = HistogramInformation.of(names, 3);
        ScoreInformation scores = ScoreInformation.of(names);
        int n = Draws.poisson(random, 200);
        for (int i = 0; i < n; i++) {
            double x = Draws.open(random);
            double y = Draws.open(random);
            double weight = 0.5 + y;
            double[] gradient = {weight * (x + 0.3), weight * (2 * y + 3 * x - 0.5)};
            events.add(weight, gradient);
            histogram.add((int) (3 * x), weight, gradient);
            scores.add(weight, new double[] {gradient[0] / weight, gradient[1] / weight});
        }
        return List.of(
                events.full(2),
                events.rate(2),
                events.shape(2),
                histogram.shape(2),
                histogram.full(2),
                scores.shape(400),
                scores.centredShape(400));
    }
}
