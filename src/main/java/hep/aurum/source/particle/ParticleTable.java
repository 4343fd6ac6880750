package hep.aurum.source.particle;

import hep.aurum.base.Names;
import hep.aurum.base.NotFound;
import hep.aurum.event.EventHeader;
import hep.aurum.event.EventSource;
import hep.aurum.event.table.TableCursor;
import hep.aurum.event.table.TableHeader;
import hep.aurum.event.table.TableSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Show generated events as a table of one row per event; the columns are described in the package. */
public final class ParticleTable implements TableSource {

    private final EventSource events;
    private final TableHeader header;
    private final Map<String, ParticleColumn> columns = new LinkedHashMap<>();

    private ParticleTable(EventSource events) {
        this.events = events;
        EventHeader sample = events.header();
        ParticleColumn.of(sample).forEach(column -> columns.put(column.column().name(), column));
        this.header = new TableHeader(
                sample.format(),
                sample.origin(),
                "events",
                columns.values().stream().map(ParticleColumn::column).toList(),
                OptionalLong.empty(),
                HeaderText.attributes(sample),
                sample.problems());
    }

    /** Show the events of a file as a table. */
    public static ParticleTable of(EventSource events) {
        return new ParticleTable(events);
    }

    @Override
    public TableHeader header() {
        return header;
    }

    /**
     * Open a fresh pass.
     *
     * @throws NotFound if there is no such column
     */
    @Override
    public TableCursor open(List<String> names) {
        List<ParticleColumn> chosen = new ArrayList<>();
        for (String name : names) {
            ParticleColumn column = columns.get(name);
            if (column == null) {
                throw new NotFound(
                        "the events of " + header.origin() + " have no column \"" + name + "\"",
                        "",
                        Names.suggest(name, columns.keySet()));
            }
            chosen.add(column);
        }
        return new ParticleTableCursor(events, chosen);
    }
}
