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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Studies on tables that others wrote; the sums are the facts of the data's README. */
class RealTablesTest {

    @TempDir
    private Path folder = Path.of("");

    private EventSample read(String name, String keys, String observables) throws IOException {
        Path file = SharedData.file("thirdparty/" + name).toAbsolutePath();
        Path study = Files.writeString(
                folder.resolve("study.yaml"),
                """
                aurum: 1
                name: demo
                luminosity: 1
                parameters: {mu: {range: [0, 2], standard: 1}}
                processes:
                  all: {rate: mu, events: [{file: FILE, KEYS}]}
                observables:
                """.replace("FILE", file.toString()).replace("KEYS", keys) + observables.indent(2));
        return SampleReading.read(StudyReader.read(study), Progress.NONE).events();
    }

    private static double sum(EventSample events, String feature) {
        int index = events.featureNames().indexOf(feature);
        double sum = 0;
        for (int i = 0; i < events.size(); i++) {
            sum += events.feature(i, index);
        }
        return sum;
    }

    @Test
    void readsNanoAod() throws IOException {
        EventSample events = read("root-nanoaod/nano_dy.root", "cross_section: 1", """
                jets: count(jet)
                ht: ht(jet)
                muons: count(muon)
                electrons: count(electron)
                photons: count(photon)
                met: pt(met)
                w: genWeight
                """);

        assertThat(events.size()).isEqualTo(40);
        assertThat(sum(events, "jets")).isEqualTo(188);
        assertThat(sum(events, "ht")).isCloseTo(5737.71094, within(1e-4));
        assertThat(sum(events, "muons")).isEqualTo(18);
        assertThat(sum(events, "electrons")).isEqualTo(25);
        assertThat(sum(events, "photons")).isEqualTo(28);
        assertThat(sum(events, "met")).isCloseTo(1253.30672, within(1e-4));
        assertThat(sum(events, "w")).isCloseTo(578762.436, within(1e-3));
    }

    @Test
    void readsDelphes() throws IOException {
        EventSample events = read("root-delphes/delphes-10events.root", "cross_section: 1", """
                jets: count(jet)
                ht: ht(jet)
                first: Jet.PT[0]
                tags: count(bjet)
                particles: count(Particle)
                """);

        assertThat(events.size()).isEqualTo(10);
        assertThat(sum(events, "jets")).isEqualTo(60);
        assertThat(sum(events, "ht")).isCloseTo(3978.17651, within(1e-3));
        assertThat(events.feature(0, 2)).isCloseTo(68.992661, within(1e-5));
        assertThat(sum(events, "tags")).isEqualTo(9);
        assertThat(sum(events, "particles")).isEqualTo(22736);
    }

    @Test
    void readsTheTutorialTree() throws IOException {
        EventSample events = read("root-tree/uproot-HZZ-zlib.root", "weight: EventWeight, normalisation: sum", """
                muons: count(muon)
                energy: energy(sum(muon))
                """);

        assertThat(events.size()).isEqualTo(2421);
        assertThat(sum(events, "muons")).isEqualTo(3825);
        assertThat(sum(events, "energy")).isCloseTo(382567.089, within(1e-2));
        double weights = 0;
        for (int i = 0; i < events.size(); i++) {
            weights += events.weightAt(i, new double[] {1});
        }
        assertThat(weights).isCloseTo(16.9225214, within(1e-6));
    }

    /** The experiment's own four-lepton mass agrees with that of the four momenta to their digits. */
    @Test
    void readsNumberedColumns() throws IOException {
        EventSample events = read("csv/4mu_2011.csv", "cross_section: 1", """
                n: count(particle)
                off: abs(mass(sum(particle)) / M - 1)
                """);

        assertThat(sum(events, "n")).isEqualTo(4.0 * events.size());
        for (int i = 0; i < events.size(); i++) {
            assertThat(events.feature(i, 1)).isLessThan(1e-4);
        }
    }
}
