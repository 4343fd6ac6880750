/**
 * Hold weighted histograms and profiles as sums, so that any two of them merge without loss of information.
 *
 * <p>An {@link hep.aurum.hist.Axis} divides an interval into bins with an underflow bin before and an overflow bin
 * behind. A {@link hep.aurum.hist.Histogram1D}, {@link hep.aurum.hist.Histogram2D},
 * {@link hep.aurum.hist.Profile1D} or {@link hep.aurum.hist.Profile2D} is immutable and stores for every bin the number of entries and the sums \(\sum w\), \(\sum w^2\), \(\sum wx\),
 * \(\sum wx^2\), never heights and errors: what two jobs have filled adds up to what one job would have filled. Weights
 * may be negative; variances are \(\sum w^2\) whatever the sign.
 *
 * <pre>{@code
 * Axis mass = Axis.uniform("m(yy)", "GeV", 55, 105, 160);
 * Histogram1D.Builder fill = Histogram1D.builder("diphoton mass", mass);
 * for (int i = 0; i < events; i++) {
 *     fill.fill(m[i], weight[i]);
 * }
 * Histogram1D h = fill.build();
 * double expected = h.height(20), error = h.error(20);
 * Histogram1D both = h.plus(other);
 * }</pre>
 *
 * <p>What else a file of histograms holds is here too: a {@link hep.aurum.hist.Counter}, a {@link hep.aurum.hist.Cloud} of
 * fills that are not binned yet, {@link hep.aurum.hist.Points} and {@link hep.aurum.hist.Estimate} with asymmetric errors
 * and their sources, {@link hep.aurum.hist.NamedColumns}. An {@link hep.aurum.hist.AnalysisObject} gives a
 * {@link hep.aurum.hist.Content} its path and annotations; {@code format.histogram} reads and writes files of them.
 *
 * <p>Bins are numbered from 0; -1 is the underflow bin and {@code axis.bins()} the overflow bin. The upper edge of a
 * bin belongs to the next one. To add another kind, keep its sums in a {@code BinSums}, give it the same verbs and add it to
 * {@code Binned}, which shows all kinds alike to the formats.
 */
@NullMarked
package hep.aurum.hist;

import org.jspecify.annotations.NullMarked;
