/**
 * Read and write AIDA XML 3.3, the histogram files of JAS3 and the FreeHEP world, plain or compressed with gzip.
 *
 * <p>An {@link hep.aurum.format.aida.AidaTree} is a document: a list of {@link hep.aurum.format.aida.AidaObject}, each
 * with a path, a name, a kind and its XML content kept as it stands. A document that is read and written again has
 * therefore the same values, also those of kinds that Aurum has no type for. Objects become
 * histograms on request and histograms become objects:
 *
 * <pre>{@code
 * AidaTree tree = AidaTree.read(Path.of("h4l_2011.aida"));
 * Histogram1D m4l = tree.find("/higgs4l/m4l").histogram1D();
 * AidaTree.of(List.of(AidaObject.of("/study/signal", "logr", histogram))).write(Path.of("study.aida"));
 * }</pre>
 *
 * <p>AIDA stores heights, errors, means and spreads; Aurum stores sums. Where the one does not give the other back to
 * the last bit, the writer adds the sums to the annotation (keys {@code aurum.*}), and the reader uses them as long as
 * they agree with the bins: what Aurum writes it reads back value for value.
 *
 * <p>The reader is made for files from strangers: no DTD is fetched, no entity expanded, and size, depth and number of
 * elements are bounded. To add a kind, write a codec beside {@code Histogram1DCodec}.
 *
 * @see <a href="http://aida.freehep.org/schemas/3.3/aida.dtd">the document type definition</a>
 */
@NullMarked
package hep.aurum.format.aida;

import org.jspecify.annotations.NullMarked;
