package hep.aurum.source.root;

import hep.aurum.event.table.ColumnData;
import hep.aurum.event.table.TableBatch;
import hep.aurum.event.table.TableCursor;
import hep.aurum.source.root.RootTree.Reading;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Go through the rows of a tree once.
 *
 * <p>A batch has at most 32768 rows, and fewer where rows are long: the entries of all columns together take some 64 MB
 * at most, whatever a file claims, unless a single row takes more.
 */
final class TreeCursor implements TableCursor {

    private static final int MAX_ROWS = 1 << 15;
    private static final long BUDGET = 1 << 26;
    private static final long MAX_COLUMN = 1 << 22;
    private static final long MIN_COLUMN = 1 << 14;

    private final RootBytes file;
    private final long rows;
    private final List<Reading> readings;
    private final Map<TreeBranch, BranchPass> passes = new IdentityHashMap<>();
    private final List<Values> values = new ArrayList<>();
    private final long budget;
    private long row;

    TreeCursor(RootBytes file, List<Reading> readings, long rows) {
        this.file = file;
        this.rows = rows;
        this.readings = readings;
        for (Reading reading : readings) {
            passes.computeIfAbsent(reading.branch(), branch -> new BranchPass(file, branch, rows));
            values.add(new Values(reading.layout().column()));
        }
        this.budget = Math.max(MIN_COLUMN, Math.min(MAX_COLUMN, BUDGET / Math.max(1, passes.size())));
    }

    @Override
    public @Nullable TableBatch next() {
        if (row >= rows) {
            return null;
        }
        int count = (int) Math.min(MAX_ROWS, rows - row);
        for (BranchPass pass : passes.values()) {
            pass.drop(row);
            count = pass.reach(row, count, budget);
        }
        List<ColumnData> columns = new ArrayList<>(readings.size());
        for (int i = 0; i < readings.size(); i++) {
            Reading reading = readings.get(i);
            Values column = values.get(i);
            column.reset();
            BranchPass pass = passes.get(reading.branch());
            if (pass != null) {
                pass.read(row, count, reading.layout(), column);
            }
            columns.add(column.data());
        }
        TableBatch batch = new TableBatch(row, count, columns);
        row += count;
        return batch;
    }

    @Override
    public void close() {
        file.close();
    }
}
