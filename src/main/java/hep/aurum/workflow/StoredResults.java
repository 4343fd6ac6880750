package hep.aurum.workflow;

import hep.aurum.base.BadInput;
import hep.aurum.format.histogram.HistogramFiles;
import hep.aurum.hist.AnalysisObject;
import hep.aurum.hist.Points;
import hep.aurum.infer.limit.LimitResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Read what a finished run left, as objects that any program for histograms can show.
 *
 * <p>The histograms of {@code histograms.aida} keep their paths. From {@code result.json} come, below {@code /inference}:
 *
 * <ul>
 *   <li>{@code scan/expected/NAME} and {@code scan/observed/NAME}: \(-2\Delta\ln L\) against a parameter;
 *   <li>{@code limit/TEST}: the upper limit in three points, at 0 the observed one, at 1 the median expected one with the
 *       errors of ±1 standard deviation, at 2 the same with those of ±2;
 *   <li>{@code pulls}: fitted nuisance parameters with their errors, in the order of the annotations, which name them.
 * </ul>
 *
 * @param name name of the study
 * @param title its title
 * @param summary {@code summary.txt}
 * @param objects histograms and points
 */
public record StoredResults(String name, String title, String summary, List<AnalysisObject> objects) {

    private static final long MAX_BYTES = 1L << 28;
    private static final String INFERENCE = "/inference";
    private static final int MEDIAN = 2;

    /** Copy the list. */
    public StoredResults {
        objects = List.copyOf(objects);
    }

    /**
     * Read an output folder.
     *
     * @throws BadInput if it is not that of a run that finished, or a file in it was changed
     */
    public static StoredResults read(Path folder) {
        JsonNode result = result(folder.resolve("result.json"));
        List<AnalysisObject> objects = new ArrayList<>();
        Path histograms = folder.resolve("histograms.aida");
        if (Files.isRegularFile(histograms)) {
            objects.addAll(HistogramFiles.read(histograms));
        }
        scans(result.path("scan").path("expected"), "expected", objects);
        scans(result.path("scan").path("observed"), "observed", objects);
        limit(result.path("limit"), "limit", objects);
        limit(result.path("discovery").path("learned").path("limit"), "learned", objects);
        limit(result.path("discovery").path("classical").path("limit"), "classical", objects);
        pulls(result.path("nuisances"), objects);
        String name = result.path("name").asString("");
        Path summary = folder.resolve("summary.txt");
        return new StoredResults(
                name,
                result.path("title").asString(name),
                Files.isRegularFile(summary) ? text(summary).stripTrailing() : "",
                objects);
    }

    private static JsonNode result(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new BadInput("there is no " + file, "", "name the output folder of a run that finished");
        }
        try {
            return JsonText.parse(text(file));
        } catch (JacksonException e) {
            throw new BadInput("cannot read " + file, String.valueOf(e.getOriginalMessage()), "run the study again");
        }
    }

    private static String text(Path file) {
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw new BadInput(file + " has more than " + MAX_BYTES + " bytes", "", "run the study again");
            }
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new BadInput("cannot read " + file, String.valueOf(e.getMessage()), "run the study again");
        }
    }

    private static void scans(JsonNode fit, String kind, List<AnalysisObject> objects) {
        for (JsonNode scan : fit.path("scans")) {
            String parameter = scan.path("parameter").asString("");
            double[] t = numbers(scan.path("twiceDeltaNll"));
            double[] zeros = new double[t.length];
            Points points = Points.of(
                    "-2 Δ ln L, " + kind + ", against " + parameter,
                    new double[][] {numbers(scan.path("values")), t},
                    new double[][] {zeros, zeros},
                    new double[][] {zeros, zeros});
            objects.add(AnalysisObject.of(INFERENCE + "/scan/" + kind + "/" + oneName(parameter), points));
        }
    }

    private static void limit(JsonNode limit, String test, List<AnalysisObject> objects) {
        double[] expected = numbers(limit.path("expected"));
        if (expected.length == 2 * MEDIAN + 1) {
            LimitResult read = new LimitResult(
                    limit.path("level").asDouble(Double.NaN),
                    limit.path("observed").asDouble(Double.NaN),
                    Lists.of(expected));
            objects.add(AnalysisObject.of(INFERENCE + "/limit/" + test, band(read)));
        }
    }

    /** Return a limit as points: the observed one, and the expected one with the errors of one and of two deviations. */
    public static Points band(LimitResult limit) {
        List<Double> e = limit.expected();
        double median = e.get(MEDIAN);
        double[] none = new double[MEDIAN + 1];
        double[] minus = none.clone();
        double[] plus = none.clone();
        for (int sigma = 1; sigma <= MEDIAN; sigma++) {
            minus[sigma] = median - e.get(MEDIAN - sigma);
            plus[sigma] = e.get(MEDIAN + sigma) - median;
        }
        return Points.of(
                "upper limit at " + limit.level() + ": observed, expected ± 1 s.d., expected ± 2 s.d.",
                new double[][] {{0, 1, 2}, {limit.observed(), median, median}},
                new double[][] {none, minus},
                new double[][] {none, plus});
    }

    private static void pulls(JsonNode nuisances, List<AnalysisObject> objects) {
        if (nuisances.isEmpty()) {
            return;
        }
        int size = nuisances.size();
        double[][] values = new double[2][size];
        double[][] errors = new double[2][size];
        Map<String, String> names = new LinkedHashMap<>();
        int i = 0;
        for (Map.Entry<String, JsonNode> nuisance : nuisances.properties()) {
            values[0][i] = i;
            values[1][i] = nuisance.getValue().path("value").asDouble(Double.NaN);
            errors[1][i] = nuisance.getValue().path("error").asDouble(Double.NaN);
            names.put("nuisance " + i, nuisance.getKey());
            i++;
        }
        Points points = Points.of("fitted nuisance parameters", values, errors, errors);
        objects.add(new AnalysisObject(INFERENCE + "/pulls", points, names));
    }

    private static double[] numbers(JsonNode list) {
        double[] numbers = new double[list.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = list.path(i).asDouble(Double.NaN);
        }
        return numbers;
    }

    private static String oneName(String text) {
        return text.isBlank() ? "_" : text.replace('/', '_');
    }
}
