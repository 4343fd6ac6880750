package hep.aurum.bench.cases;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Average coverages over sets of training events.
 *
 * <p>The error of an average is the larger of the binomial one and that from the spread between sets, which has the draw of the
 * networks in it.
 */
final class CoverageTable {

    private static final List<String> KINDS = List.of("single_network", "with_network_uncertainty");

    private final List<Double> points;
    private final int experiments;

    /** {@code [point][kind][level][set]}. */
    private final double[][][][] values;

    CoverageTable(List<Double> points, int sets, int experiments) {
        this.points = points;
        this.experiments = experiments;
        values = new double[points.size()][KINDS.size()][CoverageToys.LEVELS.size()][sets];
    }

    void add(int point, int set, CoverageToys.Fractions fractions) {
        for (int level = 0; level < CoverageToys.LEVELS.size(); level++) {
            values[point][0][level][set] = fractions.single()[level];
            values[point][1][level][set] = fractions.ensemble()[level];
        }
    }

    /** Return one row for each point, kind and level. */
    List<Map<String, Object>> rows() {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int point = 0; point < points.size(); point++) {
            for (int kind = 0; kind < KINDS.size(); kind++) {
                for (int level = 0; level < CoverageToys.LEVELS.size(); level++) {
                    Map<String, Object> row = new LinkedHashMap<>();
                    row.put("theta", points.get(point));
                    row.put("kind", KINDS.get(kind));
                    row.put("level", CoverageToys.LEVELS.get(level));
                    row.put("coverage", mean(values[point][kind][level]));
                    row.put("error", error(values[point][kind][level]));
                    rows.add(row);
                }
            }
        }
        return rows;
    }

    private static double mean(double[] sets) {
        return Arrays.stream(sets).sum() / sets.length;
    }

    private double error(double[] sets) {
        double mean = mean(sets);
        double n = sets.length * (double) experiments;
        // Of one experiment at least: all or none that cover are no certainty.
        double binomial = Math.max(1 / n, Math.sqrt(Math.max(0, mean * (1 - mean)) / n));
        double squares = Arrays.stream(sets).map(c -> (c - mean) * (c - mean)).sum();
        double spread = sets.length > 1 ? Math.sqrt(squares / (sets.length - 1) / sets.length) : 0;
        return Math.max(binomial, spread);
    }

    /** Return the table for people. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("  asymptotic intervals, effective theory: 68.27 % and 95.45 %");
        lines.add("   theta   single network                    with network uncertainty");
        for (int point = 0; point < points.size(); point++) {
            StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "  %6.2f", points.get(point)));
            for (double[][] kind : values[point]) {
                for (double[] sets : kind) {
                    line.append(String.format(Locale.ROOT, "   %.3f +- %.3f", mean(sets), error(sets)));
                }
                line.append("   ");
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }
}
