package hep.aurum.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.base.Progress;
import hep.aurum.param.Benchmark;
import hep.aurum.sample.EventSample;
import hep.aurum.simulator.toy.Toy;
import hep.aurum.simulator.toy.ToyCatalogue;
import hep.aurum.workflow.study.Study;
import hep.aurum.workflow.study.StudyReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A toy's events give the same answer whether they are drawn in memory or read back from a Les Houches file. */
class TwoRoadsTest {

    private static final int EVENTS = 3000;
    private static final int SEED = 7;

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @ValueSource(strings = {"eft-toy 1", "eft-toy 2", "bump"})
    void fileAndMemoryGiveTheSame(String text) throws IOException {
        String[] words = text.split(" ", 2);
        Map<String, Double> options = new LinkedHashMap<>();
        if (words.length > 1) {
            options.put("parameters", Double.valueOf(words[1]));
        }
        Toy toy = ToyCatalogue.create(words[0], options);
        Study memory = study(
                toy, "memory", p -> "simulator: {name: " + words[0] + ", events: " + EVENTS + parameters(words) + "}");
        Study files = study(toy, "files", p -> fromFile(toy, p));

        EventSample drawn = SampleReading.read(memory, Progress.NONE).events();
        EventSample read = SampleReading.read(files, Progress.NONE).events();

        assertThat(read.size())
                .isEqualTo(drawn.size())
                .isEqualTo(EVENTS * toy.processes().size());
        double[] edge = memory.parameters().parameters().stream()
                .mapToDouble(p -> p.max())
                .toArray();
        for (int i = 0; i < read.size(); i++) {
            assertThat(read.origin(i)).isEqualTo(drawn.origin(i));
            for (int j = 0; j < read.dimension(); j++) {
                assertThat(read.feature(i, j)).isEqualTo(drawn.feature(i, j));
            }
            double weight = drawn.weightAt(i, edge);
            assertThat(read.weightAt(i, edge)).isCloseTo(weight, within(1e-12 * weight));
        }
        assertSameMinima(run(memory, "memory"), run(files, "files"));
    }

    private static void assertSameMinima(JsonNode memory, JsonNode files) {
        for (String kind : new String[] {"expected", "observed"}) {
            JsonNode one = memory.path("scan").path(kind).path("minima").path(0).path("theta");
            JsonNode other =
                    files.path("scan").path(kind).path("minima").path(0).path("theta");
            assertThat(one.propertyNames()).isNotEmpty();
            for (String name : one.propertyNames()) {
                assertThat(other.path(name).doubleValue())
                        .as("%s %s", kind, name)
                        .isCloseTo(one.path(name).doubleValue(), within(1e-6));
            }
        }
        assertThat(memory.path("truth").path("meanSquaredError").isNumber()).isTrue();
        assertThat(files.path("truth").isNumber()).isFalse();
    }

    private JsonNode run(Study study, String name) {
        StudyRun run = StudyRun.of(study, new RunOptions(folder.resolve("out-" + name), false, 1, Progress.NONE));
        run.execute();
        return JsonMapper.shared().readTree(run.resultText());
    }

    private static String parameters(String[] words) {
        return words.length > 1 ? ", parameters: " + words[1] : "";
    }

    private String fromFile(Toy toy, String process) {
        Path file = folder.resolve(process + ".lhe.gz");
        ToyFile.write(toy, process, EVENTS, SEED, file);
        String benchmarks =
                toy.benchmarks().stream().map(TwoRoadsTest::benchmark).collect(Collectors.joining(", "));
        return "events: [{file: " + file.getFileName() + "}]"
                + (benchmarks.isEmpty() ? "" : "\n    benchmarks: {" + benchmarks + "}");
    }

    private static String benchmark(Benchmark benchmark) {
        String[] names = benchmark.point().size() == 1 ? new String[] {"theta"} : new String[] {"theta1", "theta2"};
        return benchmark.name()
                + IntStream.range(0, names.length)
                        .mapToObj(i -> names[i] + ": " + benchmark.point().get(i))
                        .collect(Collectors.joining(", ", ": {", "}"));
    }

    /** Write a study of all processes of a toy and read it. */
    private Study study(Toy toy, String name, java.util.function.UnaryOperator<String> source) throws IOException {
        StringBuilder text = new StringBuilder(
                String.format(Locale.ROOT, "aurum: 1%nname: roads%nseed: %d%nluminosity: 100%n", SEED));
        text.append("parameters:\n");
        toy.space()
                .parameters()
                .forEach(p -> text.append(String.format(
                        Locale.ROOT,
                        "  %s: {range: [%s, %s], standard: %s}%n",
                        p.name(),
                        p.min(),
                        p.max(),
                        p.standard())));
        text.append("processes:\n");
        toy.processes()
                .forEach(p -> text.append("  ")
                        .append(p.name().replace('-', '_'))
                        .append(":\n    ")
                        .append(p.name().equals("signal") ? "rate: mu\n    " : "")
                        .append(source.apply(p.name()))
                        .append('\n'));
        text.append("observables:\n");
        for (int i = 0; i < toy.featureNames().size(); i++) {
            text.append("  ")
                    .append(toy.featureNames().get(i))
                    .append(": ")
                    .append(toy.featureExpressions().get(i))
                    .append('\n');
        }
        text.append("estimator: {hidden: [16], epochs: 2}\n");
        text.append("data: {pseudo: {").append(toy.space().names().get(0)).append(": 0.2}}\n");
        text.append("tests: {scan: {points: 5}}\noutputs: {figures: false, histograms: false}\n");
        Path file = folder.resolve(name + ".yaml");
        Files.writeString(file, text);
        return StudyReader.read(file);
    }
}
