package hep.aurum.source.hdf5;

import hep.aurum.base.NotSupported;
import hep.aurum.event.table.TableFormat;
import hep.aurum.event.table.TableHeader;
import hep.aurum.event.table.TableSource;
import hep.aurum.event.table.TableWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Read and write tables in HDF5; see the description of the package. */
public final class Hdf5Format implements TableFormat {

    /** Create the format. */
    public Hdf5Format() {}

    @Override
    public String name() {
        return "HDF5";
    }

    @Override
    public boolean accepts(byte[] head) {
        return Hdf5File.begins(head);
    }

    @Override
    public List<TableSource> tables(Path path) {
        try (Hdf5File file = Hdf5File.open(path)) {
            Optional<TableSource> events = MadMinerFile.events(file);
            List<TableSource> tables = events.map(List::of).orElseGet(() -> Hdf5Contents.tables(file));
            if (tables.isEmpty()) {
                throw new NotSupported(path + " has no data set that can be read as a table", "", "save arrays");
            }
            return tables;
        }
    }

    @Override
    public List<String> endings() {
        return List.of("h5", "hdf5");
    }

    @Override
    public TableWriter create(Path file, TableHeader header) {
        return Hdf5Writer.create(file, header);
    }
}
