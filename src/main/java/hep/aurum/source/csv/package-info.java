/**
 * Read and write tables of text: CSV, TSV, and columns aligned by blanks.
 *
 * <p>{@link hep.aurum.source.csv.CsvFormat} finds out what a file is; there is nothing to declare:
 *
 * <pre>{@code
 * TableSource table = new CsvFormat().tables(Path.of("events.csv.gz")).get(0);
 * try (TableCursor rows = table.open(List.of("m", "n_jets"))) {
 *     for (TableBatch batch = rows.next(); batch != null; batch = rows.next()) {
 *         ...
 *     }
 * }
 * }</pre>
 *
 * <p><b>Reading.</b> The delimiter is the first of tab, semicolon, comma and runs of blanks that parts the first lines into
 * the same number of fields. Lines that begin with {@code #} are comments, empty lines are passed over. Quotes are those of
 * <a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180</a>; a quoted field may go over up to 1000 lines. Blanks around
 * a field that is not quoted are left off. The first row is the header if its fields are not empty, differ, and none is a
 * number; a header may also stand in the last comment line before the data, as {@code numpy.savetxt} writes it; otherwise
 * the columns are {@code c0}, {@code c1}, ....
 *
 * <p><b>Types.</b> A first pass over up to 256 MB of text finds the type of each column: {@code bool} ({@code true} and
 * {@code false}), {@code int64}, {@code uint64} (integers that need it), {@code float64} (an empty field, {@code NaN} and
 * {@code inf} are real numbers), {@code text} (anything else, and what is quoted, unless the whole file is quoted). So a
 * weight that is 1 for a thousand rows and 1.003 in the next is a real number from the first. A field behind those 256 MB
 * that contradicts its column is refused with line and column; {@link hep.aurum.source.csv.CsvTable#withType} declares a
 * type. Columns {@code x[0]}, {@code x[1]}, ... in this order are one column {@code x} of fixed width.
 *
 * <p><b>Writing.</b> Numbers read back to the same bits; single precision is written with the digits of double precision.
 * Texts are quoted where they could be taken for something else. CSV cannot hold lists of varying length, units,
 * descriptions and attributes; the writer says so.
 */
@NullMarked
package hep.aurum.source.csv;

import org.jspecify.annotations.NullMarked;
