/**
 * Read and write tables in HDF5 files, those of MadMiner among them.
 *
 * <pre>{@code
 * List<TableSource> tables = new Hdf5Format().tables(Path.of("delphes_data_shuffled.h5"));
 * try (TableCursor rows = tables.get(0).open(List.of("pt_j1", "weight_sm"))) {
 *     ...
 * }
 * }</pre>
 *
 * <p><b>Any file.</b> The data sets of a group that have the same first dimension are one table, named for the path of the
 * group; where they differ, so are those of the number of rows that most have, and each other is a table of its own. A data set of one dimension is a column, further dimensions are
 * the values of a row; a compound data set is a table with a column for each member. Numbers, truth values (also as h5py
 * keeps them), texts of fixed and of varying length are read; single values and attributes become attributes of the table.
 * Links are not followed, groups nest at most 16 deep, and none is read twice.
 *
 * <p><b>Files of MadMiner</b> (group {@code samples} with {@code observations} and {@code weights}) are one table of events:
 * a column for each observable, a column {@code weight_NAME} in pb for each benchmark, and {@code sampling_benchmark} where
 * it is kept (-1 for background). The attributes {@code parameters}, {@code benchmarks} and {@code observables} say these
 * as JSON; each other data set is an attribute by its path, as JSON too, such as {@code morphing/components}. The layout
 * is that of {@code madminer/utils/interfaces/madminer_hdf5.py} in github.com/madminer-tool/madminer.
 *
 * <p><b>Lists of varying length</b> are two data sets: {@code NAME} has the values of all rows one after another, with a
 * second dimension where an item has several, and {@code NAME_offsets} where each row begins, one place more than there are
 * rows. With h5py, row i is {@code f["events/NAME"][o[i]:o[i + 1]]}, where {@code o = f["events/NAME_offsets"]}. The
 * attribute {@code offsets} of the values names the one, {@code offsets_of} of the offsets the other; where every list is
 * empty, there are offsets only. Files of others that have these attributes are read as well.
 *
 * <p><b>Limits.</b> Rows are read in slices of at most 8 MB for each column of lists and all others together, or of one
 * chunk where chunks are larger, whatever the length of the file; chunks above 64 MB, chunks that decompress to more
 * than they are declared to hold, and lists above 2^24 values are refused.
 * jhdf undoes the compressions deflate, LZF, LZ4 and (bit) shuffle. It writes a data set at once and uncompressed, so that a
 * table that is written has to fit into the memory; at most 2^27 values are taken. It writes every text of a column as long
 * as the longest, which is refused above 1 GB.
 *
 * @see <a href="https://jhdf.io">jhdf</a>
 */
@NullMarked
package hep.aurum.source.hdf5;

import org.jspecify.annotations.NullMarked;
