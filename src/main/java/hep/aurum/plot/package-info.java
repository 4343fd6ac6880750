/**
 * Draw results as figures that can go into a note: SVG, PDF and PNG from one call, without a display.
 *
 * <p>A {@link hep.aurum.plot.Figure} is an immutable description; {@link hep.aurum.plot.FigureWriter} draws it to
 * files. The kinds of figures are in {@code hep.aurum.plot.figure}, fonts, colours and axes in
 * {@code hep.aurum.plot.style}.
 *
 * <pre>{@code
 * Figure scan = LikelihoodScanFigure.ofExpected("cHW", "", expected)
 *         .withObserved(observed)
 *         .withTruth(0)
 *         .withLabels(FigureLabels.simulation().withCollisions(13, 300));
 * FigureWriter.write(scan, Path.of("out/figures"), "scan_cHW");
 * Map<String, Object> numbers = scan.data();
 * }</pre>
 *
 * <p>{@link hep.aurum.plot.FigureGrid} puts several figures on one page, {@link hep.aurum.plot.FigureWindow} shows one on a
 * screen.
 *
 * <p>SVG files of the same figure are the same bytes on the same machine; text stays text, in a fixed width, so that
 * the layout survives a viewer with other fonts. To add a figure, write a record that implements {@code Figure} and
 * builds a plot with {@code HouseChart}.
 */
@NullMarked
package hep.aurum.plot;

import org.jspecify.annotations.NullMarked;
