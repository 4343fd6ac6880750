package hep.aurum.source.root;

import hep.aurum.event.table.TableFormat;
import hep.aurum.event.table.TableSource;
import java.nio.file.Path;
import java.util.List;

/** Open ROOT files as tables: one per tree, the latest cycle of each. */
public final class RootTableFormat implements TableFormat {

    /** Create the format; called by {@link java.util.ServiceLoader}. */
    public RootTableFormat() {}

    @Override
    public String name() {
        return "ROOT";
    }

    @Override
    public boolean accepts(byte[] head) {
        return head.length >= 4 && head[0] == 'r' && head[1] == 'o' && head[2] == 'o' && head[3] == 't';
    }

    @Override
    public List<TableSource> tables(Path file) {
        try (RootFile root = RootFile.open(file)) {
            return List.copyOf(root.trees());
        }
    }
}
