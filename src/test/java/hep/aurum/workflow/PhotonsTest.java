package hep.aurum.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.base.Progress;
import hep.aurum.sample.EventSample;
import hep.aurum.source.SharedData;
import hep.aurum.workflow.study.Study;
import hep.aurum.workflow.study.StudyReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The example of the Higgs boson in two photons, on the shared Pythia tables. */
class PhotonsTest {

    private static final Path STUDY = Path.of("examples/higgs-to-photons/study.yaml");

    private static final double LUMINOSITY = 139;

    /** What data/README.md states: rows, cross-section in pb, events with two photons, those from 120 to 130 GeV. */
    private record Facts(int rows, double crossSectionPb, int complete, int inWindow, double meanMass) {}

    private static final Facts SIGNAL = new Facts(8000, 0.06692708, 4811, 4802, 125.0461);
    private static final Facts CONTINUUM = new Facts(16000, 24.73217, 6290, 672, 117.694);

    private static final String YIELDS = """
            aurum: 1
            name: yields
            luminosity: 139
            parameters: {mu: {range: [0, 2], standard: 1}}
            processes:
              higgs: {rate: mu, events: [{file: "${folder}/yy_sig_8k.csv.gz", level: particle, weight: weight, cross_section: 0.06692708}]}
              continuum: {events: [{file: "${folder}/yy_bkg_16k.csv.gz", level: particle, cross_section: 24.73217}]}
            variables: {folder: .}
            objects: {photon: "particle{id == 22 and pt > 0}"}
            DETECTOR
            selection: ["count(photon) >= 2"]
            observables: {m_yy: "mass(photon[1] + photon[2])", m: m, sigma: "0.5 * sqrt(0.01 / e1 + 0.01 / e2 + 2 * 0.007^2)"}
            """;

    @TempDir
    private Path scratch = Path.of("");

    private static Path data() {
        return Objects.requireNonNull(
                SharedData.file("generated/pythia/yy_sig_8k.csv.gz").getParent());
    }

    private EventSample yields(String detector) throws IOException {
        Path file = Files.writeString(scratch.resolve("yields.yaml"), YIELDS.replace("DETECTOR", detector));
        Study study = StudyReader.read(file, Map.of("folder", data().toString()));
        return SampleReading.read(study, Progress.NONE).events();
    }

    @Test
    void yieldsAreCountsTimesCrossSectionByRows() throws IOException {
        EventSample events = yields("");

        verify(events, 0, SIGNAL);
        verify(events, 1, CONTINUUM);
    }

    private static void verify(EventSample events, int process, Facts facts) {
        double complete = 0;
        double inWindow = 0;
        double mass = 0;
        double difference = 0;
        int[] rows = events.rowsOf(process);
        for (int row : rows) {
            double expected = 1000 * LUMINOSITY * events.weightAt(row, new double[] {1});
            complete += expected;
            inWindow += events.feature(row, 1) > 120 && events.feature(row, 1) < 130 ? expected : 0;
            mass += events.feature(row, 1);
            difference += Math.abs(events.feature(row, 0) - events.feature(row, 1));
        }
        double each = 1000 * LUMINOSITY * facts.crossSectionPb / facts.rows;
        assertThat(rows).hasSize(facts.complete);
        assertThat(complete / (facts.complete * each)).isCloseTo(1, within(1e-9));
        assertThat(inWindow / (facts.inWindow * each)).isCloseTo(1, within(1e-9));
        assertThat(mass / rows.length).isCloseTo(facts.meanMass, within(1e-3));
        // The columns of the photons have six digits, which matters where the energies are large and the angle is
        // small.
        assertThat(difference / rows.length).isLessThan(2e-3);
    }

    /** The mass of two smeared photons is known to half the photons' relative errors added in quadrature. */
    @Test
    void massHasTheDeclaredResolution() throws IOException {
        EventSample events = yields(
                "detector: {responses: {photon: {pt_resolution: '" + "sqrt((0.10 / sqrt(energy))^2 + 0.007^2)'}}}");

        double sum = 0;
        double squares = 0;
        for (int i = 0; i < events.size(); i++) {
            double pull = (events.feature(i, 0) / events.feature(i, 1) - 1) / events.feature(i, 2);
            sum += pull;
            squares += pull * pull;
        }
        int n = events.size();
        assertThat(n).isEqualTo(SIGNAL.complete + CONTINUUM.complete);
        // Within four errors of the mean and width of n normal numbers: false alarm 1e-4.
        assertThat(sum / n).isCloseTo(0, within(4 / Math.sqrt(n)));
        assertThat(Math.sqrt(squares / n)).isCloseTo(1, within(4 / Math.sqrt(2.0 * n)));
    }

    /** The example with fewer events and a small network. */
    @Test
    void showsThreeAnswersSideBySide() throws IOException {
        String folder = data().toString();
        String text = Files.readString(STUDY)
                .replace("use: training}", "use: training, maximum: 8000}")
                .replaceAll(
                        "estimator: .*",
                        "estimator: {method: alice, hidden: [32], activation: silu, epochs: 6, members: 1}")
                .replace("copies: 8", "copies: 2")
                .replace("points: 41", "points: 11")
                .replace("toys: 200", "toys: 40");
        Path file =
                Files.write(scratch.resolve("study.yaml"), List.of(text, "outputs: {figures: false, report: false}"));
        StudyRun run = StudyRun.of(
                StudyReader.read(file, Map.of("folder", folder)),
                new RunOptions(scratch.resolve("results"), false, 2, Progress.NONE));
        run.execute();

        JsonNode discovery = new ObjectMapper().readTree(run.resultText()).path("discovery");
        double histogram =
                discovery.path("classical").path("exactTemplates").path("z").asDouble();
        double learned =
                discovery.path("learned").path("exactTemplates").path("z").asDouble();
        JsonNode whole = discovery.path("fit").path("whole");
        double fit = whole.path("expected").path("z").asDouble();
        double inCategories = discovery
                .path("fit")
                .path("categories")
                .path("expected")
                .path("z")
                .asDouble();

        // A Gaussian of 4616 events and 1.1 GeV over 9848 a GeV: S / sqrt(2 sqrt(pi) sigma B').
        double byHand = 4616 / Math.sqrt(2 * Math.sqrt(Math.PI) * 1.1 * 9848);
        assertThat(histogram).isCloseTo(byHand, within(0.15 * byHand));
        assertThat(fit).isLessThan(1.05 * histogram).isGreaterThan(0.8 * histogram);
        // A network of seconds does not resolve the peak as the example's does, but it orders events.
        assertThat(learned).isGreaterThan(0.4 * histogram);
        assertThat(inCategories).isGreaterThan(fit);
        // The errors of the simulation stand in the honest number.
        assertThat(discovery.path("learned").path("discovery").path("zExpected").asDouble())
                .isLessThan(0.5 * learned);
        JsonNode toys = whole.path("toys");
        assertThat(toys.path("meanRate").asDouble())
                .isCloseTo(1, within(4 * toys.path("meanRateError").asDouble()));
        assertThat(whole.path("rateErrorOfPool").asDouble())
                .isGreaterThan(whole.path("observed").path("rateError").asDouble());
        assertThat(run.summaryText()).contains("fit of m_yy", "fit in", "with exact templates", "(pool)");
    }
}
