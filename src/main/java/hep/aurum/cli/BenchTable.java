package hep.aurum.cli;

import hep.aurum.bench.BenchRow;
import hep.aurum.bench.speed.SpeedResult;
import hep.aurum.bench.speed.WorkSpeed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Lay out the figures of benches, as JSON objects and as lines of a table. */
final class BenchTable {

    private BenchTable() {}

    /** Return the JSON object of a row; a figure that does not exist is null. */
    static Map<String, Object> object(BenchRow row, Map<String, Double> settings) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("bench", row.bench());
        object.put("method", row.method());
        object.put("events", row.events());
        object.put("seeds", row.seeds());
        putFinite(object, "mse", row.mse());
        putFinite(object, "mse_spread", row.mseSpread());
        object.put("published", row.published().isPresent() ? row.published().getAsDouble() : null);
        putFinite(object, "trivial", row.trivial());
        putFinite(object, "train_s", row.trainSeconds());
        putFinite(object, "samples_per_s", row.samplesPerSecond());
        putFinite(object, "evaluations_per_s", row.evaluationsPerSecond());
        new TreeMap<>(row.more()).forEach((name, value) -> putFinite(object, name, value));
        if (!settings.isEmpty()) {
            object.put("settings", settings);
        }
        return object;
    }

    private static void putFinite(Map<String, Object> object, String name, @Nullable Double value) {
        object.put(name, value != null && Double.isFinite(value) ? value : null);
    }

    /** Return the JSON object of a measurement of speed. */
    static Map<String, Object> object(SpeedResult result) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("peak_gflops", result.peakGflops());
        for (WorkSpeed speed : result.works()) {
            Map<String, Object> work = new LinkedHashMap<>();
            work.put("samples_per_s", speed.samplesPerSecond());
            work.put("gflops", speed.gflops());
            work.put("peak_fraction", speed.peakFraction());
            work.put("best_samples_per_s", speed.best());
            work.put("spread", speed.spread());
            object.put(speed.work().name(), work);
        }
        object.put("threads", result.threads());
        object.put("kernels", result.kernels());
        return object;
    }

    /** Return the table of some rows. */
    static List<String> lines(List<BenchRow> rows) {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "%-16s %9s %5s %11s %9s %11s %11s %8s %11s",
                "method",
                "events",
                "seeds",
                "mse",
                "+-",
                "published",
                "log r = 0",
                "train/s",
                "samples/s"));
        for (BenchRow row : rows) {
            lines.add(line(row));
            if (!row.more().isEmpty()) {
                List<String> figures = new ArrayList<>();
                new TreeMap<>(row.more()).forEach((name, value) -> figures.add(name + " " + number(value)));
                lines.add("    " + String.join(", ", figures));
            }
        }
        return lines;
    }

    private static String line(BenchRow row) {
        return String.format(
                Locale.ROOT,
                "%-16s %9d %5d %11s %9s %11s %11s %8.2f %11.0f",
                row.method(),
                row.events(),
                row.seeds(),
                number(row.mse()),
                Double.isFinite(row.mseSpread()) ? number(row.mseSpread()) : "-",
                row.published().isPresent() ? number(row.published().getAsDouble()) : "-",
                number(row.trivial()),
                row.trainSeconds(),
                row.samplesPerSecond());
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.4g", value);
    }

    /** Return the table of a measurement of speed. */
    static List<String> lines(SpeedResult result) {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "%-8s %13s %9s %13s %7s %12s",
                "work",
                "samples/s",
                "GFLOP/s",
                "of the peak",
                "spread",
                "best"));
        for (WorkSpeed speed : result.works()) {
            lines.add(String.format(
                    Locale.ROOT,
                    "%-8s %13.0f %9.1f %12.0f%% %6.0f%% %12.0f",
                    speed.work().name(),
                    speed.samplesPerSecond(),
                    speed.gflops(),
                    100 * speed.peakFraction(),
                    100 * speed.spread(),
                    speed.best()));
        }
        return lines;
    }
}
