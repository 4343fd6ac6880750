package hep.aurum.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.base.Failure;
import hep.aurum.base.Progress;
import hep.aurum.sample.CrossSection;
import hep.aurum.sample.EventSample;
import hep.aurum.workflow.study.StudyReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Studies of tables that no detector has seen, and of files that are for training alone. */
class ParticleLevelStudyTest {

    private static final int ROWS = 400;

    private static final String STUDY = """
            aurum: 1
            name: demo
            luminosity: 2
            parameters: {mu: {range: [0, 2], standard: 1}}
            processes:
              background: {copies: 3, events: [FILES]}
              signal: {rate: mu, events: [{file: a.csv, level: particle, cross_section: 1}]}
            detector:
              responses: {photon: {pt_resolution: 0.1, efficiency: "if(pt > 30, 1, 0)"}}
            selection: [count(photon) == 1]
            observables: {x: "pt(photon[1])", truth: photon_pt}
            """;

    @TempDir
    private Path folder = Path.of("");

    private void table(String name, double least) throws IOException {
        StringBuilder text = new StringBuilder("photon_pt,photon_eta,photon_phi\n");
        for (int i = 0; i < ROWS; i++) {
            text.append(String.format(Locale.ROOT, "%.3f,%.3f,1%n", least + i % 100, 0.01 * (i % 200) - 1));
        }
        Files.writeString(folder.resolve(name), text);
    }

    private StudySample read(String text, String files) throws IOException {
        table("a.csv", 30.5);
        table("b.csv", 10.5);
        Path study = Files.writeString(folder.resolve("study.yaml"), text.replace("FILES", files));
        return SampleReading.read(StudyReader.read(study), Progress.NONE);
    }

    @Test
    void smearsEveryCopyByItself() throws IOException {
        EventSample events =
                read(STUDY, "{file: a.csv, level: particle, cross_section: 4}").events();

        int[] background = events.rowsOf(0);
        assertThat(background).hasSize(3 * ROWS);
        double sum = 0;
        double squares = 0;
        for (int row : background) {
            double pull = (events.feature(row, 0) / events.feature(row, 1) - 1) / 0.1;
            sum += pull;
            squares += pull * pull;
        }
        // Of 1200 numbers; within four errors: false alarm 1e-4.
        assertThat(sum / background.length).isCloseTo(0, within(4 / Math.sqrt(background.length)));
        assertThat(Math.sqrt(squares / background.length)).isCloseTo(1, within(4 / Math.sqrt(2.0 * background.length)));
        assertThat(events.feature(background[0], 0)).isNotEqualTo(events.feature(background[1], 0));
        assertThat(CrossSection.ofProcess(events, 0).value(new double[] {1})).isCloseTo(4, within(1e-12));
    }

    @Test
    void filesForTrainingTestNothingAndTeachNoRate() throws IOException {
        StudySample sample = read(
                STUDY,
                "{file: a.csv, level: particle, cross_section: 4},"
                        + " {file: b.csv, level: particle, cross_section: 9, use: training}");

        // Of b.csv 80 in 100 rows are above 30 GeV; they are not among the events that are tested.
        assertThat(sample.events().rowsOf(0)).hasSize(3 * ROWS);
        assertThat(sample.forTraining().orElseThrow().size()).isEqualTo(3 * ROWS * 80 / 100);
        Parts parts = Parts.of(StudyReader.read(folder.resolve("study.yaml")), sample);
        double[] theta = {1};
        assertThat(CrossSection.ofProcess(parts.training(), 0).value(theta)).isCloseTo(4, within(1e-9));
        assertThat(CrossSection.ofProcess(parts.rates(), 0).value(theta)).isCloseTo(4, within(1e-9));
        int training = parts.training().rowsOf(0).length + parts.validation().rowsOf(0).length;
        assertThat(training)
                .isGreaterThanOrEqualTo(sample.forTraining().orElseThrow().size());
        assertThat(parts.template().size() + parts.pool().size())
                .isLessThan(sample.events().size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{file: a.csv, cross_section: 4}                                    | level: particle if none has",
                "{file: a.csv, level: particle, cross_section: 4, use: training}    | all files of the process are for training",
                "{file: a.csv, level: truth, cross_section: 4}                      | level",
            })
    void refuses(String files, String sentence) {
        assertThatThrownBy(() -> read(STUDY, files)).isInstanceOf(Failure.class).hasMessageContaining(sentence);
    }

    @Test
    void refusesNoise() {
        String noisy = STUDY.replace(
                "  responses: {", "  noise: {photon: {mean: 1, min_pt: 1, slope: 1, max_eta: 2}}\n  responses: {");

        assertThatThrownBy(() -> read(noisy, "{file: a.csv, level: particle, cross_section: 4}"))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("noise objects, which a table has no columns for");
    }
}
