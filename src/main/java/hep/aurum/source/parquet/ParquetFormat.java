package hep.aurum.source.parquet;

import hep.aurum.event.table.TableFormat;
import hep.aurum.event.table.TableHeader;
import hep.aurum.event.table.TableSource;
import hep.aurum.event.table.TableWriter;
import java.nio.file.Path;
import java.util.List;

/** Read and write Parquet; see the description of the package. */
public final class ParquetFormat implements TableFormat {

    /** Create the format. */
    public ParquetFormat() {}

    static boolean begins(byte[] head) {
        return head.length >= 4 && head[0] == 'P' && head[1] == 'A' && head[2] == 'R' && head[3] == '1';
    }

    @Override
    public String name() {
        return "Parquet";
    }

    @Override
    public boolean accepts(byte[] head) {
        return begins(head);
    }

    @Override
    public List<TableSource> tables(Path file) {
        return List.of(ParquetTable.open(file));
    }

    @Override
    public List<String> endings() {
        return List.of("parquet");
    }

    @Override
    public TableWriter create(Path file, TableHeader header) {
        DuckDb.require(file);
        return ParquetWriter.create(file, header);
    }
}
