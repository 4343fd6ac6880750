package hep.aurum.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.base.Progress;
import hep.aurum.sample.EventSample;
import hep.aurum.source.SharedData;
import hep.aurum.workflow.study.StudyReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A showered sample whose benchmark weights travel as named weights of HepMC3 morphs like the hard process it was made of.
 */
class ShoweredStudyTest {

    private static final int EVENTS = 60;

    /** Sums of the named weights, from the file with HepMC3 3.1.2. */
    private static final Map<String, Double> SUMS = Map.of(
            "sm", 0.0645552,
            "b1", 0.14215253,
            "b2", 0.18777222,
            "b3", 0.10821831,
            "b4", 0.090719539,
            "b5", 0.20335768,
            "v1", 0.067121996,
            "v2", 0.12486612,
            "v3", 0.090206165);

    private static final Map<String, double[]> POINTS = Map.of(
            "sm", new double[] {0, 0},
            "b1", new double[] {3, 0},
            "b2", new double[] {-3, 0},
            "b3", new double[] {0, 3},
            "b4", new double[] {0, -3},
            "b5", new double[] {3, 3},
            "v1", new double[] {1, -1},
            "v2", new double[] {-2, 0.5},
            "v3", new double[] {0.4, 2.2});

    private static final String STUDY = """
            aurum: 1
            name: showered
            luminosity: 100
            parameters: {cHW: {range: [-1, 1]}, cHWtil: {range: [-1, 1]}}
            processes:
              vbf:
                benchmarks:
                  sm: {cHW: 0, cHWtil: 0}
                  b1: {cHW: 3}
                  b2: {cHW: -3}
                  b3: {cHWtil: 3}
                  b4: {cHWtil: -3}
                  b5: {cHW: 3, cHWtil: 3}
                checks:
                  v1: {cHW: 1, cHWtil: -1}
                  v2: {cHW: -2, cHWtil: 0.5}
                  v3: {cHW: 0.4, cHWtil: 2.2}
                events: [{file: FILE, generated_at: sm MORE}]
            selection: [count(photon) >= 0]
            observables: {n: count(photon)}
            """;

    @TempDir
    private Path folder = Path.of("");

    private StudySample read(String name, String more) throws IOException {
        Path file = SharedData.file(name).toAbsolutePath();
        String text = STUDY.replace("FILE", "'" + file + "'").replace("MORE", more);
        return SampleReading.read(StudyReader.read(Files.writeString(folder.resolve("s.yaml"), text)), Progress.NONE);
    }

    private static double crossSection(EventSample events, double... theta) {
        double sum = 0;
        for (int i = 0; i < events.size(); i++) {
            sum += events.weightAt(i, theta);
        }
        return sum;
    }

    @Test
    void morphsByItsNamedWeights() throws IOException {
        StudySample sample = read("generated/pythia/vbf_showered_eft.hepmc3.gz", "");

        ProcessFacts.FileFacts file = sample.processes().get(0).files().get(0);
        assertThat(file.events()).isEqualTo(EVENTS);
        assertThat(sample.events().size()).isEqualTo(EVENTS);
        double stated = java.util.Objects.requireNonNull(file.crossSectionPb());
        double perWeight = crossSection(sample.events(), 0, 0) / Objects.requireNonNull(SUMS.get("sm"));
        // Nine digits of a sum, and the check weights as the generator rounded them.
        POINTS.forEach((name, point) -> assertThat(crossSection(sample.events(), point) / perWeight)
                .as(name)
                .isCloseTo(
                        Objects.requireNonNull(SUMS.get(name)), within(1e-5 * Objects.requireNonNull(SUMS.get(name)))));
        assertThat(crossSection(sample.events(), 0, 0)).isCloseTo(stated, within(1e-4 * stated));
    }

    /** Event by event the weights are those of the hard process, which the shower does not touch. */
    @Test
    void weighsAsTheHardProcess() throws IOException {
        EventSample showered = read("generated/pythia/vbf_showered_eft.hepmc3.gz", ", cross_section: 1")
                .events();
        EventSample hard = read("generated/madgraph/vbf_haa_cHW_cHWtil_sm_200.lhe", ", maximum: 60, cross_section: 1")
                .events();

        assertThat(hard.size()).isEqualTo(EVENTS);
        for (double[] point : List.of(new double[] {0, 0}, new double[] {0.7, -0.3}, new double[] {-1, 1})) {
            for (int i = 0; i < EVENTS; i++) {
                double expected = hard.weightAt(i, point);
                assertThat(showered.weightAt(i, point)).isCloseTo(expected, within(1e-6 * expected));
            }
        }
    }
}
