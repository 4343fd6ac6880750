package hep.aurum.source.lhe;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Match declared parameters with entries of a parameter card by their values at all benchmarks.
 *
 * <p>Both are rows of values, one column for each benchmark. A value that no text states, neither as a change nor as an
 * original, is the unknown but fixed value of the generation point, NaN in the row.
 */
final class CardComparison {

    private static final double RELATIVE = 1e-6;
    private static final int MOST_SENTENCES = 10;

    private final List<String> benchmarks;
    private final Map<String, double[]> parameters;
    private final Map<String, double[]> entries;

    private CardComparison(List<String> benchmarks, Map<String, double[]> parameters, Map<String, double[]> entries) {
        this.benchmarks = benchmarks;
        this.parameters = parameters;
        this.entries = entries;
    }

    /** Lay out what was declared and what the texts state, for the benchmarks of the texts. */
    static CardComparison of(Map<String, Map<String, Double>> declared, Map<String, List<WeightCard.Change>> changes) {
        List<String> benchmarks = List.copyOf(changes.keySet());
        Map<String, double[]> parameters = new LinkedHashMap<>();
        Map<String, Double> originals = new LinkedHashMap<>();
        for (int b = 0; b < benchmarks.size(); b++) {
            String name = benchmarks.get(b);
            for (Map.Entry<String, Double> value :
                    declared.getOrDefault(name, Map.of()).entrySet()) {
                parameters.computeIfAbsent(value.getKey(), key -> new double[benchmarks.size()])[b] = value.getValue();
            }
            for (WeightCard.Change change : changes.getOrDefault(name, List.of())) {
                originals.merge(change.entry(), change.original().orElse(Double.NaN), (x, y) -> x.isNaN() ? y : x);
            }
        }
        Map<String, double[]> entries = new LinkedHashMap<>();
        originals.forEach((entry, original) -> {
            double[] row = new double[benchmarks.size()];
            for (int b = 0; b < row.length; b++) {
                row[b] = original;
                for (WeightCard.Change change : changes.getOrDefault(benchmarks.get(b), List.of())) {
                    row[b] = change.entry().equals(entry) ? change.value() : row[b];
                }
            }
            entries.put(entry, row);
        });
        return new CardComparison(benchmarks, parameters, entries);
    }

    /** Return the contradictions in sentences. */
    List<String> problems() {
        if (agrees()) {
            return List.of();
        }
        List<String> problems = new ArrayList<>();
        List<String> explained = new ArrayList<>();
        parameters.forEach((parameter, row) -> {
            if (varies(row) && !isFollowed(row, entries)) {
                describe(parameter, row, problems, explained);
            }
        });
        entries.forEach((entry, row) -> {
            if (variesByName(row) && !isFollowed(row, parameters) && !explained.contains(entry)) {
                problems.add("the file changes " + entry + " of the parameter card between the benchmarks,"
                        + " and no declared parameter has these values");
            }
        });
        String exchange = exchange();
        if (exchange != null) {
            problems.add(0, exchange);
        }
        return problems.size() > MOST_SENTENCES ? List.copyOf(problems.subList(0, MOST_SENTENCES)) : problems;
    }

    private boolean agrees() {
        return parameters.values().stream().noneMatch(row -> varies(row) && !isFollowed(row, entries))
                && entries.values().stream().noneMatch(row -> variesByName(row) && !isFollowed(row, parameters));
    }

    /** Say at which benchmarks a parameter differs from the entry that is nearest to it. */
    private void describe(String parameter, double[] row, List<String> problems, List<String> explained) {
        String nearest = nearest(row);
        if (nearest == null) {
            problems.add("the texts of the file change no parameter as " + parameter + " is declared");
            return;
        }
        explained.add(nearest);
        double[] stated = entries.getOrDefault(nearest, row);
        for (int b = 0; b < row.length; b++) {
            if (!Double.isNaN(stated[b]) && !isSame(row[b], stated[b])) {
                problems.add(String.format(
                        Locale.ROOT,
                        "benchmark \"%s\" is declared with %s = %s, but the file has %s = %s there",
                        benchmarks.get(b),
                        parameter,
                        row[b],
                        nearest,
                        stated[b]));
            }
        }
    }

    private @Nullable String nearest(double[] row) {
        String nearest = null;
        int fewest = Integer.MAX_VALUE;
        for (Map.Entry<String, double[]> entry : entries.entrySet()) {
            int differences = 0;
            for (int b = 0; b < row.length; b++) {
                differences += !Double.isNaN(entry.getValue()[b]) && !isSame(row[b], entry.getValue()[b]) ? 1 : 0;
            }
            if (differences > 0 && differences < fewest) {
                fewest = differences;
                nearest = entry.getKey();
            }
        }
        return nearest;
    }

    /** Look for pairs of benchmarks whose exchange would make everything agree; symmetric points may leave a choice. */
    private @Nullable String exchange() {
        List<String> pairs = new ArrayList<>();
        for (int a = 0; a < benchmarks.size(); a++) {
            for (int b = a + 1; b < benchmarks.size(); b++) {
                if (exchanged(a, b).agrees()) {
                    pairs.add("\"" + benchmarks.get(a) + "\" and \"" + benchmarks.get(b) + "\"");
                }
            }
        }
        return pairs.isEmpty()
                ? null
                : "the declared points of benchmarks " + String.join(", or of ", pairs)
                        + " are exchanged with respect to the file";
    }

    private CardComparison exchanged(int a, int b) {
        Map<String, double[]> swapped = new LinkedHashMap<>();
        parameters.forEach((name, row) -> {
            double[] copy = row.clone();
            copy[a] = row[b];
            copy[b] = row[a];
            swapped.put(name, copy);
        });
        return new CardComparison(benchmarks, swapped, entries);
    }

    /**
     * Return whether an entry differs between named benchmarks.
     *
     * <p>The nominal weight may be at a point outside the space of the study: all benchmarks may switch off a coupling
     * that the events were generated with.
     */
    private boolean variesByName(double[] row) {
        int nominal = benchmarks.indexOf("");
        return varies(IntStream.range(0, row.length)
                .filter(b -> b != nominal)
                .mapToDouble(b -> row[b])
                .toArray());
    }

    private static boolean varies(double[] row) {
        for (double value : row) {
            if (Double.isNaN(value) != Double.isNaN(row[0]) || (!Double.isNaN(value) && !isSame(value, row[0]))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isFollowed(double[] row, Map<String, double[]> candidates) {
        return candidates.values().stream().anyMatch(candidate -> agree(row, candidate));
    }

    /** Compare two rows; the unknown values of either must stand beside one and the same value of the other. */
    private static boolean agree(double[] x, double[] y) {
        double beside = Double.NaN;
        for (int b = 0; b < x.length; b++) {
            boolean unknown = Double.isNaN(x[b]) || Double.isNaN(y[b]);
            double known = Double.isNaN(x[b]) ? y[b] : x[b];
            if (!unknown && !isSame(x[b], y[b])) {
                return false;
            }
            if (unknown && !Double.isNaN(beside) && !isSame(beside, known)) {
                return false;
            }
            beside = unknown ? known : beside;
        }
        return true;
    }

    private static boolean isSame(double x, double y) {
        return Math.abs(x - y) <= RELATIVE * Math.max(Math.abs(x), Math.abs(y));
    }
}
