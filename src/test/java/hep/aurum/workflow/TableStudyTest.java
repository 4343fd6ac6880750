package hep.aurum.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.base.BadInput;
import hep.aurum.base.Failure;
import hep.aurum.base.NotFound;
import hep.aurum.base.Progress;
import hep.aurum.event.Event;
import hep.aurum.event.EventCursor;
import hep.aurum.event.EventSource;
import hep.aurum.observable.collection.MemoryTable;
import hep.aurum.physics.Particle;
import hep.aurum.sample.EventSample;
import hep.aurum.source.EventSources;
import hep.aurum.source.SharedData;
import hep.aurum.workflow.study.StudyReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Studies that read tables in place of event files. */
class TableStudyTest {

    private static final String LHE = "generated/madgraph/vbf_haa_cHW_cHWtil_sm_200.lhe";

    private static final String VBF = """
            aurum: 1
            name: demo
            luminosity: 300
            parameters: {cHW: {range: [-1, 1]}, cHWtil: {range: [-1, 1]}}
            processes:
              signal:
                benchmarks:
                  sm: {cHW: 0, cHWtil: 0}
                  b1: {cHW: 3, cHWtil: 0}
                  b2: {cHW: -3, cHWtil: 0}
                  b3: {cHW: 0, cHWtil: 3}
                  b4: {cHW: 0, cHWtil: -3}
                  b5: {cHW: 3, cHWtil: 3}
                checks: {v1: {cHW: 1, cHWtil: -1}}
                events: [FILE]
            selection:
              - count(photon) >= 2 and count(jet) >= 2
              - pt(photon[1]) > 35 and pt(photon[2]) > 25 and pt(jet[2]) > 30
            observables:
              m_yy: mass(photon[1] + photon[2])
              sin_dphi: sin(signedDeltaPhi(jet[1], jet[2]))
              m_jj: mass(jet[1] + jet[2])
              pt_j3: {expression: "pt(jet[3])", default: 0, flag: has_j3}
              cos: costhetastar(photon[1], photon[2])
            spectators: {ht: ht(jet)}
            """;

    private static final String PLAIN = """
            aurum: 1
            name: demo
            luminosity: 1
            parameters: {mu: {range: [0, 2], standard: 1}}
            processes:
              signal: {rate: mu, events: [FILE]}
            observables: {x: x, y: "if(y > 0, sqrt(y), 0)"}
            """;

    @TempDir
    private Path folder = Path.of("");

    private StudySample read(String text, String file) throws IOException {
        Path study = Files.writeString(folder.resolve("study.yaml"), text.replace("FILE", file));
        return SampleReading.read(StudyReader.read(study), Progress.NONE);
    }

    private static double crossSection(StudySample sample, double... theta) {
        double sum = 0;
        for (int i = 0; i < sample.events().size(); i++) {
            sum += sample.events().weightAt(i, theta);
        }
        return sum;
    }

    /** The momenta of the final state and the weights of a Les Houches file, as columns. */
    private static MemoryTable tableOf(EventSource source) {
        List<Event> events = new ArrayList<>();
        try (EventCursor cursor = source.open()) {
            for (Event event = cursor.next(); event != null; event = cursor.next()) {
                events.add(event);
            }
        }
        MemoryTable table = new MemoryTable();
        for (String name : List.of("Photon", "Jet")) {
            table.list(name + "_px", column(events, name, p -> p.momentum().px()));
            table.list(name + "_py", column(events, name, p -> p.momentum().py()));
            table.list(name + "_pz", column(events, name, p -> p.momentum().pz()));
            table.list(name + "_E", column(events, name, p -> p.momentum().energy()));
        }
        table.scalar("w", events.stream().mapToDouble(Event::weight).toArray());
        List<String> names = source.header().weightNames();
        for (String name : List.of("sm", "b1", "b2", "b3")) {
            int index = names.indexOf(name);
            table.scalar(name, events.stream().mapToDouble(e -> e.weight(index)).toArray());
        }
        table.list(
                "others",
                events.stream()
                        .map(e -> new double[] {
                            e.weight(names.indexOf("b4")), e.weight(names.indexOf("b5")), e.weight(names.indexOf("v1"))
                        })
                        .toArray(double[][]::new));
        return table;
    }

