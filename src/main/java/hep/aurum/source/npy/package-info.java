/**
 * Read and write arrays of NumPy as tables: {@code .npy} and {@code .npz}.
 *
 * <pre>{@code
 * TableSource table = new NpyFormat().tables(Path.of("events.npz")).get(0);
 * try (TableCursor rows = table.open(List.of("pt", "eta"))) {
 *     ...
 * }
 * }</pre>
 *
 * <p><b>Reading.</b> Formats 1.0 to 3.0, either byte order, rows or columns first ({@code fortran_order}), of half, single
 * and double precision, integers of 1 to 8 bytes, bool, and texts of fixed length ({@code S}, {@code U}). An array of one
 * dimension is one column, further dimensions are the values of a row, in the order of C; both are named {@code values}. A
 * record array has a column for each field. The arrays of a {@code .npz} are one table if they have the same number of rows,
 * with the names of the arrays ({@code array.field} for records), and one table each otherwise. Nothing is evaluated or
 * extracted: objects, which NumPy would unpickle, are refused.
 *
 * <p>Memory does not grow with the file. An array with columns first is read by one stream for each value of a row, which
 * is slow if it is also compressed.
 *
 * <p><b>Writing.</b> A {@code .npy} is a record array with a field for each column; a {@code .npz} has an array for each
 * column, compressed. Texts are written to {@code .npz} only, as {@code U} of the longest. Lists of varying length, units,
 * descriptions and attributes cannot be held; the writer says so.
 *
 * @see <a href="https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html">The format</a>
 */
@NullMarked
package hep.aurum.source.npy;

import org.jspecify.annotations.NullMarked;
