/**
 * Write and read documents that other programs understand; one package for each format.
 *
 * <p>{@code aida}: histograms as AIDA XML. {@code pyhf}: HistFactory models as JSON. {@code hs3}: the same models in the
 * field's standard. {@code histfactory}: the same models as XML with ROOT histograms, and {@code combine}: data cards, both
 * read only. {@code onnx}: learned ratios as graphs. The others go both ways, and without loss, as far as a format holds
 * what we have: what is written is read back value for value. Files are those of strangers: size, depth and number of
 * elements are bounded, no entity is expanded, and only {@link hep.aurum.base.BadInput} escapes, or {@link
 * hep.aurum.base.NotSupported} for what is sound but beyond us. Event files are no documents; their doors are in {@code
 * source}.
 *
 * <p>{@link hep.aurum.format.WorkspaceFormats} knows which of them hold binned models, and reads a file of any.
 *
 * <p>To add a format, write a package with a reader and a writer of an existing type, and prove it on a file that another program
 * wrote.
 */
@NullMarked
package hep.aurum.format;

import org.jspecify.annotations.NullMarked;
