package hep.aurum.cli;

import hep.aurum.base.BadInput;
import hep.aurum.base.Tally;
import hep.aurum.bench.stats.StatsBench;
import hep.aurum.bench.stats.StatsRow;
import hep.aurum.format.pyhf.PyhfWorkspace;
import hep.aurum.likelihood.binned.BinnedModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Run the bench of the statistics engine over a folder of workspaces and lay out its figures. */
final class StatsTable {

    private StatsTable() {}

    static void run(Path data, double seconds, boolean json, ProgressListener progress) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        if (!json) {
            System.out.printf(
                    Locale.ROOT,
                    "%-36s %4s %10s %10s %10s %10s %6s %7s %7s %7s%n",
                    "workspace",
                    "k",
                    "fit/ms",
                    "test/ms",
                    "toys/s",
                    "on two",
                    "share",
                    "x fit",
                    "x test",
                    "x toys");
        }
        List<Path> files = files(data);
        Tally tally = Tally.of(progress, "measuring", files.size(), "workspaces");
        for (Path file : files) {
            String name = file.getFileName().toString().replaceAll("\\.json(\\.gz)?$", "");
            BinnedModel model = BinnedModel.of(PyhfWorkspace.read(file));
            StatsRow row = StatsBench.of(seconds).run(name, model);
            rows.add(object(row));
            if (!json) {
                progress.result(line(row));
            }
            tally.add(1);
        }
        tally.finish();
        if (json) {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("peer", StatsBench.source());
            object.put("rows", rows);
            Json.print(object);
        } else {
            System.out.println("x: times faster than " + StatsBench.source());
            System.out.println("share: of the processor; below 0.9 other work ran too, and made these times longer");
        }
    }

    private static List<Path> files(Path data) {
        Path folder = Files.isDirectory(data.resolve("workspaces")) ? data.resolve("workspaces") : data;
        try (Stream<Path> all = Files.list(folder)) {
            List<Path> files = all.filter(file -> file.toString().matches(".*\\.json(\\.gz)?"))
                    .sorted()
                    .toList();
            if (!files.isEmpty()) {
                return files;
            }
        } catch (IOException e) {
            throw new BadInput("cannot list the workspaces", folder.toString(), "name their folder with --data");
        }
        throw new BadInput("no workspace in the folder", folder.toString(), "name their folder with --data");
    }

    private static Map<String, @Nullable Object> object(StatsRow row) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("workspace", row.workspace());
        object.put("parameters", row.parameters());
        object.put("bins", row.bins());
        put(object, "fit", row.fit());
        put(object, "hypotest", row.hypotest());
        put(object, "toy", row.toy());
        put(object, "toy_two_threads", row.toyOnTwo());
        object.put("toys_per_s", 1.0 / row.toy().median());
        object.put("toys_per_s_two_threads", 1.0 / row.toyOnTwo().median());
        object.put("fit_ratio", finite(row.fitRatio()));
        object.put("hypotest_ratio", finite(row.hypotestRatio()));
        object.put("toys_ratio_two_threads", finite(row.toyRatio()));
        return object;
    }

    private static void put(Map<String, @Nullable Object> object, String name, StatsRow.Time time) {
        object.put(name + "_s", time.median());
        object.put(name + "_spread", time.spread());
        object.put(name + "_cpu_s", time.cpu());
        object.put(name + "_cpu_share", time.share());
    }

    private static @Nullable Double finite(double value) {
        return Double.isFinite(value) ? (Double) value : null;
    }

    private static String line(StatsRow row) {
        return String.format(
                Locale.ROOT,
                "%-36s %4d %10.4f %10.4f %10.0f %10.0f %6.2f %7s %7s %7s",
                row.workspace(),
                row.parameters(),
                1e3 * row.fit().median(),
                1e3 * row.hypotest().median(),
                1.0 / row.toy().median(),
                1.0 / row.toyOnTwo().median(),
                row.share(),
                ratio(row.fitRatio()),
                ratio(row.hypotestRatio()),
                ratio(row.toyRatio()));
    }

    private static String ratio(double value) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%.0f", value) : "-";
    }
}
