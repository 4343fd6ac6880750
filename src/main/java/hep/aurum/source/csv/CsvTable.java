package hep.aurum.source.csv;

import hep.aurum.base.BadInput;
import hep.aurum.base.Check;
import hep.aurum.event.table.Column;
import hep.aurum.event.table.ColumnType;
import hep.aurum.event.table.TableCursor;
import hep.aurum.event.table.TableHeader;
import hep.aurum.event.table.TableSource;
import hep.aurum.source.Decompression;
import hep.aurum.source.text.LineReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Stand for a file of separated fields. Immutable. */
public final class CsvTable implements TableSource {

    private final Path file;
    private final CsvDialect dialect;
    private final TableHeader header;

    private CsvTable(Path file, CsvDialect dialect, TableHeader header) {
        this.file = file;
        this.dialect = dialect;
        this.header = header;
    }

    /**
     * Open a file, and read up to 256 MB of it to find the types of its columns.
     *
     * @throws BadInput if it is no table of text, or its first row is damaged; damage of a later row is told by the cursor
     *     that comes to it
     */
    public static CsvTable open(Path file) {
        byte[] head = Decompression.head(file, CsvDialect.HEAD);
        CsvDialect dialect = CsvDialect.of(head)
                .or(() -> CsvDialect.guess(head))
                .orElseThrow(() -> new BadInput(
                        file + " is no table: its lines do not have the same number of fields",
                        "",
                        "part the fields by commas, tabs, semicolons or blanks"));
        CsvScan scan = CsvScan.of(file, dialect);
        Map<String, String> attributes =
                dialect.comment().isEmpty() ? Map.of() : Map.of("comment", String.join("\n", dialect.comment()));
        TableHeader header = new TableHeader(
                format(dialect.delimiter()),
                file.toString(),
                "",
                scan.columns(),
                scan.rows(),
                attributes,
                scan.problems());
        return new CsvTable(file, dialect, header);
    }

    private static String format(byte delimiter) {
        return switch (delimiter) {
            case '\t' -> "TSV";
            case ',' -> "CSV";
            case ';' -> "CSV (semicolons)";
            default -> "text columns";
        };
    }

    /**
     * Return the table with another type for a column.
     *
     * @param type {@code BOOL}, {@code INT64}, {@code UINT64}, {@code FLOAT64} or {@code TEXT}
     * @throws hep.aurum.base.NotFound if there is no such column
     */
    public CsvTable withType(String column, ColumnType type) {
        boolean known = type == ColumnType.BOOL
                || type == ColumnType.TEXT
                || type.name().endsWith("64");
        Check.argument(known, "text columns are of 64 bits, bool or text, not %s", type.label());
        int position = header.positions(List.of(column))[0];
        List<Column> columns = new ArrayList<>(header.columns());
        Column old = columns.get(position);
        columns.set(position, new Column(column, type, old.layout(), old.width(), old.unit(), old.description()));
        TableHeader changed = new TableHeader(
                header.format(),
                header.origin(),
                header.name(),
                columns,
                header.rows(),
                header.attributes(),
                header.problems());
        return new CsvTable(file, dialect, changed);
    }

    @Override
    public TableHeader header() {
        return header;
    }

    @Override
    public TableCursor open(List<String> columns) {
        int[] positions = header.positions(columns);
        return new CsvCursor(records(file, dialect), dialect, header.columns(), positions);
    }

    static CsvRecords records(Path file, CsvDialect dialect) {
        return new CsvRecords(new LineReader(Decompression.open(file), file.toString()), dialect.delimiter());
    }
}
