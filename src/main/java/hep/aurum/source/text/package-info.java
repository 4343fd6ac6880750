/**
 * Read text formats at the speed of the disk: lines and numbers straight from bytes, without a string per field.
 *
 * <p>{@link hep.aurum.source.text.LineReader} hands out the place of each line in its buffer,
 * {@link hep.aurum.source.text.Fields} walks over the fields of a line and turns them into numbers:
 *
 * <pre>{@code
 * LineReader lines = new LineReader(in, "events.lhe");
 * Fields fields = new Fields();
 * while (lines.next()) {
 *     fields.reset(lines.buffer(), lines.start(), lines.end());
 *     while (fields.next()) {
 *         sum += fields.asDouble();
 *     }
 * }
 * }</pre>
 *
 * <p>{@link hep.aurum.source.text.NumberText} goes the other way: numbers that read back bit by bit, with the same
 * characters on every JDK.
 *
 * <p>A line longer than {@link hep.aurum.source.text.LineReader#LONGEST_LINE} bytes is refused, so that no file can make
 * a reader allocate without bound.
 */
@NullMarked
package hep.aurum.source.text;

import org.jspecify.annotations.NullMarked;
