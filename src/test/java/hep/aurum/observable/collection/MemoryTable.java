package hep.aurum.observable.collection;

import hep.aurum.base.Names;
import hep.aurum.base.NotFound;
import hep.aurum.event.table.Column;
import hep.aurum.event.table.ColumnData;
import hep.aurum.event.table.ColumnType;
import hep.aurum.event.table.TableBatch;
import hep.aurum.event.table.TableCursor;
import hep.aurum.event.table.TableHeader;
import hep.aurum.event.table.TableSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** A table in memory, read in batches of two rows, which remembers the columns that were asked for. */
public final class MemoryTable implements TableSource {

    private static final int BATCH = 2;

    private final List<Column> columns = new ArrayList<>();
    private final List<double[][]> values = new ArrayList<>();
    private List<String> asked = List.of();
    private int rows = -1;
    private String name = "";

    /** Give the table a name. */
    public MemoryTable named(String tableName) {
        name = tableName;
        return this;
    }

    /** Add a column of one real number per row. */
    public MemoryTable scalar(String name, double... perRow) {
        return scalar(name, ColumnType.FLOAT64, perRow);
    }

    /** Add a column of one number per row. */
    public MemoryTable scalar(String name, ColumnType type, double... perRow) {
        double[][] rows = new double[perRow.length][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new double[] {perRow[i]};
        }
        return add(Column.scalar(name, type), rows);
    }

    /** Add a column of lists of real numbers. */
    public MemoryTable list(String name, double[]... perRow) {
        return add(Column.list(name, ColumnType.FLOAT64), perRow);
    }

    /** Add a column of the values of each row, for any layout. */
    public MemoryTable add(Column column, double[]... perRow) {
        if (rows >= 0 && rows != perRow.length) {
            throw new IllegalArgumentException(column + " has " + perRow.length + " rows, others " + rows);
        }
        rows = perRow.length;
        columns.add(column);
        values.add(perRow);
        return this;
    }

    /** Return a row's list. */
    public static double[] row(double... items) {
        return items;
    }

    /** Return the columns that the last pass asked for. */
    public List<String> asked() {
        return asked;
    }

    @Override
    public TableHeader header() {
        return new TableHeader("memory", "memory", name, columns, OptionalLong.of(rows), Map.of(), List.of());
    }

    @Override
    public TableCursor open(List<String> names) {
        asked = names;
        List<Integer> wanted = new ArrayList<>();
        for (String name : names) {
            int index = header().columnNames().indexOf(name);
            if (index < 0) {
                throw new NotFound("no column " + name, "", Names.suggest(name, header().columnNames()));
            }
            wanted.add(index);
        }
        return new TableCursor() {
            private int next;

            @Override
            public @Nullable TableBatch next() {
                if (next >= rows) {
                    return null;
                }
                int first = next;
                int count = Math.min(BATCH, rows - first);
                next += count;
                return new TableBatch(
                        first,
                        count,
                        wanted.stream().map(i -> data(i, first, count)).toList());
            }

            @Override
            public void close() {}
        };
    }

    private ColumnData data(int index, int first, int count) {
        Column column = columns.get(index);
        int[] offsets = new int[count + 1];
        List<Double> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            for (double value : values.get(index)[first + i]) {
                all.add(value);
            }
            offsets[i + 1] = all.size();
        }
        boolean list = column.layout() == Column.Layout.LIST;
        if (column.type().isReal()) {
            double[] reals = all.stream().mapToDouble(Double::doubleValue).toArray();
            return list ? ColumnData.ofLists(column, offsets, reals) : ColumnData.of(column, reals);
        }
        long[] integers = all.stream().mapToLong(Double::longValue).toArray();
        return list ? ColumnData.ofLists(column, offsets, integers) : ColumnData.of(column, integers);
    }
}
