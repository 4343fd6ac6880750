/**
 * Read and write YODA, the text files of histograms of Rivet, versions 1 to 3 of its blocks, plain or compressed.
 *
 * <pre>{@code
 * List<AnalysisObject> objects = YodaFile.read(Path.of("run.yoda.gz"));
 * YodaFile.write(Path.of("copy.yoda"), objects, YodaVersion.V2);
 * }</pre>
 *
 * <p>A block begins with {@code BEGIN YODA_HISTO1D_V2 /path}, has annotations, a line {@code ---} (from version 2), a
 * table of numbers and {@code END YODA_HISTO1D_V2}. Blocks of YODA 1 have version 1 ({@code Key=Value} annotations) or 2,
 * those of YODA 2 have version 3. Read into types are counters, histograms of one and two variables, profiles, scatters
 * and estimates; any other block (a histogram with gaps between its bins, axes of words, three variables) is kept as text,
 * {@link hep.aurum.hist.Unread}, and written back as it stands. Comments are left out.
 *
 * <p>Numbers are written with the fewest digits that read back as the same bits. To read another type, add it to
 * {@code BlockContent} and to {@code BlockWriter}.
 *
 * @see <a href="https://yoda.hepforge.org/">YODA</a>
 * @see <a href="https://doi.org/10.21468/SciPostPhysCodeb.45">A. Buckley et al., SciPost Phys. Codebases 45 (2025)</a>
 */
@NullMarked
package hep.aurum.format.yoda;

import org.jspecify.annotations.NullMarked;
