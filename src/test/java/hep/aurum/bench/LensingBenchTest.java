package hep.aurum.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.math.random.RandomStreams;
import hep.aurum.simulator.toy.LensingToy;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class LensingBenchTest {

    private final Bench bench = Benches.named("lensing");

    @Test
    void noErrorIsPublished() {
        assertThat(bench.methods())
                .allSatisfy(method -> assertThat(bench.events())
                        .allSatisfy(n -> assertThat(bench.published(method, n)).isEmpty()));
    }

    @Test
    void sayingNothingHasTheErrorOfSimulatedEvents() {
        LensingToy toy = new LensingToy();
        double[] five = {5};
        double[] theta = new double[1];
        double[] x = new double[1];
        double[] z = new double[2];
        double sum = 0;
        double squares = 0;
        int n = 20_000;
        UniformRandomProvider random = RandomStreams.of(4).stream("lensing", 0);
        for (int i = 0; i < n; i++) {
            theta[0] = 3 + 5 * random.nextDouble();
            toy.draw(i % 2 == 0 ? theta : five, random, x, z);
            double square = Math.pow(toy.truth().logRatio(x, theta, five), 2);
            sum += square;
            squares += square * square;
        }
        double mean = sum / n;
        double error = Math.sqrt((squares / n - mean * mean) / n);

        // Five standard deviations: false alarms in 6e-7 of seeds.
        assertThat(bench.open(bench.settings(), 1).trivial()).isCloseTo(mean, within(5 * error));
    }

    @Tag("slow")
    @Test
    void figuresDoNotDependOnThreads() {
        assertThat(Reruns.figures(bench, "rascal", 200, 2)).isEqualTo(Reruns.figures(bench, "rascal", 200, 1));
    }
}
