package hep.aurum.workflow.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hep.aurum.base.BadInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class StudyReaderTest {

    private static final String GOOD = """
            aurum: 1
            name: demo
            luminosity: 300
            parameters:
              cHW: {range: [-2, 2]}
              mu: {range: [0, 3], standard: 1}
            processes:
              signal:
                rate: mu
                benchmarks:
                  sm: {cHW: 0}
                  b1: {cHW: 3}
                  b2: {cHW: -3}
                events:
                  - {file: events.lhe, generated_at: sm}
              continuum:
                role: background
                events: [{file: events.lhe}]
            selection: [count(photon) >= 2]
            observables:
              m_yy: mass(photon[1] + photon[2])
              pt_j2: {expression: "pt(jet[2])", default: 0}
            data:
              pseudo: {cHW: 1}
            tests:
              scan: {fixed: {mu: 1}}
              discovery: {poi: mu, classical: m_yy}
            """;

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void writeEvents() throws IOException {
        Files.writeString(folder.resolve("events.lhe"), "<LesHouchesEvents/>");
    }

    private Study read(String text) throws IOException {
        Path file = folder.resolve("study.yaml");
        Files.writeString(file, text);
        return StudyReader.read(file);
    }

    @Test
    void readsAStudyAndFillsInDefaults() throws IOException {
        Study study = read(GOOD);

        assertThat(study.parameters().names()).containsExactly("cHW", "mu");
        assertThat(study.processes()).hasSize(2);
        Study.Process signal = study.processes().get(0);
        assertThat(signal.isSignal()).isTrue();
        assertThat(signal.rate()).hasValue(1);
        assertThat(signal.maxPowers()).containsExactly(2, 0);
        assertThat(signal.benchmarks().get(1).point().toArray()).containsExactly(3, 1);
        assertThat(signal.files().get(0).generatedAt().toArray()).containsExactly(0, 1);
        assertThat(study.scan().scanned()).isEqualTo(List.of(0));
        assertThat(study.data().pseudo().orElseThrow().toArray()).containsExactly(1, 1);
        assertThat(study.analysis().observables().get(1).defaultValue()).contains(0.0);
        assertThat(study.discovery().orElseThrow().poi()).isEqualTo(1);
    }

    static Stream<Arguments> broken() {
        return Stream.of(
                Arguments.of("luminosity: 300", "luminosty: 300", "unknown key \"luminosty\"", "line 3, key luminosty"),
                Arguments.of("luminosity: 300", "luminosity: many", "", "line 3, key luminosity"),
                Arguments.of("luminosity: 300", "luminosity: .nan", "finite", "line 3"),
                Arguments.of("range: [-2, 2]", "range: [2, -2]", "min < max", "line 5, key parameters.cHW"),
                Arguments.of("generated_at: sm", "generated_at: sn", "no benchmark is named \"sn\"", "line 15"),
                Arguments.of("{file: events.lhe, ", "{file: other.lhe, ", "there is no file", "line 15"),
                Arguments.of("pseudo: {cHW: 1}", "pseudo: {cHW: 7}", "outside its range", "key data.pseudo"),
                Arguments.of("pseudo: {cHW: 1}", "pseudo: {cHB: 1}", "no parameter is named \"cHB\"", "data.pseudo"),
                Arguments.of("poi: mu", "poi: cHW", "is the rate of no process", "tests.discovery.poi"),
                Arguments.of("fixed: {mu: 1}", "fixed: {mu: 1, cHW: 0}", "every parameter is fixed", "tests.scan"),
                Arguments.of("  b2: {cHW: -3}", "  b1: {cHW: -3}", "stands twice", "line 13"),
                Arguments.of("  sm: {cHW: 0}", "  sm: &a {cHW: 0}\n      x: *a", "alias", "study.yaml"),
                Arguments.of("name: demo", "name: ../demo", "", "key name"),
                Arguments.of("observables:\n", "observables: [\n", "cannot parse", "line"));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void refusesWithLineAndKey(String good, String bad, String what, String where) {
        assertThat(GOOD).contains(good);

        assertThatThrownBy(() -> read(GOOD.replace(good, bad)))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining(what)
                .hasMessageContaining(where);
    }

    @Test
    void suggestsTheKeyThatWasMeant() {
        assertThatThrownBy(() -> read(GOOD.replace("observables:", "obsevables:")))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("did you mean \"observables\"");
        assertThatThrownBy(() -> read(GOOD.replace("rate: mu", "rat: mu")))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("did you mean \"rate\"");
    }

    private static String withEstimator(String estimator) {
        return GOOD + "estimator: {" + estimator + "}\n";
    }

    /** A study of the signal alone. */
    private static String oneProcess(String estimator) {
        String background = """
              continuum:
                role: background
                events: [{file: events.lhe}]
            """;
        String discovery = "  discovery: {poi: mu, classical: m_yy}\n";
        assertThat(GOOD).contains(background).contains(discovery);
        return withEstimator(estimator).replace(background, "").replace(discovery, "");
    }

    @Test
    void readsHowTheRatioIsLearned() throws IOException {
        Study.Learning learning = read(oneProcess("method: cascal, parameterisation: double, activation: gelu, "
                        + "schedule: plateau, optimiser: sgd, bootstrap: true, backend: nd4j"))
                .learning();

        assertThat(learning.method()).isEqualTo("cascal");
        assertThat(learning.parameterisation()).isEqualTo("double");
        assertThat(learning.activation()).isEqualTo("gelu");
        assertThat(learning.schedule()).isEqualTo("plateau");
        assertThat(learning.optimiser()).isEqualTo("sgd");
        assertThat(learning.bootstrap()).isTrue();
        assertThat(learning.backend()).isEqualTo("nd4j");
    }

    @Test
    void learnsAsEverBeforeUnlessToldOtherwise() throws IOException {
        Study.Learning learning = read(GOOD).learning();

        assertThat(learning.method()).isEqualTo("rascal");
        assertThat(learning.parameterisation()).isEqualTo("single");
        assertThat(learning.bootstrap()).isFalse();
        assertThat(learning.backend()).isEqualTo("fused");
        assertThat(learning.schedule() + learning.optimiser() + learning.activation())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "method, carl",
        "method, rolr",
        "method, cascal",
        "method, rascal",
        "method, alice",
        "method, alices",
        "activation, relu",
        "activation, gelu",
        "activation, softplus",
        "activation, silu",
        "activation, tanh",
        "optimiser, adam",
        "optimiser, adamw",
        "optimiser, sgd",
        "schedule, cosine",
        "schedule, plateau",
        "schedule, constant"
    })
    void takesEveryNameOfTheEngine(String key, String name) throws IOException {
        assertThat(read(withEstimator(key + ": " + name))
                        .document()
                        .path("estimator")
                        .path(key)
                        .asString(""))
                .isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({
        "method, rascl, rascal",
        "method, alic, alice",
        "parameterisation, singel, single",
        "activation, gelo, gelu",
        "optimiser, adanw, adamw",
        "schedule, platau, plateau",
        "backend, fussed, fused"
    })
    void suggestsTheNameThatWasMeantWithLineAndKey(String key, String wrong, String meant) {
        assertThatThrownBy(() -> read(withEstimator(key + ": " + wrong)))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("line 28, key estimator." + key)
                .hasMessageContaining("did you mean \"" + meant + "\"");
    }

    /** Odds are to the sampling law, which the double parameterisation does not know. */
    @Test
    void theDoubleParameterisationIsForOneProcess() {
        assertThatThrownBy(() -> read(withEstimator("parameterisation: double")))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("odds between 2 processes")
                .hasMessageContaining("line 28, key estimator.parameterisation");
    }
}
