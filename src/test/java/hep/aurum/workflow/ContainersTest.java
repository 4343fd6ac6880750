package hep.aurum.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hep.aurum.base.BadInput;
import hep.aurum.base.Progress;
import hep.aurum.event.EventHeader;
import hep.aurum.sample.EventSample;
import hep.aurum.source.EventSources;
import hep.aurum.source.convert.Conversion;
import hep.aurum.source.convert.ConversionResult;
import hep.aurum.workflow.study.StudyReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A study gives the same answer to the last bit whatever container its events come in. */
class ContainersTest {

    private static final Path EXAMPLE = Path.of("examples/vbf-higgs");
    private static final List<String> SAMPLES = List.of("vbf_haa_cHW_cHWtil_5k", "uuaag_background_5k");
    private static final int EVENTS = 300;

    private static final String STUDY = """
            aurum: 1
            name: containers
            seed: 3
            luminosity: 139
            parameters:
              cHW:    {range: [-1.5, 1.5]}
              cHWtil: {range: [-1.5, 1.5]}
              mu:     {range: [0, 3], standard: 1}
            processes:
              vbf:
                rate: mu
                copies: 2
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
                events: [{file: vbf_haa_cHW_cHWtil_5k.ENDING, generated_at: sm}]
              continuum:
                role: background
                copies: 2
                events: [{file: uuaag_background_5k.ENDING}]
            detector:
              responses:
                photon: {max_eta: 2.5, efficiency: 0.9, pt_resolution: 0.015}
                jet: {max_eta: 4.7, pt_resolution: "sqrt((0.8 / sqrt(pt))^2 + 0.05^2)", eta_resolution: 0.02}
              noise:
                jet: {mean: 0.15, min_pt: 30, slope: 12, max_eta: 4.5}
            selection: [count(photon) >= 2 and count(jet) >= 1]
            observables:
              m_yy: mass(photon[1] + photon[2])
              log_pt_j1: log(pt(jet[1]))
              deta: abs(eta(photon[1]) - eta(jet[1]))
            estimator: {method: rascal, hidden: [6], members: 1, epochs: 2, batch: 64}
            data: {pseudo: {cHW: 0.1, mu: 1}}
            tests: {scan: {fixed: {mu: 1}, points: 5}}
            outputs: {figures: false}
            """;

    @TempDir
    private static Path folder = Path.of("");

    @BeforeAll
    static void convert() {
        for (String sample : SAMPLES) {
            for (String ending : List.of("lhe", "hepmc3", "hepmc3.gz", "parquet", "h5", "aurum")) {
                Path source = EXAMPLE.resolve(sample + ".lhe.gz");
                ConversionResult result = Conversion.of(source, folder.resolve(sample + "." + ending))
                        .between(1, EVENTS)
                        .run(Progress.NONE);
                assertThat(result.events()).isEqualTo(EVENTS);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"hepmc3", "hepmc3.gz", "parquet", "h5", "aurum"})
    void featuresLabelsAndCrossSectionsAreTheSame(String ending) {
        StudySample expected = sample("lhe");
        StudySample actual = sample(ending);

        assertSame(actual.events(), expected.events());
        for (int p = 0; p < 2; p++) {
            ProcessFacts one = actual.processes().get(p);
            ProcessFacts other = expected.processes().get(p);
            assertThat(one.morphing()).isEqualTo(other.morphing());
            assertThat(one.cuts()).isEqualTo(other.cuts());
            assertThat(one.files().get(0).events()).isEqualTo(EVENTS);
            assertThat(one.files().get(0).crossSectionPb())
                    .isEqualTo(other.files().get(0).crossSectionPb());
            assertThat(one.files().get(0).crossSectionFromWeightsPb())
                    .isEqualTo(other.files().get(0).crossSectionFromWeightsPb());
            assertThat(one.files().get(0).remarks())
                    .isEqualTo(other.files().get(0).remarks());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"hepmc3", "hepmc3.gz", "parquet", "h5", "aurum"})
    void headersSayTheSameOfTheSample(String ending) {
        for (String sample : SAMPLES) {
            EventHeader expected = header(sample, "lhe");
            EventHeader actual = header(sample, ending);
            assertThat(actual.meaning()).isEqualTo(expected.meaning());
            assertThat(actual.crossSectionPb()).isEqualTo(expected.crossSectionPb());
            assertThat(actual.crossSectionErrorPb()).isEqualTo(expected.crossSectionErrorPb());
            assertThat(actual.weightNames()).containsAll(expected.weightNames());
            assertThat(actual.weightInfo()).containsAllEntriesOf(expected.weightInfo());
        }
    }

    /** The points that the generator noted in the file are compared with those of the study, whatever the container. */
    @ParameterizedTest
    @ValueSource(strings = {"lhe", "hepmc3", "parquet", "h5", "aurum"})
    void aWrongBenchmarkIsFoundOut(String ending) {
        String wrong = STUDY.replace("b1: {cHW: 3}", "b1: {cHW: 2.5}");

        assertThatThrownBy(() -> sample(wrong, ending))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("b1");
    }

    @Test
    @Tag("slow")
    void aWholeStudyGivesTheSameNumbers() {
        Map<String, Object> expected = result("lhe");
        for (String ending : List.of("hepmc3.gz", "parquet", "h5")) {
            assertThat(result(ending)).as(ending).isEqualTo(expected);
        }
    }

    private static EventHeader header(String sample, String ending) {
        return EventSources.open(folder.resolve(sample + "." + ending)).header();
    }

    private static void assertSame(EventSample actual, EventSample expected) {
        assertThat(actual.size()).isEqualTo(expected.size()).isGreaterThan(EVENTS / 2);
        assertThat(actual.totalCoefficients()).isEqualTo(expected.totalCoefficients());
        for (int i = 0; i < expected.size(); i++) {
            assertThat(actual.origin(i)).isEqualTo(expected.origin(i));
            assertThat(actual.process(i)).isEqualTo(expected.process(i));
            for (int j = 0; j < expected.dimension(); j++) {
                assertThat(actual.feature(i, j)).isEqualTo(expected.feature(i, j));
            }
            for (int m = 0; m < expected.basis().size(); m++) {
                assertThat(actual.coefficient(i, m)).isEqualTo(expected.coefficient(i, m));
            }
        }
    }

    private static StudySample sample(String ending) {
        return sample(STUDY, ending);
    }

    private static StudySample sample(String text, String ending) {
        return SampleReading.read(StudyReader.read(write(text, ending)), Progress.NONE);
    }

    private static Path write(String text, String ending) {
        try {
            Path file = folder.resolve("study-" + ending + ".yaml");
            return Files.writeString(file, text.replace("ENDING", ending));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Run the study; return its result but for the names and checksums of the files. */
    private static Map<String, Object> result(String ending) {
        Path out = folder.resolve("out-" + ending);
        StudyRun run =
                StudyRun.of(StudyReader.read(write(STUDY, ending)), new RunOptions(out, false, 1, Progress.NONE));
        run.execute();
        String text = run.resultText().replaceAll("(vbf_haa_cHW_cHWtil_5k|uuaag_background_5k)\\." + ending, "$1");
        JsonNode result = JsonMapper.shared().readTree(text);
        result.path("processes")
                .forEach(process -> process.path("files").forEach(file -> {
                    ((ObjectNode) file).remove(List.of("sha256", "format"));
                }));
        return JsonMapper.shared().convertValue(result, new TypeReference<>() {});
    }
}
