/**
 * Bring histograms of Aurum into the host's AIDA tree and those of the tree to Aurum, with equal contents.
 *
 * <pre>{@code
 * HostTree tree = HostTree.of(analysisFactory, visibleTree);
 * List<Object> shown = tree.put("/aurum/vbf", StoredResults.read(folder).objects());
 * Histogram1D mass = AidaHistogram.read(tree.histograms().get(0).object(), "mass");
 * }</pre>
 *
 * <p>The interfaces of AIDA have no setters of heights and errors, so objects travel as the file of AIDA XML that Aurum writes
 * anyway: the host opens it, and its factory copies what is in there.
 */
@NullMarked
package hep.aurum.jas.aida;

import org.jspecify.annotations.NullMarked;
