/**
 * Describe tables of events, whatever file they come from: columns with types, read in batches of rows.
 *
 * <p>A {@link hep.aurum.event.table.TableSource} is one table of a file (a tree, a data set, a text file). A column holds
 * one value per row, a fixed number of them, or a list of any length ({@link hep.aurum.event.table.Column.Layout}). Only
 * the columns that are asked for are read:
 *
 * <pre>{@code
 * TableSource table = ...;
 * try (TableCursor rows = table.open(List.of("MET_pt", "Jet_pt"))) {
 *     for (TableBatch batch = rows.next(); batch != null; batch = rows.next()) {
 *         for (int row = 0; row < batch.rows(); row++) {
 *             sum += batch.column(0).real(row);
 *         }
 *     }
 * }
 * }</pre>
 *
 * <p>{@link hep.aurum.event.table.ArrayTable} is a table of arrays in memory; {@link hep.aurum.event.table.ColumnBuffer}
 * serves cursors that fill batch after batch.
 *
 * <p>To add a format, implement {@link hep.aurum.event.table.TableFormat} and name the class in
 * {@code META-INF/services/hep.aurum.event.table.TableFormat}.
 */
@NullMarked
package hep.aurum.event.table;

import org.jspecify.annotations.NullMarked;
