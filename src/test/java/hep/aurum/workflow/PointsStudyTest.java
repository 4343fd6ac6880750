package hep.aurum.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.base.BadInput;
import hep.aurum.base.Progress;
import hep.aurum.estimator.RatioEstimator;
import hep.aurum.math.random.RandomStreams;
import hep.aurum.observable.collection.MemoryTable;
import hep.aurum.workflow.study.Study;
import hep.aurum.workflow.study.StudyReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** A study of files at different points without weights: decay times x of mean θ, \(p(x|\theta) = e^{-x/\theta}/\theta\). */
class PointsStudyTest {

    private static final double[] POINTS = {1, 1.5, 2, 2.5, 3};
    private static final int EVENTS = 20_000;
    private static final Learning.Shelf NO_SHELF = new Learning.Shelf() {
        @Override
        public Optional<Learning.Network> find(String name) {
            return Optional.empty();
        }

        @Override
        public void keep(Learning.Network network) {}
    };

    @TempDir
    private Path folder = Path.of("");

    private String files = "";

    /** σ = 1 + θ² pb. */
    @BeforeEach
    void writeFiles() throws IOException {
        StringBuilder text = new StringBuilder();
        for (double theta : POINTS) {
            UniformRandomProvider random = RandomStreams.of(5).stream("file " + theta, 0);
            double[] x = new double[EVENTS];
            for (int i = 0; i < EVENTS; i++) {
                x[i] = -theta * StrictMath.log(1 - random.nextDouble());
            }
            MemoryTable table = new MemoryTable();
            table.scalar("x", x);
            MemoryTableFormat.file(folder, "t" + theta + ".dat", table);
            text.append("\n      - {file: t%s.dat, cross_section: %s, generated_at: {tau: %s}}"
                    .formatted(theta, 1 + theta * theta, theta));
        }
        files = text.toString();
    }

    private Study study(String estimator, String morphing, String more) throws IOException {
        String text = """
                aurum: 1
                name: decay
                luminosity: 0.1
                parameters: {tau: {range: [1, 3], standard: 2}}
                processes:
                  decay:
                    %s
                    events: FILES
                observables: {root: sqrt(x)}
                estimator: {%s, members: 2, hidden: [20], epochs: 15, batch: 250, learning_rate: 0.003}
                outputs: {figures: false, histograms: true, workspace: false}
                %s
                """.formatted(morphing, estimator, more).replace("FILES", files);
        return StudyReader.read(Files.writeString(folder.resolve("study.yaml"), text));
    }

    private static double logDensity(double x, double tau) {
        return -x / tau - StrictMath.log(tau);
    }

    /** The network sees √x, which has no long tail. Of the mean square of log r(x|τ, 2) between the points no more than 5 % is left; over the points it is a fifth of 0.1. */
    @Test
    void theRatioBetweenThePointsIsTheExactOne() throws IOException {
        Study study = study("method: carl", "morphing: {degree: 2}", "");
        StudySample sample = SampleReading.read(study, Progress.NONE);
        RatioEstimator ratio = Learning.learn(study, Parts.of(study, sample), 1, NO_SHELF, Progress.NONE)
                .ratio();

        UniformRandomProvider random = RandomStreams.of(6).stream("test", 0);
        double error = 0;
        double size = 0;
        for (int i = 0; i < 3000; i++) {
            double x = -2 * StrictMath.log(1 - random.nextDouble());
            double[] root = {Math.sqrt(x)};
            for (double tau : new double[] {1.25, 1.75, 2.25, 2.75}) {
                double exact = logDensity(x, tau) - logDensity(x, 2);
                double learned = ratio.logRatio(root, new double[] {tau}) - ratio.logRatio(root, new double[] {2});
                error += (learned - exact) * (learned - exact);
                size += exact * exact;
            }
        }
        System.err.println("REL " + error / size + " " + size / 12000);
        assertThat(error).isLessThan(0.05 * size);
    }

    /** Three coefficients through five exact cross-sections of degree two. */
    @Test
    void theCrossSectionIsThePolynomial() throws IOException {
        StudySample sample = SampleReading.read(study("method: carl", "morphing: {degree: 2}", ""), Progress.NONE);

        for (double tau : new double[] {1, 1.3, 2.2, 3}) {
            double sum = 0;
            for (int i = 0; i < sample.events().size(); i++) {
                sum += sample.events().weightAt(i, new double[] {tau});
            }
            assertThat(sum).isCloseTo(1 + tau * tau, within(1e-9));
        }
    }

    /**
     * The shape alone: the mean cross-section of 5.5 pb makes N = 550 events, of which \(t(\tau) = 2N(\ln(\tau/2) + 2/\tau - 1)\). The
     * template events are 40 000 in all and 8000 at the point, so their mean is known to 2 %, which is where the minimum may be.
     */
    @Test
    void theScanOfTheShapeIsTheExactOne() throws IOException {
        Study study = study("method: carl", "morphing: {degree: 0}", "tests: {scan: {points: 41}}");
        StudyRun run = StudyRun.of(study, new RunOptions(folder.resolve("results"), true, 1, Progress.NONE));
        run.execute();
        JsonNode scan = JsonText.parse(run.resultText()).path("scan").path("expected");

        double n = 100 * 5.5;
        double best = scan.path("minima").path(0).path("theta").path("tau").asDouble();
        JsonNode interval = scan.path("intervals68").path("tau").path(0);
        assertThat(scan.path("events").asDouble()).isCloseTo(n, within(1e-6));
        System.err.println("BEST " + best + " " + interval);
        assertThat(best).isCloseTo(2, within(0.12));
        // One standard deviation is τ/√N.
        double half = 0.5
                * (interval.path("upper").asDouble() - interval.path("lower").asDouble());
        assertThat(half).isCloseTo(2 / Math.sqrt(n), within(0.15 * 2 / Math.sqrt(n)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "method: rascal | morphing: {degree: 2} | '' | there is no joint ratio or score",
                "method: carl | label: decay | '' | nor how the cross-section does",
                "method: carl | morphing: {degree: 2} | 'data: {pseudo: {tau: 1.2}}' | where none was generated",
            })
    void whatTheFilesCannotAnswerIsRefused(String method, String morphing, String more, String message)
            throws IOException {
        Study study = study(method, morphing, more);

        assertThatThrownBy(() -> SampleReading.read(study, Progress.NONE))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining(message);
    }

    @Test
    void aRateIsNotTestedWithoutACrossSection() throws IOException {
        String text = Files.readString(
                        study("method: carl", "morphing: {degree: 0}", "").file())
                .replace("standard: 2}}", "standard: 2}, mu: {range: [0, 2], standard: 1}}")
                .replace("morphing:", "rate: mu\n    morphing:")
                .replace("observables:", "  flat: {events: [{file: t1.0.dat, cross_section: 1}]}\nobservables:");
        Path file = Files.writeString(folder.resolve("rate.yaml"), text + "tests: {discovery: {poi: mu}}\n");

        assertThatThrownBy(() -> SampleReading.read(StudyReader.read(file), Progress.NONE))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("the study tests a rate");
    }
}
