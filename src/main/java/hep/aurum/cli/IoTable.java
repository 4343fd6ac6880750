package hep.aurum.cli;

import hep.aurum.base.BadInput;
import hep.aurum.base.Tally;
import hep.aurum.bench.io.IoBench;
import hep.aurum.bench.io.IoRow;
import hep.aurum.bench.io.IoSamples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Run the bench of the readers over files and lay out its figures. */
final class IoTable {

    private static final String NO_PEER =
            "no ratio to HepMC3's own reader: g++ or HepMC3's headers and library (libhepmc3-dev) are not installed";

    private IoTable() {}

    /** Measure files; those of the shared data where none is named. */
    static void run(List<Path> files, Path data, double seconds, boolean json, ProgressListener progress) {
        try {
            Path folder = Files.createTempDirectory("aurum-bench-io");
            try {
                List<Path> chosen =
                        files.isEmpty() ? progress.during("preparing files", () -> IoSamples.of(data, folder)) : files;
                IoBench bench = progress.during("preparing HepMC3's reader", () -> IoBench.of(folder, seconds));
                print(chosen, bench, json, progress);
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new BadInput("cannot use a temporary folder: " + e.getMessage(), "", "set -Djava.io.tmpdir");
        }
    }

    private static void delete(Path folder) throws IOException {
        List<Path> made;
        try (Stream<Path> all = Files.walk(folder)) {
            made = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : made) {
            Files.deleteIfExists(path);
        }
    }

    private static void print(List<Path> files, IoBench bench, boolean json, ProgressListener progress) {
        if (!json) {
            System.out.printf(
                    Locale.ROOT,
                    "%-34s %-22s %9s %9s %10s %6s %9s %9s %10s %6s %9s %7s%n",
                    "file",
                    "format",
                    "MB/s",
                    "MB/cpu-s",
                    "items/s",
                    "share",
                    "stored:",
                    "MB/cpu-s",
                    "items/s",
                    "share",
                    "HepMC3",
                    "x");
        }
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        Tally tally = Tally.of(progress, "measuring", files.size(), "files");
        for (Path file : files) {
            IoRow row = bench.run(file);
            rows.add(object(row));
            if (!json) {
                progress.result(line(row));
            }
            tally.add(1);
        }
        tally.finish();
        if (json) {
            Map<String, @Nullable Object> object = new LinkedHashMap<>();
            object.put("peer", bench.hasPeer() ? "HepMC3's own reader of text" : null);
            object.put("rows", rows);
            Json.print(object);
            return;
        }
        System.out.println("items: events, or values of a table; MB of plain text, or of the values");
        System.out.println(
                "stored: the same from the compressed file; where it is blank there is no other file to read");
        System.out.println(
                "share: of one processor; below 0.9 other work ran too, and made the times by the clock longer");
        System.out.println(
                bench.hasPeer() ? "HepMC3: MB/cpu-s of its own reader on the plain file; x: ours over its" : NO_PEER);
    }

    private static String line(IoRow row) {
        return String.format(
                        Locale.ROOT,
                        "%-34s %-22s %s %s %9s %7s",
                        row.file(),
                        row.format(),
                        speed(row, row.plain()),
                        speed(row, row.stored()),
                        row.peer() == null
                                ? ""
                                : String.format(
                                        Locale.ROOT,
                                        "%.1f",
                                        rate(row.bytes(), row.peer().cpuSeconds())),
                        row.peer() == null ? "" : String.format(Locale.ROOT, "%.2f", row.ratio()))
                .stripTrailing();
    }

    private static String speed(IoRow row, IoRow.@Nullable Speed speed) {
        return speed == null
                ? " ".repeat(37)
                : String.format(
                        Locale.ROOT,
                        "%9.1f %9.1f %10.4g %6.2f",
                        rate(row.bytes(), speed.seconds()),
                        rate(row.bytes(), speed.cpuSeconds()),
                        row.items() / speed.seconds(),
                        speed.share());
    }

    /** Return megabytes a second. */
    private static double rate(long bytes, double seconds) {
        return bytes / 1e6 / seconds;
    }

    private static Map<String, @Nullable Object> object(IoRow row) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("file", row.file());
        object.put("format", row.format());
        object.put("unit", row.unit());
        object.put("items", row.items());
        object.put("bytes", row.bytes());
        object.put("plain", speedObject(row, row.plain()));
        object.put("stored", speedObject(row, row.stored()));
        object.put("hepmc3", speedObject(row, row.peer()));
        object.put("ratio", Double.isNaN(row.ratio()) ? null : row.ratio());
        return object;
    }

    private static @Nullable Map<String, Object> speedObject(IoRow row, IoRow.@Nullable Speed speed) {
        if (speed == null) {
            return null;
        }
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("seconds", speed.seconds());
        object.put("cpu_s", speed.cpuSeconds());
        object.put("cpu_share", speed.share());
        object.put("spread", speed.spread());
        object.put("mb_per_s", rate(row.bytes(), speed.seconds()));
        object.put("mb_per_cpu_s", rate(row.bytes(), speed.cpuSeconds()));
        object.put("items_per_s", row.items() / speed.seconds());
        return object;
    }
}
