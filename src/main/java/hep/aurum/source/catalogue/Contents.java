package hep.aurum.source.catalogue;

import hep.aurum.base.Failure;
import hep.aurum.base.Progress;
import hep.aurum.source.Formats;
import hep.aurum.source.Inspection;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Say what a file holds.
 *
 * @param sample its events, or the rows of its main table ({@link Formats#main}): how many, their weights, what is wrong
 * @param hasEvents whether these are generated events with particles
 * @param mainTable name of the table that they are in; empty for a format that has no tables
 * @param tables all its tables
 * @param histograms its histograms
 * @param units of the values
 */
public record Contents(
        Inspection sample,
        boolean hasEvents,
        String mainTable,
        List<TableContents> tables,
        List<HistogramContents> histograms,
        Units units) {

    /** Say how much of a file is read. */
    public enum Depth {
        /** Everything, so that damage is found wherever it is. */
        WHOLE,
        /** Of tables what the numbers of rows and the sums of weights need. */
        QUICK
    }

    /** Copy the lists. */
    public Contents {
        tables = List.copyOf(tables);
        histograms = List.copyOf(histograms);
    }

    /**
     * Look into a file.
     *
     * <p>A file that breaks off or is malformed does not throw: the reason is among the problems of {@link #sample()}, and
     * the counts are those of the good events before it.
     */
    public static Contents of(Path file, Depth depth, Progress progress) {
        return of(file, Formats.installed(), depth, progress);
    }

    /** Look into a file with the given formats. */
    public static Contents of(Path file, Formats formats, Depth depth, Progress progress) {
        try {
            return new ContentsReader(file, formats, depth, progress).read();
        } catch (Failure e) {
            return unreadable("unknown", e);
        }
    }

    static Contents unreadable(String format, Failure failure) {
        return new Contents(Inspection.unreadable(format, failure), false, "", List.of(), List.of(), Units.UNKNOWN);
    }

    /**
     * Return the object that {@code aurum inspect --json} prints: {@code format}, {@code events}, {@code weights},
     * {@code sum_of_weights} (the nominal weight under the empty name; where a table has no weights, each row counts 1),
     * {@code cross_section_pb} (null where unknown), {@code trees} (name, then {@code entries} and {@code branches} with
     * their types), {@code histograms} (objects of {@code name}, {@code type}, {@code bins}, {@code entries},
     * {@code sum}), {@code units}, {@code problems}.
     */
    public Map<String, @Nullable Object> toMap() {
        Map<String, @Nullable Object> map = new LinkedHashMap<>(sample.toMap());
        @Nullable Object problems = map.remove("problems");
        Map<String, Object> trees = new LinkedHashMap<>();
        tables.forEach(table -> trees.put(table.name(), table.toMap()));
        map.put("trees", trees);
        map.put("histograms", histograms.stream().map(HistogramContents::toMap).toList());
        map.put("units", units.toMap());
        map.put("problems", problems);
        return map;
    }
}
