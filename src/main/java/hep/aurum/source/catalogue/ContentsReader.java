package hep.aurum.source.catalogue;

import hep.aurum.base.Failure;
import hep.aurum.base.Progress;
import hep.aurum.event.EventFormat;
import hep.aurum.event.EventSource;
import hep.aurum.event.table.TableFormat;
import hep.aurum.event.table.TableHeader;
import hep.aurum.event.table.TableSource;
import hep.aurum.source.Formats;
import hep.aurum.source.Formats.Recognition;
import hep.aurum.source.Inspection;
import hep.aurum.source.catalogue.Contents.Depth;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Look into one file. */
final class ContentsReader {

    private final Path file;
    private final Formats formats;
    private final Depth depth;
    private final Progress progress;
    private final List<String> problems = new ArrayList<>();
    private @Nullable Failure failure;

    ContentsReader(Path file, Formats formats, Depth depth, Progress progress) {
        this.file = file;
        this.formats = formats;
        this.depth = depth;
        this.progress = progress;
    }

    Contents read() {
        Recognition found = formats.recognise(file);
        if (found.events().isPresent()) {
            return events(found.events().get(), found.head());
        }
        if (found.tables().isPresent()) {
            return tables(found.tables().get(), found.head());
        }
        if (RootHistograms.areIn(found.head())) {
            return histogramsOnly();
        }
        throw formats.unknown(file, found, "file of events");
    }

    private Contents events(EventFormat format, byte[] head) {
        EventSource source;
        try {
            source = format.open(file);
        } catch (Failure e) {
            return Contents.unreadable(format.name(), e);
        }
        Inspection sample = Inspection.of(source, progress);
        Units units = Units.ofEvents(source.header().format(), head);
        return new Contents(sample, true, "", List.of(), List.of(), units);
    }

    private Contents tables(TableFormat format, byte[] head) {
        List<TableSource> tables;
        try {
            tables = format.tables(file);
        } catch (Failure e) {
            return Contents.unreadable(format.name(), e);
        }
        List<HistogramContents> histograms = RootHistograms.areIn(head) ? histograms() : List.of();
        if (tables.isEmpty()) {
            return new Contents(
                    emptySample(format.name(), histograms), false, "", List.of(), histograms, Units.UNKNOWN);
        }
        TableSource main = Formats.main(file, tables);
        Optional<EventSource> particles = Formats.particles(List.of(main));
        List<TableContents> listed = new ArrayList<>();
        Inspection sample = null;
        for (TableSource table : tables) {
            if (table == main && particles.isPresent()) {
                sample = in(table.header().format(), Inspection.of(particles.get(), progress));
                listed.add(listing(table, sample.events()));
            } else {
                TablePass pass = pass(table, tables.size() > 1);
                listed.add(listing(table, pass.rows()));
                sample = table == main ? sample(table.header().format(), pass.rows(), pass) : sample;
            }
        }
        Units units = particles.isPresent()
                ? Units.ofEvents(particles.get().header().format(), new byte[0])
                : Units.ofTable(main.header());
        return new Contents(
                withProblems(Objects.requireNonNull(sample)),
                particles.isPresent(),
                main.header().name(),
                listed,
                histograms,
                units);
    }

    private static TableContents listing(TableSource table, long entries) {
        return new TableContents(table.header().name(), entries, table.types());
    }

    /** Read a table and note what is wrong with it. */
    private TablePass pass(TableSource table, boolean isOneOfSeveral) {
        TableHeader header = table.header();
        TablePass pass = TablePass.over(table, depth == Depth.WHOLE, progress);
        String prefix = isOneOfSeveral ? header.name() + ": " : "";
        if (pass.failure() != null) {
            problems.add(prefix + pass.failure().what());
            failure = failure == null ? pass.failure() : failure;
        } else if (header.rows().isPresent() && header.rows().getAsLong() != pass.rows()) {
            problems.add(prefix + "there are " + pass.rows() + " rows, expected the "
                    + header.rows().getAsLong() + " that the file states");
        }
        header.problems().forEach(problem -> problems.add(prefix + problem));
        pass.weights().problems().forEach(problem -> problems.add(prefix + problem));
        return pass;
    }

    private static Inspection sample(String format, long rows, @Nullable TablePass pass) {
        Map<String, Double> sums = new LinkedHashMap<>();
        sums.put("", pass == null ? 0.0 : pass.weights().nominal().orElse((double) rows));
        Map<String, Double> named = pass == null ? Map.of() : pass.weights().sums();
        sums.putAll(named);
        return new Inspection(
                format,
                rows,
                List.copyOf(named.keySet()),
                sums,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                List.of(),
                pass == null ? null : pass.failure());
    }

    /** Say what container the events are in. */
    private static Inspection in(String container, Inspection sample) {
        String format = sample.format().equals(container) ? container : sample.format() + " in " + container;
        return new Inspection(
                format,
                sample.events(),
                sample.weights(),
                sample.sumOfWeights(),
                sample.crossSectionPb(),
                sample.crossSectionErrorPb(),
                sample.problems(),
                sample.failure());
    }

    /** Return a sample with what was noted on the way behind its own problems. */
    private Inspection withProblems(Inspection sample) {
        List<String> all = new ArrayList<>(sample.problems());
        all.addAll(problems);
        return new Inspection(
                sample.format(),
                sample.events(),
                sample.weights(),
                sample.sumOfWeights(),
                sample.crossSectionPb(),
                sample.crossSectionErrorPb(),
                all,
                sample.failure() == null ? failure : sample.failure());
    }

    private List<HistogramContents> histograms() {
        try {
            return RootHistograms.of(file, problems);
        } catch (Failure e) {
            problems.add(e.what());
            failure = e;
            return List.of();
        }
    }

    private Contents histogramsOnly() {
        List<HistogramContents> histograms = histograms();
        return new Contents(emptySample("ROOT", histograms), false, "", List.of(), histograms, Units.UNKNOWN);
    }

    private Inspection emptySample(String format, List<HistogramContents> histograms) {
        if (histograms.isEmpty() && failure == null) {
            problems.add("the file has neither tables nor histograms");
        }
        return withProblems(sample(format, 0, null));
    }
}
