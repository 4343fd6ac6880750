package hep.aurum.source.csv;

import hep.aurum.event.table.TableFormat;
import hep.aurum.event.table.TableHeader;
import hep.aurum.event.table.TableSource;
import hep.aurum.event.table.TableWriter;
import java.nio.file.Path;
import java.util.List;

/** Read and write tables of text; see the description of the package. */
public final class CsvFormat implements TableFormat {

    /** Create the format. */
    public CsvFormat() {}

    @Override
    public String name() {
        return "CSV";
    }

    @Override
    public boolean accepts(byte[] head) {
        return CsvDialect.of(head).isPresent();
    }

    @Override
    public List<TableSource> tables(Path file) {
        return List.of(CsvTable.open(file));
    }

    @Override
    public List<String> endings() {
        return List.of("csv", "tsv");
    }

    @Override
    public TableWriter create(Path file, TableHeader header) {
        return CsvWriter.create(file, header);
    }
}
