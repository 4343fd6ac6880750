package hep.aurum.script;

import hep.aurum.base.BadInput;
import hep.aurum.base.NotFound;
import hep.aurum.workflow.JsonText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Hold the results of a study: its summary, its numbers, and the files of its folder.
 *
 * <p>{@link #values()} holds every number under the keys of {@code result.json}; the other methods are short for some of them.
 */
public final class Result {

    private final Path folder;
    private final String summary;
    private final Map<String, @Nullable Object> values;

    private Result(Path folder, String summary, Map<String, @Nullable Object> values) {
        this.folder = folder;
        this.summary = summary;
        this.values = values;
    }

    static Result of(Path folder, String summary, String json) {
        return new Result(folder, summary, JsonText.map(json));
    }

    /** Return the answer on one page. */
    public String summary() {
        return summary;
    }

    /** Return every number, under the keys of {@code result.json}. */
    public Map<String, @Nullable Object> values() {
        return values;
    }

    /** Return the observed significance of the test of the rate against zero, in standard deviations, one-sided. */
    public double significance() {
        return number("the study tests no rate", discovery(), "discovery", "z");
    }

    /** Return the median significance that is expected with the standard rate. */
    public double expectedSignificance() {
        return number("the study tests no rate", discovery(), "discovery", "zExpected");
    }

    /** Return the observed upper limit on the rate, at the level that the study asks for. */
    public double limit() {
        return number("the study has no upper limit", discovery(), "limit", "observed");
    }

    /** Return the parameters where the likelihood of the data, or else of what is expected, is largest. */
    public Map<String, Double> fitted() {
        Object fit = at(values, "scan", "observed");
        Object minima = at(fit == null ? at(values, "scan", "expected") : fit, "minima");
        if (minima instanceof List<?> list && !list.isEmpty() && at(list.get(0), "theta") instanceof Map<?, ?> theta) {
            return Values.numbers("the fitted point", theta);
        }
        throw missing("the study scans no likelihood");
    }

    /** A study of events has a learned and a classical test, one of histograms has one. */
    private @Nullable Object discovery() {
        Object learned = at(values, "discovery", "learned");
        return learned == null ? values : learned;
    }

    private double number(String otherwise, @Nullable Object from, String... keys) {
        if (at(from, keys) instanceof Number number) {
            return number.doubleValue();
        }
        throw missing(otherwise);
    }

    private NotFound missing(String what) {
        return new NotFound(what, folder.toString(), "see values() for what there is");
    }

    private static @Nullable Object at(@Nullable Object from, String... keys) {
        Object value = from;
        for (String key : keys) {
            value = value instanceof Map<?, ?> map ? map.get(key) : null;
        }
        return value;
    }

    /** Return the folder of the results. */
    public String folder() {
        return folder.toString();
    }

    /** Return the figures, as paths of their files. */
    public List<String> figures() {
        Path figures = folder.resolve("figures");
        if (!Files.isDirectory(figures)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(figures)) {
            return files.map(Path::toString).sorted().toList();
        } catch (IOException e) {
            throw new BadInput("cannot look into " + figures + ": " + e.getMessage(), "", "check permissions");
        }
    }

    /** Return the histograms, by path. */
    public Map<String, Object> histograms() {
        return Aurum.read(file("histograms.aida"));
    }

    /** Return the binned model of the learned statistic, to ask it further. */
    public ModelTest workspace() {
        return ModelTest.read(file("workspace.json"));
    }

    /** Return the path of the report. */
    public String report() {
        return file("report.html").toString();
    }

    private Path file(String name) {
        Path file = folder.resolve(name);
        if (!Files.isRegularFile(file)) {
            throw missing("the study has written no " + name);
        }
        return file;
    }

    @Override
    public String toString() {
        return summary;
    }
}
