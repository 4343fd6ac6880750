package hep.aurum.source.convert;

import hep.aurum.base.Names;
import hep.aurum.base.NotFound;
import hep.aurum.event.EventHeader;
import hep.aurum.event.EventSource;
import hep.aurum.event.table.Column;
import hep.aurum.event.table.TableHeader;
import hep.aurum.event.table.TableSource;
import hep.aurum.source.Formats;
import hep.aurum.source.Formats.Recognition;
import hep.aurum.source.particle.ParticleEvents;
import hep.aurum.source.particle.ParticleTable;
import hep.aurum.source.root.RootFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Hold what is converted, as a table and, where it has particles, as events.
 *
 * @param format name of the file's format
 * @param table the rows
 * @param events the same as events
 * @param isTable whether the file itself holds tables
 * @param leftOut what else the file holds, in sentences
 */
record Input(String format, TableSource table, Optional<EventSource> events, boolean isTable, List<String> leftOut) {

    private static final int NAMED = 5;

    /** Open a file, and choose one of its tables if it has some. */
    static Input open(Formats formats, Path file, Optional<String> tableName) {
        Recognition found = formats.recognise(file);
        if (found.events().isPresent()) {
            EventSource events = found.events().get().open(file);
            return new Input(
                    found.events().get().name(), ParticleTable.of(events), Optional.of(events), false, List.of());
        }
        if (found.tables().isEmpty()) {
            throw formats.unknown(file, found, "file of events");
        }
        List<TableSource> tables = found.tables().get().tables(file);
        TableSource table =
                tableName.isPresent() ? Formats.named(file, tables, tableName.get()) : Formats.main(file, tables);
        List<String> leftOut = new ArrayList<>();
        others(tables, table, leftOut);
        histograms(file, found.head(), leftOut);
        leftOut.addAll(table.header().problems());
        return new Input(found.tables().get().name(), table, Formats.particles(List.of(table)), true, leftOut);
    }

    private static void others(List<TableSource> tables, TableSource chosen, List<String> leftOut) {
        List<String> names = tables.stream()
                .filter(table -> table != chosen)
                .map(table -> table.header().name())
                .toList();
        if (!names.isEmpty()) {
            String more = names.size() > NAMED ? ", ..." : "";
            String list = String.join(", ", names.subList(0, Math.min(NAMED, names.size()))) + more;
            leftOut.add("left out: " + (names.size() == 1 ? "the table " : names.size() + " other tables: ") + list);
        }
    }

    private static void histograms(Path file, byte[] head, List<String> leftOut) {
        if (head.length < 4 || head[0] != 'r' || head[1] != 'o' || head[2] != 'o' || head[3] != 't') {
            return;
        }
        try (RootFile root = RootFile.open(file)) {
            long count = root.keys().stream()
                    .filter(key ->
                            key.className().startsWith("TH") || key.className().startsWith("TProfile"))
                    .count();
            if (count > 0) {
                leftOut.add("left out: " + count + " histograms");
            }
        }
    }

    /** Return what the events have no place for where they are taken from a table. */
    List<String> columnsWithoutPlace() {
        if (events.isPresent() && events.get() instanceof ParticleEvents particles) {
            List<String> names = particles.leftOut();
            return names.isEmpty() ? List.of() : List.of("left out: the columns " + String.join(", ", names));
        }
        return List.of();
    }

    Optional<EventHeader> eventHeader() {
        return events.map(EventSource::header);
    }

    /**
     * Return the header of a new table with some of the columns, all if none are named.
     *
     * @throws NotFound if there is no such column
     */
    TableHeader header(List<String> columns, boolean allRows) {
        TableHeader header = table.header();
        List<String> names = columns.isEmpty() ? header.columnNames() : columns;
        return new TableHeader(
                header.format(),
                header.origin(),
                header.name(),
                names.stream().map(name -> column(header, name)).toList(),
                allRows ? header.rows() : OptionalLong.empty(),
                header.attributes(),
                List.of());
    }

    private static Column column(TableHeader header, String name) {
        return header.columns().stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new NotFound(
                        header.origin() + " has no column \"" + name + "\"",
                        "",
                        Names.suggest(name, header.columnNames())));
    }
}
