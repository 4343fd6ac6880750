package hep.aurum.source.catalogue;

import hep.aurum.base.Failure;
import hep.aurum.base.Progress;
import hep.aurum.base.ReadingProgress;
import hep.aurum.event.table.TableBatch;
import hep.aurum.event.table.TableCursor;
import hep.aurum.event.table.TableHeader;
import hep.aurum.event.table.TableSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Hold what one pass over a table found.
 *
 * @param rows how many rows are good
 * @param weights sums of its weights
 * @param failure what ended the pass before the end of the table
 */
record TablePass(long rows, WeightColumns weights, @Nullable Failure failure) {

    /**
     * Read a table from its first row to its last.
     *
     * @param everything whether all columns are read, or only what the counts need
     */
    static TablePass over(TableSource table, boolean everything, Progress progress) {
        TableHeader header = table.header();
        WeightColumns weights = WeightColumns.of(header);
        List<String> names = new ArrayList<>(weights.names());
        int[] positions = IntStream.range(0, names.size()).toArray();
        for (String name : header.columnNames()) {
            if (!names.contains(name)
                    && (everything || names.isEmpty() && header.rows().isEmpty())) {
                names.add(name);
            }
        }
        if (names.isEmpty()) {
            return new TablePass(header.rows().orElse(0), weights, null);
        }
        long rows = 0;
        try (TableCursor cursor = table.open(names)) {
            ReadingProgress reading = ReadingProgress.of(
                    progress,
                    "reading " + header.name(),
                    "rows",
                    header.rows().orElse(Long.MAX_VALUE),
                    cursor::fraction);
            for (TableBatch batch = cursor.next(); batch != null; batch = cursor.next()) {
                weights.add(batch, positions);
                rows += batch.rows();
                reading.add(batch.rows());
            }
            reading.finish();
        } catch (Failure e) {
            return new TablePass(rows, weights, e);
        }
        return new TablePass(rows, weights, null);
    }
}
