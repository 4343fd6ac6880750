package hep.aurum.param;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/** The morphing of MadGraph's own weights; numbers from facts.json beside the events. */
class MadGraphMorphingTest {

    private static Benchmark at(String name, double... point) {
        return new Benchmark(name, ParameterPoint.of(point));
    }

    private static final List<Benchmark> VBF =
            List.of(at("sm", 0, 0), at("b1", 3, 0), at("b2", -3, 0), at("b3", 0, 3), at("b4", 0, -3), at("b5", 3, 3));
    private static final List<Benchmark> VBF_CHECKS = List.of(at("v1", 1, -1), at("v2", -2, 0.5), at("v3", 0.4, 2.2));

    private static final List<Benchmark> WW = List.of(
            at("sm", 0, 0), at("w_p", 1, 0), at("w_m", -1, 0), at("wb_p", 0, 1), at("wb_m", 0, -1), at("mix", 1, 1));
    private static final List<Benchmark> WW_CHECKS = List.of(at("val1", 0.5, -0.5), at("val2", -0.3, 0.8));

    /** What facts.json says of one file. */
    private record Facts(
            List<Double> mean,
            List<Double> first,
            List<Double> third,
            List<Double> weighted,
            List<Double> information) {}

    @Test
    void standardModelSampleOfVectorBosonFusion() {
        check(
                "vbf_haa_cHW_cHWtil_sm_10k.lhe.gz",
                VBF,
                VBF_CHECKS,
                20.0022,
                new Facts(
                        List.of(0.00106631, -9.0518272e-05, -4.759508e-06, 9.051368e-05, -3.8297605e-07, 7.7020523e-05),
                        List.of(-0.4095472, 0.03322026),
                        List.of(0.3098814, -0.07072793),
                        List.of(-0.08488927, -0.004463531),
                        List.of(0.0002797358, -2.909331e-06, 0.0001870697)));
    }

    @Test
    void sampleGeneratedAtTheFifthBenchmark() {
        check(
                "vbf_haa_cHW_cHWtil_gen_b5_2k.lhe.gz",
                VBF,
                VBF_CHECKS,
                20.0022,
                new Facts(
                        List.of(
                                0.001023756,
                                -9.464976e-05,
                                2.9225229e-06,
                                9.8461477e-05,
                                -1.7897011e-06,
                                8.1093301e-05),
                        List.of(-1.196234, -1.042716),
                        List.of(-0.7131429, 0.7187046),
                        List.of(-0.09245343, 0.002854706),
                        List.of(0.0002879975, -2.4859e-06, 0.0002170496)));
    }

    @Test
    void wPairsInElectronPositronCollisions() {
        check(
                "eeww_cW_cHWB_sm_5k.lhe.gz",
                WW,
                WW_CHECKS,
                8.06901,
                new Facts(
                        List.of(0.422927, -0.0022721923, 0.0044304446, 0.036997079, -0.0037042754, 0.0025021666),
                        List.of(0.09380375, -0.01347373),
                        List.of(0.01605268, -0.008164352),
                        List.of(-0.00537254, 0.01047567),
                        List.of(0.0693113, -0.003892735, 0.002064017)));
    }

    private static void check(
            String file, List<Benchmark> benchmarks, List<Benchmark> checks, double condition, Facts facts) {
        MadGraphFile events = MadGraphFile.read(file);
        ParameterSpace space = ParameterSpace.of(new Parameter("first", -3, 3, 0), new Parameter("second", -3, 3, 0));
        Morphing morphing = Morphing.quadratic(space, benchmarks);
        List<MorphingClosure> closures =
                checks.stream().map(b -> MorphingClosure.of(morphing, b)).toList();
        assertThat(morphing.conditionNumber()).isCloseTo(condition, Percentage.withPercentage(1e-3));

        int n = events.events().size();
        double[] mean = new double[6];
        double[] information = new double[3];
        double[] c = new double[6];
        for (int i = 0; i < n; i++) {
            double[] weights = events.weights(i, morphing.benchmarkNames());
            morphing.coefficients(weights, c);
            assertThat(morphing.residual(weights, c)).isLessThan(1e-12);
            for (MorphingClosure closure : closures) {
                closure.add(weights, events.weights(i, List.of(closure.check().name()))[0]);
            }
            for (int j = 0; j < 6; j++) {
                mean[j] += c[j] / n;
            }
            // At zero the score of the weight is (c1, c2)/c0 and the information per pb^-1 the mean of c0 t t^T.
            information[0] += c[1] * c[1] / c[0] / n;
            information[1] += c[1] * c[2] / c[0] / n;
            information[2] += c[2] * c[2] / c[0] / n;
            if (i == 0 || i == 2) {
                List<Double> expected = i == 0 ? facts.first : facts.third;
                assertThat(c[1] / c[0]).isCloseTo(expected.get(0), within(1e-5 * Math.abs(expected.get(0))));
                assertThat(c[2] / c[0]).isCloseTo(expected.get(1), within(1e-5 * Math.abs(expected.get(1))));
            }
        }

        for (int j = 0; j < 6; j++) {
            assertThat(mean[j]).as("coefficient %d", j).isCloseTo(facts.mean.get(j), Percentage.withPercentage(1e-5));
        }
        for (int j = 0; j < 3; j++) {
            double expected = facts.information.get(j);
            assertThat(information[j]).isCloseTo(expected, within(1e-5 * Math.abs(expected)));
        }
        assertThat(mean[1] / mean[0]).isCloseTo(facts.weighted.get(0), within(1e-5 * Math.abs(facts.weighted.get(0))));
        assertThat(mean[2] / mean[0]).isCloseTo(facts.weighted.get(1), within(1e-5 * Math.abs(facts.weighted.get(1))));
        for (MorphingClosure.Result result : MorphingClosure.results(closures)) {
            assertThat(result.events()).isEqualTo(n);
            assertThat(result.maxRelativeDifference()).isLessThan(2e-5);
            assertThat(result.medianRelativeDifference()).isLessThan(3e-8);
        }
    }
}
