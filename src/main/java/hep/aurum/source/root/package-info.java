/**
 * Read ROOT files: directories, compressed records, histograms, trees of events.
 *
 * <p>{@link hep.aurum.source.root.RootFile} opens a file and lists it; everything is read here, without ROOT.
 *
 * <pre>{@code
 * try (RootFile file = RootFile.open(Path.of("templates.root"))) {
 *     for (RootKey key : file.keys()) {
 *         names.add(key + " " + key.className());
 *     }
 *     Histogram1D signal = file.histogram("channel1/signal");
 *     Histogram1D earlier = file.histogram("channel1/signal;1");
 *     RootTree events = file.tree("Events");
 * }
 * }</pre>
 *
 * <p>A {@link hep.aurum.source.root.RootTree} is a table ({@link hep.aurum.event.table}): a column per branch, named as
 * in ROOT ({@code Jet_pt}, {@code Jet.PT}), read in batches without ROOT and in memory that does not grow with the file.
 *
 * <p>Layers, each of which knows the one before it only:
 *
 * <ul>
 *   <li>{@code RootBytes} reads pieces of the file, {@code RecordBlocks} undoes ZL, CS, XZ, L4 and ZS;
 *   <li>{@code RootCursor} steps through a piece: numbers, strings, versioned objects, pointers;
 *   <li>{@code FileHeader}, {@code KeyRecord} and {@code DirectoryReader} find the records, with offsets of 4 and of 8
 *       bytes;
 *   <li>{@code HistogramReader} turns a record into a histogram of {@link hep.aurum.hist};
 *   <li>{@code StreamerInfos} knows the members of classes from the file's own list, {@code ObjectReader} reads an object
 *       with it, {@code TreeReader} and {@code TreeBranch} make a tree of what was read;
 *   <li>{@code LeafInterpreter} and {@code ElementInterpreter} decide how the entries of a branch become a column: a
 *       {@code BasketLayout};
 *   <li>{@code BasketReader} reads baskets, {@code BranchPass} goes through those of a branch, {@code TreeCursor} through
 *       the rows of a tree.
 * </ul>
 *
 * <p>Trees: read are branches of numbers, fixed arrays, lists with a counter, several leaves, texts; members of split
 * objects and of the items of a TClonesArray or a vector of objects; vectors of numbers and of texts; Float16_t and
 * Double32_t. Not read, but named in the problems of a table: objects that are not split, vectors of vectors, references
 * between objects, branches in other files, and baskets without a table of entries (TIOFeatures). Friends and indices of
 * trees are ignored. RNTuple is another format.
 *
 * <p>Files are those of strangers: every length is checked against the bytes that are there before anything is
 * allocated, a piece has at most 256 MB, a batch of rows some 64 MB of entries, directories nest at most 64 deep and none is read twice. Objects say their own
 * length, so members that later versions append are passed over; versions older than those of ROOT 3 are refused.
 *
 * <p>To add a class, read it with a {@code RootCursor} between {@code enter} and {@code leave}, and prove it on a file
 * that another program wrote, on every truncation of that file, and on garbled copies.
 *
 * @see <a href="https://root.cern.ch/doc/master/classTFile.html">the file format, in the reference of TFile</a>
 */
@NullMarked
package hep.aurum.source.root;

import org.jspecify.annotations.NullMarked;
