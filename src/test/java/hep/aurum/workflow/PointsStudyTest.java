package hep.aurum.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.base.BadInput;
import hep.aurum.base.Progress;
import hep.aurum.estimator.RatioEstimator;
import hep.aurum.infer.interval.Scan1D;
import hep.aurum.math.random.RandomStreams;
import hep.aurum.observable.collection.MemoryTable;
import hep.aurum.param.ParameterPoint;
import hep.aurum.sample.EventSample;
import hep.aurum.workflow.study.Study;
import hep.aurum.workflow.study.StudyReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** A study of files at different points without weights: decay times x of mean θ, \(p(x|\theta) = e^{-x/\theta}/\theta\). */
class PointsStudyTest {

    private static final double[] POINTS = {1, 1.5, 2, 2.5, 3};
    private static final int EVENTS = 2000;
    private static final int ENOUGH = 12_000;
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
        writeFiles(EVENTS);
    }

    private void writeFiles(int events) throws IOException {
        StringBuilder text = new StringBuilder();
        for (double theta : POINTS) {
            UniformRandomProvider random = RandomStreams.of(5).stream("file " + theta, 0);
            double[] x = new double[events];
            for (int i = 0; i < events; i++) {
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
                estimator: {%s, members: 1, hidden: [20, 20], batch: 250, learning_rate: 0.01}
                outputs: {figures: false, histograms: true, workspace: false}
                %s
                """.formatted(morphing, estimator, more).replace("FILES", files);
        return StudyReader.read(Files.writeString(folder.resolve("study.yaml"), text));
    }

    private static double logDensity(double x, double tau) {
        return -x / tau - StrictMath.log(tau);
    }

    /**
     * The network sees √x, which has no long tail. Over events of τ, of the mean square of log r(x|τ, 2) at points between those
     * of the files no more than 5 % is left; without learning it is all of it. The scan of the shape, with N = 550 events at τ = 2,
     * has a standard deviation of \(2/\sqrt N\) = 0.085; its minimum is within that of the truth and its width within 15 %.
     */
    @Tag("slow")
    @Test
    void ratioAndScanAreTheExactOnesBetweenThePoints() throws IOException {
        writeFiles(ENOUGH);
        Study study = study("epochs: 12, method: carl", "morphing: {degree: 0}", "");
        StudySample sample = SampleReading.read(study, Progress.NONE);
        Parts parts = Parts.of(study, sample);
        Learning.Learned learned = Learning.learn(study, parts, 1, NO_SHELF, Progress.NONE);

        UniformRandomProvider random = RandomStreams.of(6).stream("test", 0);
        double error = 0;
        double size = 0;
        for (int i = 0; i < 3000; i++) {
            for (double tau : new double[] {1.25, 1.75, 2.25, 2.75}) {
                double x = -tau * StrictMath.log(1 - random.nextDouble());
                double exact = logDensity(x, tau) - logDensity(x, 2);
                double ratio = logRatio(learned.ratio(), x, tau) - logRatio(learned.ratio(), x, 2);
                error += (ratio - exact) * (ratio - exact);
                size += exact * exact;
            }
        }
        assertThat(error).isLessThan(0.05 * size);

        ScanReport.Fit scan = Scanning.scan(study, learned, parts, Optional.empty(), 1, Progress.NONE)
                .expected();
        double sigma = 2 / Math.sqrt(550);
        Scan1D.Interval interval =
                scan.intervals68().getOrDefault("tau", List.of()).get(0);
        assertThat(scan.events()).isCloseTo(550, within(1e-6));
        assertThat(scan.minima().get(0).theta().get("tau")).isCloseTo(2, within(sigma));
        assertThat(0.5 * (interval.upper() - interval.lower())).isCloseTo(sigma, within(0.15 * sigma));
    }

    private static double logRatio(RatioEstimator ratio, double x, double tau) {
        return ratio.logRatio(new double[] {Math.sqrt(x)}, new double[] {tau});
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

    /** The mean of five cross-sections of 1 + θ² pb is 5.5 pb, 550 events. Pseudo-data of τ = 3 are drawn from its file alone. */
    @Test
    void aStudyRunsToItsEnd() throws IOException {
        Study study = study("epochs: 1, method: carl", "morphing: {degree: 0}", "data: {pseudo: {tau: 3}}");
        StudyRun run = StudyRun.of(study, new RunOptions(folder.resolve("results"), true, 1, Progress.NONE));
        run.execute();

        JsonNode result = JsonText.parse(run.resultText());
        assertThat(result.path("scan").path("expected").path("events").asDouble())
                .isCloseTo(550, within(1e-6));
        assertThat(result.path("data").path("events").asDouble()).isCloseTo(550, within(5 * Math.sqrt(550)));
        assertThat(folder.resolve("results/histograms.aida")).exists();
    }

    /** The mean of x at a point is τ, with an error of τ/√n. */
    @Test
    void eventsOfAPointAreThoseOfItsFile() throws IOException {
        Study study = study("method: carl", "morphing: {degree: 2}", "");
        EventSample all = SampleReading.read(study, Progress.NONE).events();

        for (double tau : POINTS) {
            ParameterPoint point = ParameterPoint.of(tau);
            EventSample there = GenerationPoints.of(study).at(all, point);
            double sum = 0;
            double mean = 0;
            for (int i = 0; i < there.size(); i++) {
                double root = there.feature(i, 0);
                sum += there.weightAt(i, new double[] {tau});
                mean += there.weightAt(i, new double[] {tau}) * root * root;
            }
            assertThat(sum).isCloseTo(1 + tau * tau, within(1e-9));
            assertThat(mean / sum).isCloseTo(tau, within(5 * tau / Math.sqrt(EVENTS)));
        }
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
    void tracesAreRefusedWithTheWayToLearnFromThem() throws IOException {
        files = "\n      - {file: t1.0.dat, traces: {log_ratio: r}}";

        assertThatThrownBy(() -> study("method: carl", "label: decay", ""))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("does not learn from traces")
                .hasMessageContaining("TraceTable");
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
