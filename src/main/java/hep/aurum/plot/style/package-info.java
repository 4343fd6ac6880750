/**
 * Hold the house style: fonts, palette, axes with inward ticks on four sides, legends without frame, labels.
 *
 * <p>The charts themselves are JFreeChart's; this package overrides what a collider physicist would not accept of its
 * defaults. {@link hep.aurum.plot.style.HouseChart} builds a plot and paints it with the header,
 * {@link hep.aurum.plot.style.HouseAxis} is a linear or logarithmic axis, {@link hep.aurum.plot.style.FigureLabels}
 * says what stands above the frame. Text may contain {@code _{…}} and {@code ^{…}} for sub- and superscripts;
 * {@link hep.aurum.plot.style.ParameterSymbol} is the one rule by which names of parameters are printed.
 */
@NullMarked
package hep.aurum.plot.style;

import org.jspecify.annotations.NullMarked;
