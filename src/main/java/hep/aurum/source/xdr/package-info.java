/**
 * Read big-endian binary files in the manner of XDR: what StdHep and LCIO have in common.
 *
 * <p>{@link hep.aurum.source.xdr.XdrReader} walks over a stream of numbers, strings and arrays, each padded to four
 * bytes; a {@linkplain hep.aurum.source.xdr.XdrReader#limit limit} keeps it inside a block. {@link
 * hep.aurum.source.xdr.ProductionVertices} finds the vertices of an event whose particles say where they come from.
 *
 * <pre>{@code
 * XdrReader xdr = new XdrReader(in);
 * int count = xdr.count("particles", 1_000_000);
 * statuses = xdr.ints(statuses, count);
 * String title = xdr.string("title", 255);
 * }</pre>
 *
 * <p>Counts and lengths are bounded before anything is allocated, and arrays grow only as far as bytes arrive, so that
 * no damaged file can ask for more memory than it has bytes.
 *
 * <p>Source: Eisler, <a href="https://www.rfc-editor.org/rfc/rfc4506">RFC 4506</a>.
 */
@NullMarked
package hep.aurum.source.xdr;

import org.jspecify.annotations.NullMarked;
