/**
 * Read ROOT files: directories, compressed records, histograms.
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
 * }
 * }</pre>
 *
 * <p>Layers, each of which knows the one before it only:
 *
 * <ul>
 *   <li>{@code RootBytes} reads pieces of the file, {@code RecordBlocks} undoes ZL, CS, XZ, L4 and ZS;
 *   <li>{@code RootCursor} steps through a piece: numbers, strings, versioned objects, pointers;
 *   <li>{@code FileHeader}, {@code KeyRecord} and {@code DirectoryReader} find the records, with offsets of 4 and of 8
 *       bytes;
 *   <li>{@code HistogramReader} turns a record into a histogram of {@link hep.aurum.hist}.
 * </ul>
 *
 * <p>Files are those of strangers: every length is checked against the bytes that are there before anything is
 * allocated, a piece has at most 256 MB, directories nest at most 64 deep and none is read twice. Objects say their own
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
