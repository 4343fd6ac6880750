/**
 * Hold tables of numbers, in memory or on disk, behind one interface.
 *
 * <p>{@link hep.aurum.math.array.RowTable} is what readers see. {@link hep.aurum.math.array.ArrayTable} keeps it in memory,
 * {@link hep.aurum.math.array.NpyTable} leaves it in a file of NumPy, which {@link hep.aurum.math.array.NpyWriter} writes.
 *
 * <pre>{@code
 * RowTable table = NpyTable.open(Path.of("x.npy"));
 * double x = table.get(row, column);
 * }</pre>
 */
@NullMarked
package hep.aurum.math.array;

import org.jspecify.annotations.NullMarked;
