/**
 * Write and read Aurum's own event table, {@code .aurum}: columns of numbers, lists and texts that a study reads again and
 * again.
 *
 * <pre>{@code
 * try (TableWriter writer = new EventTableFormat().create(Path.of("events.aurum"), table.header())) {
 *     try (TableCursor rows = table.open(table.header().columnNames())) {
 *         for (TableBatch batch = rows.next(); batch != null; batch = rows.next()) {
 *             writer.write(batch);
 *         }
 *     }
 *     writer.finish();
 * }
 * }</pre>
 *
 * <p>Every type and layout of a column is held to the last bit, with units, descriptions and attributes. Any subset of the
 * columns can be read, in a memory that does not grow with the file; every byte is under a checksum.
 *
 * <h2>The layout, version 1</h2>
 *
 * <p>All numbers are little-endian; u8, u32 and u64 are unsigned integers of so many bits. A <i>text</i> is a u32 with its
 * length in bytes and that many bytes of UTF-8. Checksums are CRC-32C (Castagnoli).
 *
 * <ol>
 *   <li><b>Head</b>: the eight bytes {@code 89 41 55 52 55 4D 0D 0A} ({@code \x89AURUM\r\n}); u32 version; u32 length of the
 *       schema; the schema; u32 checksum of all bytes before it.
 *   <li><b>Schema</b>: text, the name of the table; u32 number of columns; for each of them text name, u8 type, u8 layout,
 *       u32 width, text unit, text description; u32 number of attributes; for each of them text name, text value. Types: 0
 *       bool, 1 int8, 2 uint8, 3 int16, 4 uint16, 5 int32, 6 uint32, 7 int64, 8 uint64, 9 float32, 10 float64, 11 text.
 *       Layouts: 0 scalar, 1 fixed, 2 list. See {@link hep.aurum.event.table.Column}.
 *   <li><b>Row groups</b>: each has one block for each column, in the order of the schema.
 *   <li><b>Index</b>: for each row group u32 number of rows, then for each column u64 offset of its block in the file, u32
 *       length in the file, u32 length of what it holds, u32 checksum of its bytes in the file. A block whose two lengths
 *       differ is compressed (LZ4, block format).
 *   <li><b>Tail</b>, the last 32 bytes: u64 offset of the index, u64 length of the index, u32 its checksum, u32 checksum of
 *       the 20 bytes before it, and {@code 41 55 52 55 4D 45 4E 44} ({@code AURUMEND}).
 * </ol>
 *
 * <p>A block of n rows holds, for lists, n + 1 u32 positions of which the first is 0: the values of row r are those from
 * position r to position r + 1. Then the values: 1 byte each for bool (0 or 1), 1, 2, 4 or 8 for numbers (IEEE 754 for real
 * ones); for m texts, m + 1 u32 positions in the bytes that follow, the first of which is 0, and these bytes, UTF-8.
 */
@NullMarked
package hep.aurum.source.table;

import org.jspecify.annotations.NullMarked;