    private static double[][] column(List<Event> events, String name, ToDoubleFunction<Particle> value) {
        return events.stream()
                .map(event -> event.particles().stream()
                        .filter(p -> p.isFinal() && (p.pdgId() == 22) == name.equals("Photon"))
                        .mapToDouble(value)
                        .toArray())
                .toArray(double[][]::new);
    }

    @Test
    void equalsTheStudyOnGeneratedEventsToTheLastBit() throws IOException {
        Path lhe = SharedData.file(LHE);
        MemoryTable table = tableOf(EventSources.open(lhe));
        MemoryTableFormat.file(folder, "rows.dat", table);

        EventSample direct = read(VBF, "{file: " + lhe.toAbsolutePath() + ", generated_at: sm}")
                .events();
        StudySample read = read(
                VBF,
                "{file: rows.dat, generated_at: sm, weight: w, normalisation: mean,"
                        + " weights: {b4: 'others[0]', b5: 'others[1]', v1: 'others[2]'}}");
        EventSample rows = read.events();

        assertThat(read.learned()).isEqualTo(6);
        assertThat(rows.featureNames())
                .isEqualTo(direct.featureNames())
                .containsExactly("m_yy", "sin_dphi", "m_jj", "pt_j3", "has_j3", "cos", "ht");
        assertThat(rows.size()).isEqualTo(direct.size()).isGreaterThan(50);
        for (int i = 0; i < rows.size(); i++) {
            assertThat(rows.origin(i)).isEqualTo(direct.origin(i));
            for (int j = 0; j < rows.dimension(); j++) {
                assertThat(rows.feature(i, j)).isEqualTo(direct.feature(i, j));
            }
            for (int j = 0; j < rows.basis().size(); j++) {
                assertThat(rows.coefficient(i, j)).isEqualTo(direct.coefficient(i, j));
            }
        }
    }

    private void plainTable() throws IOException {
        MemoryTableFormat.file(
                folder,
                "rows.dat",
                new MemoryTable()
                        .scalar("x", 1, 2, 3, 4)
                        .scalar("y", 4, 9, -1, 16)
                        .scalar("w", 1, 2, 1, 4)
                        .scalar("one", 1, 1, 1, 1));
    }

