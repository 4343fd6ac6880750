package hep.aurum.source.csv;

import hep.aurum.base.Check;
import hep.aurum.base.NotSupported;
import hep.aurum.event.table.Column;
import hep.aurum.event.table.ColumnData;
import hep.aurum.event.table.ColumnType;
import hep.aurum.event.table.TableBatch;
import hep.aurum.event.table.TableHeader;
import hep.aurum.event.table.TableWriter;
import hep.aurum.source.OutputFile;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;

/** Write CSV, or TSV where the name of the file says so. */
final class CsvWriter implements TableWriter {

    private static final int FULL = 1 << 16;

    private final OutputFile file;
    private final Writer out;
    private final char delimiter;
    private final TableHeader header;
    private final StringBuilder text = new StringBuilder();

    private CsvWriter(OutputFile file, char delimiter, TableHeader header) {
        this.file = file;
        this.out = new OutputStreamWriter(file.stream(), StandardCharsets.UTF_8);
        this.delimiter = delimiter;
        this.header = header;
    }

    static CsvWriter create(Path path, TableHeader header) {
        String name = path.toString().toLowerCase(Locale.ROOT).replaceAll("\\.gz$", "");
        List<String> fields = fields(path, header.columns());
        CsvWriter writer = new CsvWriter(OutputFile.create(path), name.endsWith(".tsv") ? '\t' : ',', header);
        for (int f = 0; f < fields.size(); f++) {
            writer.separate(f);
            writer.append(fields.get(f));
        }
        writer.text.append('\n');
        return writer;
    }

    private static List<String> fields(Path path, List<Column> columns) {
        List<String> fields = new ArrayList<>();
        for (Column column : columns) {
            if (column.layout() == Column.Layout.LIST) {
                throw new NotSupported(
                        "cannot write " + path + ": CSV has no lists of varying length, which column " + column.name()
                                + " holds",
                        "",
                        "write an .aurum or .parquet file, or leave the column out");
            }
            for (int i = 0; i < column.width(); i++) {
                fields.add(column.layout() == Column.Layout.FIXED ? column.name() + "[" + i + "]" : column.name());
            }
        }
        if (fields.isEmpty() || fields.contains("") || new HashSet<>(fields).size() != fields.size()) {
            throw new NotSupported(
                    "cannot write " + path + ": CSV needs columns whose names are not empty and differ",
                    "",
                    "rename the columns");
        }
        return fields;
    }

    @Override
    public void write(TableBatch batch) {
        Check.length("batch", batch.columns().size(), header.columns().size());
        try {
            for (int row = 0; row < batch.rows(); row++) {
                int field = 0;
                for (ColumnData data : batch.columns()) {
                    int end = data.start(row + 1);
                    for (int i = data.start(row); i < end; i++) {
                        separate(field++);
                        append(data, i);
                    }
                }
                text.append('\n');
                if (text.length() > FULL) {
                    flush();
                }
            }
        } catch (IOException e) {
            throw file.failed("write", e);
        }
    }

    private void separate(int field) {
        if (field > 0) {
            text.append(delimiter);
        }
    }

    private void append(ColumnData data, int position) {
        switch (data.column().type()) {
            case TEXT -> append(data.text(position));
            case FLOAT32, FLOAT64 -> text.append(data.real(position));
            case BOOL -> text.append(data.integer(position) != 0);
            case UINT64 -> text.append(Long.toUnsignedString(data.integer(position)));
            default -> text.append(data.integer(position));
        }
    }

    private void append(String value) {
        if (isPlain(value)) {
            text.append(value);
            return;
        }
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            text.append(c == '"' ? "\"\"" : String.valueOf(c));
        }
        text.append('"');
    }

    /** Return whether a text reads as itself without quotation marks, whatever delimits the fields. */
    private boolean isPlain(String value) {
        if (header.columns().size() == 1) {
            return false;
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c <= ' ' || c == ',' || c == ';' || c == '"' || c == '#' || c == '\ufeff') {
                return false;
            }
        }
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        return CsvValues.kind(bytes, 0, bytes.length) == CsvValues.TEXT;
    }

    private void flush() throws IOException {
        out.append(text);
        text.setLength(0);
    }

    @Override
    public List<String> losses() {
        List<String> losses = new ArrayList<>();
        List<Column> columns = header.columns();
        if (columns.stream()
                .anyMatch(c -> !c.unit().isEmpty() || !c.description().isEmpty())) {
            losses.add("CSV does not hold the units and descriptions of the columns");
        }
        if (!header.attributes().isEmpty()) {
            losses.add("CSV does not hold the attributes of the table");
        }
        if (columns.stream().anyMatch(c -> narrow(c.type()))) {
            losses.add("CSV keeps the values and not the widths of numbers: they read back with 64 bits");
        }
        return losses;
    }

    private static boolean narrow(ColumnType type) {
        return type != ColumnType.TEXT
                && type != ColumnType.BOOL
                && !type.name().endsWith("64");
    }

    @Override
    public void finish() {
        try {
            flush();
            out.flush();
        } catch (IOException e) {
            throw file.failed("write", e);
        }
        file.finish();
    }

    @Override
    public void close() {
        file.close();
    }
}
