package hep.aurum.source.hdf5;

import hep.aurum.base.Check;
import hep.aurum.base.NotSupported;
import hep.aurum.event.table.Column;
import hep.aurum.event.table.ColumnBuffer;
import hep.aurum.event.table.ColumnData;
import hep.aurum.event.table.ColumnType;
import hep.aurum.event.table.TableBatch;
import hep.aurum.event.table.TableHeader;
import hep.aurum.event.table.TableWriter;
import hep.aurum.source.OutputFile;
import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.Attribute;
import io.jhdf.api.DatasetCreationOptions;
import io.jhdf.api.Group;
import io.jhdf.api.WritableDataset;
import io.jhdf.api.WritableGroup;
import io.jhdf.exceptions.HdfException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** Write a table as one group of data sets. */
final class Hdf5Writer implements TableWriter {

    /** Attribute of the group: for each column its type, layout, width and name, parted by blanks. */
    static final String COLUMNS = "aurum_columns";

    static final String UNIT = "unit";
    static final String DESCRIPTION = "description";

    private static final int MOST_VALUES = 1 << 27;
    private static final int MOST_TEXT = 1 << 30;
    private static final int LONGEST_ATTRIBUTE = 30_000;

    private final OutputFile file;
    private final TableHeader header;
    private final List<ColumnBuffer> buffers;
    private final List<String> losses = new ArrayList<>();
    private int rows;

    private Hdf5Writer(OutputFile file, TableHeader header) {
        this.file = file;
        this.header = header;
        this.buffers = header.columns().stream().map(ColumnBuffer::new).toList();
        boolean large = header.attributes().entrySet().stream()
                .anyMatch(e ->
                        e.getValue().length() > LONGEST_ATTRIBUTE || e.getKey().length() > 1000);
        if (large) {
            losses.add("HDF5 does not hold attributes of more than " + LONGEST_ATTRIBUTE + " characters");
        }
    }

    static Hdf5Writer create(Path path, TableHeader header) {
        List<String> names = header.columnNames();
        boolean odd = names.stream().anyMatch(name -> name.isEmpty() || name.equals(".") || name.contains("/"));
        if (names.isEmpty() || odd || new HashSet<>(names).size() != names.size()) {
            throw refused(path, "it needs columns whose names differ, are not empty and have no slash");
        }
        if (path.toString().endsWith(".gz")) {
            throw refused(path, "it is not compressed as a whole");
        }
        return new Hdf5Writer(OutputFile.ofPath(path), header);
    }

    private static NotSupported refused(Path path, String why) {
        return new NotSupported("cannot write " + path + " as HDF5: " + why, "", "write an .aurum or .parquet file");
    }

    @Override
    public void write(TableBatch batch) {
        Check.length("batch", batch.columns().size(), buffers.size());
        long values = 0;
        for (int c = 0; c < buffers.size(); c++) {
            buffers.get(c).addRows(batch.column(c), 0, batch.rows());
            values += buffers.get(c).size();
        }
        rows += batch.rows();
        if (values > MOST_VALUES) {
            throw refused(file.file(), "it is written at once, and the table has more than " + MOST_VALUES + " values");
        }
    }

    @Override
    public List<String> losses() {
        return List.copyOf(losses);
    }

    @Override
    public void finish() {
        try (WritableHdfFile hdf = HdfFile.write(file.part())) {
            String name = header.name().replaceAll("[/.]+", "_");
            WritableGroup group = hdf.putGroup(name.isEmpty() ? "events" : name);
            for (int c = 0; rows > 0 && c < buffers.size(); c++) {
                put(group, buffers.get(c).data());
            }
            group.putAttribute(
                    COLUMNS, header.columns().stream().map(Hdf5Writer::line).toArray(String[]::new));
            header.attributes().forEach((key, value) -> {
                if (value.length() <= LONGEST_ATTRIBUTE && key.length() <= 1000) {
                    group.putAttribute(key, value);
                }
            });
        } catch (HdfException e) {
            throw file.failed("write", new IOException(e.getMessage(), e));
        }
        file.finish();
    }

    @Override
    public void close() {
        file.close();
    }

    private void put(WritableGroup group, ColumnData data) {
        Column column = data.column();
        boolean list = column.layout() == Column.Layout.LIST;
        String offsets = list ? Hdf5Lists.offsetsName(column.name(), header.columnNames()) : "";
        WritableDataset described = list ? Hdf5Lists.putOffsets(group, offsets, data, rows) : null;
        // The library does not write a data set without values.
        if (data.start(rows) > 0) {
            described = putValues(group, data);
            if (list) {
                described.putAttribute(Hdf5Lists.OFFSETS, offsets);
            }
        }
        if (described != null && !column.unit().isEmpty()) {
            described.putAttribute(UNIT, column.unit());
        }
        if (described != null && !column.description().isEmpty()) {
            described.putAttribute(DESCRIPTION, column.description());
        }
    }

    private WritableDataset putValues(WritableGroup group, ColumnData data) {
        Column column = data.column();
        requireRoom(data);
        Object values = Hdf5Arrays.of(data, rows);
        boolean unsigned = column.type().name().startsWith("UINT");
        return unsigned
                ? group.putDataset(
                        column.name(),
                        values,
                        DatasetCreationOptions.builder().unsigned().build())
                : group.putDataset(column.name(), values);
    }

    /** The library gives every text as many bytes as the longest one has, in one buffer. */
    private void requireRoom(ColumnData data) {
        if (data.column().type() != ColumnType.TEXT) {
            return;
        }
        long longest = 0;
        for (int i = 0; i < data.start(rows); i++) {
            longest = Math.max(longest, data.text(i).getBytes(StandardCharsets.UTF_8).length);
        }
        if ((longest + 1) * data.start(rows) > MOST_TEXT) {
            throw refused(
                    file.file(),
                    "the longest of the " + data.start(rows) + " texts of column "
                            + data.column().name() + " has " + longest
                            + " bytes, and all are written as long as it");
        }
    }

    private static String line(Column column) {
        return column.type() + " " + column.layout() + " " + column.width() + " " + column.name();
    }

    /** Return the columns that this writer put down in a group; none for a group of others. */
    static List<Column> columns(Group group) {
        Attribute attribute = group.getAttributes().get(COLUMNS);
        List<Column> columns = new ArrayList<>();
        if (attribute == null || !(attribute.getData() instanceof String[] lines)) {
            return columns;
        }
        for (String line : lines) {
            String[] parts = line.split(" ", 4);
            if (parts.length < 4) {
                return List.of();
            }
            columns.add(new Column(
                    parts[3],
                    ColumnType.valueOf(parts[0]),
                    Column.Layout.valueOf(parts[1]),
                    Integer.parseInt(parts[2]),
                    "",
                    ""));
        }
        return columns;
    }
}
