/**
 * Hold tables of numbers, in memory or on disk, behind one interface.
 *
 * <p>{@link hep.aurum.math.array.RowTable} is what readers see, {@link hep.aurum.math.array.ArrayTable} keeps it in memory.
 *
 * <pre>{@code
 * RowTable table = ArrayTable.of(values, columns);
 * double x = table.get(row, column);
 * }</pre>
 */
@NullMarked
package hep.aurum.math.array;

import org.jspecify.annotations.NullMarked;
