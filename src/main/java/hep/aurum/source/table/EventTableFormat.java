package hep.aurum.source.table;

import hep.aurum.event.table.TableFormat;
import hep.aurum.event.table.TableHeader;
import hep.aurum.event.table.TableSource;
import hep.aurum.event.table.TableWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Read and write Aurum's own event tables; see the description of the package. */
public final class EventTableFormat implements TableFormat {

    /** Create the format. */
    public EventTableFormat() {}

    @Override
    public String name() {
        return "Aurum event table";
    }

    @Override
    public boolean accepts(byte[] head) {
        byte[] start = FileLayout.start();
        return head.length >= start.length && Arrays.equals(Arrays.copyOf(head, start.length), start);
    }

    @Override
    public List<TableSource> tables(Path file) {
        return List.of(EventTable.open(file));
    }

    @Override
    public List<String> endings() {
        return List.of("aurum");
    }

    @Override
    public TableWriter create(Path file, TableHeader header) {
        return EventTableWriter.create(file, header);
    }
}