    /** The sum of the four weights in pb for every way to normalise them. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cross_section: 2                                    | 2",
                "weight: w, cross_section: 2                         | 2",
                "weight: w, cross_section: 2, sum_of_weights: 16     | 1",
                "cross_section: 2, generated: 8                      | 1",
                "weight: one, cross_section: 2, generated: 16        | 0.5",
                "weight: w, normalisation: sum                       | 8",
                "weight: w, normalisation: mean                      | 2",
                "weight: 0.5 * w, normalisation: sum                 | 4",
                "weight: w, cross_section: 2, maximum: 2             | 2",
            })
    void normalisesWeights(String keys, double expected) throws IOException {
        plainTable();

        StudySample sample = read(PLAIN, "{file: rows.dat, " + keys + "}");

        assertThat(crossSection(sample, 1)).isCloseTo(expected, within(1e-15 * 8));
        assertThat(crossSection(sample, 2)).isCloseTo(2 * expected, within(1e-15 * 16));
        assertThat(sample.events().feature(1, 1)).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "weight: w                                            | states no cross-section",
                "weight: w, cross_section: 2, generated: 8            | are not 1 (their mean is 2.0)",
                "weight: w, cross_section: 2, sum_of_weights: 7       | alone add up to 8",
                "cross_section: 2, generated: 3                       | alone add up to 4",
                "weight: ww, cross_section: 2                         | expected a name that is known",
                "generated: 8                                         | without a cross-section",
                "cross_section: 2, normalisation: sum                 | both a cross_section and weights",
                "cross_section: 2, generated: 8, sum_of_weights: 8    | both generated and sum_of_weights",
                "cross_section: 2, tree: Evnts                        | there is no table \"Evnts\"",
            })
    void refusesWhatNormalisesNothing(String keys, String sentence) throws IOException {
        plainTable();

        assertThatThrownBy(() -> read(PLAIN, "{file: rows.dat, " + keys + "}"))
                .isInstanceOf(Failure.class)
                .hasMessageContaining(sentence);
    }

    @Test
    void refusesCopiesOfRows() throws IOException {
        plainTable();
        String text = PLAIN.replace("rate: mu,", "rate: mu, copies: 3,");

        assertThatThrownBy(() -> read(text, "{file: rows.dat, cross_section: 1}"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("have been seen by a detector");
    }

    @Test
    void namesTheNearestWeight() throws IOException {
        plainTable();
        String text = PLAIN.replace("rate: mu,", "benchmarks: {wone: {mu: 0}, w: {mu: 1}, v: {mu: 2}},");

        assertThatThrownBy(() -> read(text, "{file: rows.dat, weight: w, normalisation: sum}"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("no weight for benchmark \"wone\"")
                .hasMessageContaining("did you mean");
    }

    @Test
    void refusesPointsOfGenerationThatNothingDescribes() throws IOException {
        plainTable();
        String text = PLAIN.replace("rate: mu,", "");

        assertThatThrownBy(
                        () -> read(
                                text,
                                "{file: rows.dat, cross_section: 1}, {file: rows.dat, cross_section: 1, generated_at: {mu: 2}}"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("generated at different points")
                .hasMessageContaining("reweight the events");
    }

    @Test
    void choosesTheUsualTree() throws IOException {
        MemoryTable none = new MemoryTable().named("Runs").scalar("run", 1);
        MemoryTable events = new MemoryTable().named("Events").scalar("x", 5).scalar("y", 4);
        MemoryTableFormat.file(folder, "rows.dat", none, events);
        MemoryTableFormat.file(
                folder, "odd.dat", none, new MemoryTable().named("Odd").scalar("x", 1));

        assertThat(read(PLAIN, "{file: rows.dat, cross_section: 1}").events().feature(0, 0))
                .isEqualTo(5);
        assertThatThrownBy(() -> read(PLAIN, "{file: odd.dat, cross_section: 1}"))
                .isInstanceOf(NotFound.class)
                .hasMessageContaining("\"Runs\", \"Odd\"")
                .hasMessageContaining("the key tree");
        assertThatThrownBy(() -> read(PLAIN, "{file: rows.dat, tree: Events, units: MeV}"))
                .hasMessageContaining("states no cross-section");
    }

    @Test
    void takesObjectsFromTheStudy() throws IOException {
        MemoryTableFormat.file(
                folder,
                "rows.dat",
                new MemoryTable()
                        .list("ph_a", MemoryTable.row(30000, 20000))
                        .list("ph_b", MemoryTable.row(0, 0))
                        .list("ph_c", MemoryTable.row(0, 1))
                        .list("ph_id", MemoryTable.row(0, 1)));
        String text = PLAIN.replace(
                        "{x: x, y: \"if(y > 0, sqrt(y), 0)\"}",
                        "{x: 'pt(photon[1])', y: 'pt(tight[1])', z: count(tight)}")
                + """
                objects:
                  photon: {pt: ph_a, eta: ph_b, phi: ph_c, good: ph_id}
                  tight: photon{good == 1}
                """;

        EventSample events =
                read(text, "{file: rows.dat, cross_section: 1, units: MeV}").events();

        assertThat(events.feature(0, 0)).isCloseTo(30, within(1e-12));
        assertThat(events.feature(0, 1)).isCloseTo(20, within(1e-12));
        assertThat(events.feature(0, 2)).isEqualTo(1);
    }
}
