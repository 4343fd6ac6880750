/**
 * Hold the kinds of figures that results are shown with.
 *
 * <p>Each is immutable, with a factory for what it must have and {@code with…} methods for the rest.
 *
 * <ul>
 *   <li>Limits and discoveries: {@link hep.aurum.plot.figure.BrazilBandFigure},
 *       {@link hep.aurum.plot.figure.ClsScanFigure}, {@link hep.aurum.plot.figure.LocalPValueFigure};
 *   <li>fits: {@link hep.aurum.plot.figure.LikelihoodScanFigure}, {@link hep.aurum.plot.figure.LikelihoodContourFigure},
 *       {@link hep.aurum.plot.figure.PullsFigure}, {@link hep.aurum.plot.figure.ImpactsFigure},
 *       {@link hep.aurum.plot.figure.CorrelationFigure}, {@link hep.aurum.plot.figure.CornerFigure};
 *   <li>distributions: {@link hep.aurum.plot.figure.StackFigure},
 *       {@link hep.aurum.plot.figure.HistogramComparisonFigure} and {@link hep.aurum.plot.figure.Distributions};
 *   <li>learned quantities: {@link hep.aurum.plot.figure.TrainingCurveFigure},
 *       {@link hep.aurum.plot.figure.CalibrationFigure}, {@link hep.aurum.plot.figure.ReliabilityFigure},
 *       {@link hep.aurum.plot.figure.RocFigure}, {@link hep.aurum.plot.figure.CoverageFigure},
 *       {@link hep.aurum.plot.figure.RankFigure}.
 * </ul>
 *
 * <pre>{@code
 * Figure limits = BrazilBandFigure.of("m_{X} [GeV]", "95% CL upper limit on μ", masses, limitResults).withTarget(1, "μ = 1");
 * FigureWriter.write(limits, Path.of("out/figures"), "limits");
 * }</pre>
 *
 * <p>{@link hep.aurum.plot.figure.Curve}, {@link hep.aurum.plot.figure.Surface} and
 * {@link hep.aurum.plot.figure.SigmaBands} carry their numbers.
 */
@NullMarked
package hep.aurum.plot.figure;

import org.jspecify.annotations.NullMarked;
