/**
 * Read and write Parquet through DuckDB, which is on the class path of those who want it.
 *
 * <pre>{@code
 * TableSource table = new ParquetFormat().tables(Path.of("events.parquet")).get(0);
 * try (TableCursor rows = table.open(List.of("m", "Jet_pt"))) {
 *     ...
 * }
 * }</pre>
 *
 * <p>Integers of every width, bool, float, double, text and lists of these are read and written; columns of other types are
 * left out, with a sentence. Parquet has no columns of a fixed number of values and no units: they are lists whose width
 * stands, with units and descriptions, in the metadata of the file under {@code aurum.columns}. Attributes are further
 * metadata by their name. An empty (null) real number is NaN, an empty text is empty, an empty list has no values; an empty
 * integer is refused.
 *
 * <p>Without {@code org.duckdb:duckdb_jdbc} everything here ends in {@link hep.aurum.base.NotSupported}. Rows are read as a
 * stream; what is written goes to a database beside the file first, so that memory does not grow with it. DuckDB may open
 * that one file, installs nothing, and may take 1 GB of memory.
 *
 * @see <a href="https://duckdb.org/docs/stable/data/parquet/overview">DuckDB on Parquet</a>
 */
@NullMarked
package hep.aurum.source.parquet;

import org.jspecify.annotations.NullMarked;
