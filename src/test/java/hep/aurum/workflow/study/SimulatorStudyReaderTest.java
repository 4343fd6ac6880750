package hep.aurum.workflow.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hep.aurum.base.BadInput;
import hep.aurum.param.ParameterPoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimulatorStudyReaderTest {

    private static final String STREAMS = """
            aurum: 1
            name: two
            simulator: {name: streams}
            parameters:
              inverse_mass: {range: [0, 0.4], standard: 0.1}
              age: {range: [3, 7], standard: 5}
            events: 1000
            experiment: {observations: 2, called: streams}
            data: {pseudo: {inverse_mass: 0}}
            tests:
              scan: {points: 11, neyman: {points: 5, toys: 50}}
              compare: {null: {inverse_mass: 0.3}, alternative: {inverse_mass: 0}, names: [warm, cold], toys: 100}
            """;

    @TempDir
    private Path folder = Path.of("");

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("study.yaml"), text);
    }

    private SimulatorStudy read(String text) throws IOException {
        return SimulatorStudyReader.read(file(text), Map.of());
    }

    @Test
    void everyKeyIsRead() throws IOException {
        SimulatorStudy study = read(STREAMS);

        assertThat(study.simulator().name()).isEqualTo("streams");
        assertThat(study.experiment()).isEqualTo(new SimulatorStudy.Experiment(2, "streams"));
        assertThat(study.learning().method()).isEqualTo("alices");
        assertThat(study.pseudo()).contains(ParameterPoint.of(0, 5));
        assertThat(study.scan()).isEqualTo(new SimulatorStudy.Scan(ParameterPoint.of(0.1, 5), 11, 5, 50));
        SimulatorStudy.Comparison test = study.comparison().orElseThrow();
        assertThat(test.nullPoint()).isEqualTo(ParameterPoint.of(0.3, 5));
        assertThat(test.alternative()).isEqualTo(ParameterPoint.of(0, 5));
        assertThat(test.fixed()).isEqualTo(Set.of(0));
        assertThat(test.nullName()).isEqualTo("warm");
        assertThat(study.isExamined()).isTrue();
    }

    @Test
    void kindsOfStudiesAreToldApart() throws IOException {
        Path simulator = file(STREAMS);
        Path events = Path.of("examples/bump/study.yaml");

        assertThat(SimulatorStudyReader.accepts(simulator, Map.of())).isTrue();
        assertThat(HistogramStudyReader.accepts(simulator, Map.of())).isFalse();
        assertThat(SimulatorStudyReader.accepts(events, Map.of())).isFalse();
    }

    @Test
    void seedAndBackendAreReplaced() throws IOException {
        SimulatorStudy study = read(STREAMS).withSeed(7).withBackend("nd4j");

        assertThat(study.seed()).isEqualTo(7);
        assertThat(study.learning().backend()).isEqualTo("nd4j");
        assertThat(study.name()).isEqualTo("two");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name: streams}|name: strems}|did you mean \"streams\"|line 3",
                "name: streams}|name: streams, smearing: 1}|no option \"smearing\"|line 3",
                "inverse_mass: {range: [0, 0.4]|mass: {range: [0, 0.4]|those of the simulator streams|parameters",
                "range: [0, 0.4]|range: [0, 0.5]|is wider than the simulator's, [0.0, 0.4]|inverse_mass",
                "pseudo: {inverse_mass: 0}|pseudo: {inverse_mass: 1}|outside its range|line 9",
                "pseudo: {inverse_mass: 0}|pseudo: {mass: 0}|no parameter is named \"mass\"|line 9",
                "alternative: {inverse_mass: 0}|alternative: {age: 4}|the alternative [age]|compare",
                "alternative: {inverse_mass: 0}|alternative: {inverse_mass: 0.3}|are the same|compare",
                "events: 1000|evnts: 1000|did you mean \"events\"|line 7",
                "events: 1000|events: 0|minimum|line 7",
                "observations: 2|observations: 0|minimum|line 8",
                "toys: 50|toys: 5|minimum|line 11"
            })
    void mistakesAreNamedWithTheirPlace(String right, String wrong, String what, String where) throws IOException {
        assertThat(STREAMS).contains(right);
        Path file = file(STREAMS.replace(right, wrong));

        assertThatThrownBy(() -> SimulatorStudyReader.read(file, Map.of()))
                .isInstanceOf(BadInput.class)
                .hasStackTraceContaining(what)
                .hasStackTraceContaining(where);
    }
}
