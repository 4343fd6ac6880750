/**
 * Read and write files of histograms of any format by one door, {@link hep.aurum.format.histogram.HistogramFiles}.
 *
 * <pre>{@code
 * for (AnalysisObject object : HistogramFiles.read(Path.of("run.yoda.gz"))) {
 *     if (object.content() instanceof Histogram1D h) {
 *         total += h.sumOfHeights();
 *     }
 * }
 * List<String> losses = HistogramFiles.write(Path.of("run.aida"), objects);
 * }</pre>
 *
 * <p>AIDA and YODA have packages of their own, ROOT is read by {@code source.root}; JSON and CSV are ours and are here.
 *
 * <h2>JSON</h2>
 *
 * <p>An object {@code {"format": "aurum-histograms", "version": 1, "objects": [...]}}. Each object has {@code path},
 * {@code type}, {@code title} and {@code annotations}. Binned ones ({@code histogram1d}, {@code histogram2d},
 * {@code profile1d}, {@code profile2d}) have {@code axes} ({@code name}, {@code unit}, {@code edges}), {@code entries} and {@code sums} of all
 * cells, flow bins included and x fastest ({@code w, w2, wx, wx2, wy, wy2, wxy}, of a {@code profile2d} also those of z), and {@code total} where it is not the
 * sum of the cells. A {@code histogram1d} also has, as pyhf has it, {@code data}, the heights in range, and
 * {@code errors}; whoever writes such a file by hand may leave out {@code entries} and {@code sums}. {@code null} is a
 * value that is not a number, {@code "inf"} and {@code "-inf"} are infinite ones.
 *
 * <h2>CSV</h2>
 *
 * <p>A line per cell, objects of one kind to a file: {@code path, x_low, x_high} (and {@code y_low, y_high}),
 * {@code height, error, entries} and the sums; underflow begins at {@code -inf}, overflow ends at {@code inf}. Points have
 * {@code path} and value, {@code minus}, {@code plus} for each coordinate. Titles, units and annotations are left out.
 *
 * <p>To add a format, give it a class with {@code accepts}, {@code read} and {@code write} and a line in
 * {@code HistogramFiles}.
 */
@NullMarked
package hep.aurum.format.histogram;

import org.jspecify.annotations.NullMarked;
