package hep.aurum.workflow.study;

import hep.aurum.param.Benchmark;
import hep.aurum.param.ParameterPoint;
import hep.aurum.param.ParameterSpace;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;

/** Read the event files of a study: of processes, and of recorded data. */
final class EventFileReader {

    private static final double MEV = 1e-3;

    private final ParameterSpace space;
    private final Function<Section, Path> resolve;

    EventFileReader(ParameterSpace space, Function<Section, Path> resolve) {
        this.space = space;
        this.resolve = resolve;
    }

    /** Read a file of a process. */
    Study.EventFile eventFile(Section item, List<Benchmark> benchmarks, List<Benchmark> checks) {
        if (item.has("traces")) {
            throw item.refuse(
                    "a study does not learn from traces: their events are labelled at points that the simulator chose, and"
                            + " have no cross-section to predict yields with",
                    "traces",
                    "read them with TraceTable and train with RatioTrainer, in Java or Python");
        }
        ParameterPoint point = space.standard();
        if (item.has("generated_at")) {
            Section at = item.section("generated_at");
            point = at.isText()
                    ? ProcessReader.benchmark(at, benchmarks, checks)
                    : at.located(() -> space.point(at.point()));
        }
        return new Study.EventFile(
                resolve.apply(item.section("file")),
                point,
                whole(item, "maximum"),
                table(item),
                normalisation(item),
                item.text("use", "all").equals("training"));
    }

    /** Read a file of recorded events: its path, or a mapping. */
    DataFile dataFile(Section item) {
        return item.isText()
                ? new DataFile(resolve.apply(item), TableSpec.USUAL)
                : new DataFile(resolve.apply(item.section("file")), table(item));
    }

    private static TableSpec table(Section item) {
        Map<String, String> weights = new LinkedHashMap<>();
        item.section("weights").children().forEach((name, expression) -> weights.put(name, expression.text()));
        return new TableSpec(
                item.text("tree", ""),
                item.has("units")
                        ? OptionalDouble.of(item.text("units", "").equals("MeV") ? MEV : 1)
                        : OptionalDouble.empty(),
                item.text("weight", ""),
                weights,
                item.text("level", "detector").equals("particle"));
    }

    private static Normalisation normalisation(Section item) {
        Normalisation normalisation = new Normalisation(
                real(item, "cross_section"),
                whole(item, "generated"),
                real(item, "sum_of_weights"),
                item.text("normalisation", ""));
        boolean hasNumber = normalisation.generated().isPresent()
                || normalisation.sumOfWeights().isPresent();
        if (normalisation.generated().isPresent()
                && normalisation.sumOfWeights().isPresent()) {
            throw item.refuse(
                    "a file has both generated and sum_of_weights",
                    "generated",
                    "give the sum of weights where the weights differ from 1, else the number of events");
        }
        if (hasNumber && normalisation.crossSectionPb().isEmpty()) {
            throw item.refuse(
                    "the number of generated events, or the sum of their weights, normalises nothing without a cross-section",
                    normalisation.generated().isPresent() ? "generated" : "sum_of_weights",
                    "add cross_section, in pb");
        }
        if (normalisation.crossSectionPb().isPresent()
                && !normalisation.meaning().isEmpty()) {
            throw item.refuse(
                    "a file has both a cross_section and weights that give one",
                    "normalisation",
                    "leave one of the two keys out");
        }
        return normalisation;
    }

    private static OptionalDouble real(Section item, String key) {
        return item.has(key) ? OptionalDouble.of(item.number(key, 0)) : OptionalDouble.empty();
    }

    private static OptionalLong whole(Section item, String key) {
        return item.has(key) ? OptionalLong.of((long) item.number(key, 0)) : OptionalLong.empty();
    }
}
