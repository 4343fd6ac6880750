package hep.aurum.bench.cases;

import hep.aurum.math.random.RandomStreams;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Set Neyman's sets of a learned likelihood beside those of the exact one, in the same experiments. */
final class NeymanComparison {

    private final List<Double> points;
    private final int toys;
    private final int threads;
    private final List<Row> rows = new ArrayList<>();

    /**
     * Hold one point and level.
     *
     * @param coverage of the learned likelihood's sets
     * @param exactCoverage of the exact one's
     * @param width ratio of their median lengths
     */
    private record Row(double theta, double level, double coverage, double exactCoverage, double error, double width) {}

    /**
     * Prepare.
     *
     * @param points where sets are tested
     * @param toys at each point of the grid of thresholds, and experiments at each tested point
     */
    NeymanComparison(List<Double> points, int toys, int threads) {
        this.points = points;
        this.toys = toys;
        this.threads = threads;
    }

    /** Build and test both. */
    void run(
            NeymanSets.Experiments learned, NeymanSets.Experiments exact, NeymanSets.Grid grid, RandomStreams streams) {
        RandomStreams thresholds = streams.part("thresholds");
        NeymanSets ours = NeymanSets.of(learned, grid, toys, threads, thresholds);
        NeymanSets best = NeymanSets.of(exact, grid, toys, threads, thresholds);
        for (double theta : points) {
            RandomStreams own = streams.part("theta " + theta);
            NeymanSets.Summary a = ours.at(theta, toys, own);
            NeymanSets.Summary b = best.at(theta, toys, own);
            for (int level = 0; level < CoverageToys.LEVELS.size(); level++) {
                double nominal = CoverageToys.LEVELS.get(level);
                // Thresholds fluctuate as coverages do, and come from as many toys.
                double error = Math.sqrt(2 * nominal * (1 - nominal) / toys);
                double width = a.median()[level] / b.median()[level];
                rows.add(new Row(theta, nominal, a.coverage()[level], b.coverage()[level], error, width));
            }
        }
    }

    /** Return one row for each point and level. */
    List<Map<String, Object>> rows() {
        return rows.stream().map(NeymanComparison::row).toList();
    }

    private static Map<String, Object> row(Row row) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("theta", row.theta());
        map.put("level", row.level());
        map.put("coverage", row.coverage());
        map.put("coverage_exact", row.exactCoverage());
        map.put("error", row.error());
        map.put("width_ratio", row.width());
        return map;
    }

    /** Return the table for people. */
    List<String> lines(String title) {
        List<String> lines = new ArrayList<>();
        lines.add("  Neyman sets, " + title + ": coverage, that of the exact likelihood, ratio of median widths");
        for (Row row : rows) {
            lines.add(String.format(
                    Locale.ROOT,
                    "  %6.2f   %.4f: %.3f   %.3f +- %.3f   %.3f",
                    row.theta(),
                    row.level(),
                    row.coverage(),
                    row.exactCoverage(),
                    row.error(),
                    row.width()));
        }
        return lines;
    }
}
