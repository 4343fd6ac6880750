package hep.aurum.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.base.BadInput;
import hep.aurum.base.Progress;
import hep.aurum.observable.collection.MemoryTable;
import hep.aurum.workflow.study.Study;
import hep.aurum.workflow.study.StudyReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Samples of systematic variations in a study of events: their templates, counted by hand. */
class StudyVariationsTest {

    private static final int EVENTS = 2000;

    @TempDir
    private Path folder = Path.of("");

    private static final String TEXT = """
            aurum: 1
            name: varied
            luminosity: 2
            parameters: {mu: {range: [0, 3], standard: 1}}
            processes:
              signal: {rate: mu, events: [{file: s.dat, cross_section: 0.02}]}
              flat:
                events: [{file: b.dat, cross_section: 0.5}]
                variations:
                  scale:
                    up: [{file: up.dat, cross_section: 0.55}]
                    down: [{file: down.dat, cross_section: 0.45}]
                  other:
                    up: [{file: up.dat, cross_section: 0.5}]
            observables: {x: x}
            estimator: {method: alice, members: 1, hidden: [4], epochs: 1}
            tests: {discovery: {poi: mu, classical: x, classical_range: [0, 1], bins: 4}}
            outputs: {figures: false, histograms: false}
            """;

    private static double[] values(IntToDoubleFunction of) {
        return IntStream.range(0, EVENTS).mapToDouble(of).toArray();
    }

    private Study study(String text) throws IOException {
        double[] flat = values(i -> (i * 0.6180339887498949) % 1);
        table("s.dat", values(i -> 0.5 + 0.25 * ((i * 0.7548776662466927) % 1)));
        table("b.dat", flat);
        table("up.dat", Arrays.stream(flat).map(x -> Math.sqrt(x)).toArray());
        table("down.dat", Arrays.stream(flat).map(x -> x * x).toArray());
        return StudyReader.read(Files.writeString(folder.resolve("study.yaml"), text));
    }

    private void table(String name, double... values) throws IOException {
        MemoryTable table = new MemoryTable();
        table.scalar("x", values);
        MemoryTableFormat.file(folder, name, table);
    }

    private static JsonNode sample(JsonNode workspace, int index) {
        return workspace.path("channels").path(0).path("samples").path(index);
    }

    private static double[] numbers(JsonNode node) {
        return IntStream.range(0, node.size())
                .mapToDouble(i -> node.path(i).asDouble())
                .toArray();
    }

    private static JsonNode modifier(JsonNode sample, String name) {
        for (JsonNode modifier : sample.path("modifiers")) {
            if (modifier.path("name").asString().equals(name)) {
                assertThat(modifier.path("type").asString()).isEqualTo("histosys");
                return modifier.path("data");
            }
        }
        throw new AssertionError("no modifier " + name);
    }

    /**
     * The bins of x are quarters. Under up, x is √u: bin b has \((b+1)^2/16 - b^2/16\) of the events; under down, u²: \(\sqrt{(b+1)/4} -
     * \sqrt{b/4}\). The template is 15 % of 2000 events, so a share p has an error of about √(p/300) at most, of which five are
     * allowed; the sum is the cross-section exactly.
     */
    @Test
    void templatesOfVariationsAreThoseOfTheirSamples() throws IOException {
        StudyRun run = StudyRun.of(study(TEXT), new RunOptions(folder.resolve("out"), true, 1, Progress.NONE));
        run.execute();

        JsonNode workspace = workspace(Artefacts.CLASSICAL_WORKSPACE);
        JsonNode flat = sample(workspace, 1);
        JsonNode scale = modifier(flat, "scale");
        double[] up = numbers(scale.path("hi_data"));
        double[] down = numbers(scale.path("lo_data"));
        assertThat(DoubleStream.of(numbers(flat.path("data"))).sum()).isCloseTo(1000, within(1e-6));
        assertThat(DoubleStream.of(up).sum()).isCloseTo(1100, within(1e-6));
        assertThat(DoubleStream.of(down).sum()).isCloseTo(900, within(1e-6));
        for (int b = 0; b < 4; b++) {
            double pUp = (2 * b + 1) / 16.0;
            double pDown = Math.sqrt((b + 1) / 4.0) - Math.sqrt(b / 4.0);
            assertThat(up[b] / 1100).isCloseTo(pUp, within(5 * Math.sqrt(pUp / 300)));
            assertThat(down[b] / 900).isCloseTo(pDown, within(5 * Math.sqrt(pDown / 300)));
        }
        JsonNode other = modifier(flat, "other");
        double[] nominal = numbers(flat.path("data"));
        for (int b = 0; b < 4; b++) {
            double mirrored = 2 * nominal[b] - numbers(other.path("hi_data"))[b];
            assertThat(numbers(other.path("lo_data"))[b]).isCloseTo(mirrored, within(1e-9));
            assertThat(numbers(other.path("hi_data"))[b]).isCloseTo(up[b] / 1.1, within(1e-9));
        }
        assertThat(sample(workspace, 0).path("modifiers").toString()).doesNotContain("histosys");
        JsonNode learned = sample(workspace(Artefacts.LEARNED_WORKSPACE), 1);
        assertThat(DoubleStream.of(numbers(modifier(learned, "scale").path("hi_data")))
                        .sum())
                .isCloseTo(1100, within(1e-6));
    }

    private JsonNode workspace(String name) throws IOException {
        return JsonText.parse(Files.readString(folder.resolve("out").resolve(name), StandardCharsets.UTF_8));
    }

    /** The same file as nominal, up and down: no event is in another part of the split, so the three templates are one. */
    @Test
    void theSameEventsMakeTheSameTemplate() throws IOException {
        Study study = study(TEXT.replace("up.dat", "b.dat").replace("down.dat", "b.dat"));

        List<VariedSamples.Varied> varied = VariedSamples.read(study, Progress.NONE);

        Parts parts = Parts.of(study, SampleReading.read(study, Progress.NONE));
        int[] rows = parts.template().rowsOf(1);
        assertThat(varied).hasSize(2);
        assertThat(varied.get(0).up().size()).isEqualTo(rows.length);
        for (int i = 0; i < rows.length; i++) {
            assertThat(varied.get(0).up().feature(i, 0))
                    .isEqualTo(parts.template().feature(rows[i], 0));
        }
    }

    @Test
    void variationsNeedHistograms() {
        assertThatThrownBy(() -> study(TEXT.replaceAll("tests: .*", "")))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("variations of process flat")
                .hasMessageContaining("tests.discovery");
    }
}
