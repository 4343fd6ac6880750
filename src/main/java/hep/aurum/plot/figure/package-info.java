/**
 * Hold the kinds of figures that results are shown with.
 *
 * <p>Each is an immutable record with a factory for what it must have and {@code with…} methods for the rest:
 * {@link hep.aurum.plot.figure.LikelihoodScanFigure}, {@link hep.aurum.plot.figure.LikelihoodContourFigure},
 * {@link hep.aurum.plot.figure.StackFigure}, {@link hep.aurum.plot.figure.CalibrationFigure},
 * {@link hep.aurum.plot.figure.ReliabilityFigure}, {@link hep.aurum.plot.figure.TrainingCurveFigure},
 * {@link hep.aurum.plot.figure.HistogramComparisonFigure}. {@link hep.aurum.plot.figure.Curve} and
 * {@link hep.aurum.plot.figure.Surface} carry their numbers.
 */
@NullMarked
package hep.aurum.plot.figure;

import org.jspecify.annotations.NullMarked;
