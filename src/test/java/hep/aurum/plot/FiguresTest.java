package hep.aurum.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.hist.Axis;
import hep.aurum.hist.Histogram1D;
import hep.aurum.plot.figure.CalibrationFigure;
import hep.aurum.plot.figure.HistogramComparisonFigure;
import hep.aurum.plot.figure.ReliabilityFigure;
import hep.aurum.plot.figure.StackFigure;
import hep.aurum.plot.figure.TrainingCurveFigure;
import java.util.List;
import org.junit.jupiter.api.Test;

class FiguresTest {

    private static final Axis MASS = Axis.uniform("m_{γγ}", "GeV", 4, 100, 180);

    private static Histogram1D template(String title, double... heights) {
        double[] errors = new double[heights.length];
        for (int i = 0; i < errors.length; i++) {
            errors[i] = 0.1 * heights[i];
        }
        return Histogram1D.ofHeights(title, MASS, heights, errors);
    }

    private static StackFigure stack() {
        return StackFigure.of(List.of(template("γj", 10, 8, 4, 0), template("γγ", 40, 20, 10, 0)))
                .withSignal(template("Signal", 0, 12, 0, 0), 5)
                .withData(template("Data", 50, 44, 10, 1));
    }

    @Test
    void stackListsItsPartsFromTheTopAndCountsBinsWithoutPrediction() {
        String svg = SvgText.wellFormed(FigureWriter.svg(stack(), "stack"));

        assertThat(SvgText.of(svg))
                .containsSubsequence("Data", "Signal × 5", "Signal", "γγ", "γj", "MC stat. uncertainty")
                .contains("Events / 20 GeV", "Data / MC", "1 bin without prediction: no ratio", "1.0");
        assertThat(svg).isEqualTo(FigureWriter.svg(stack(), "stack"));
    }

    @Test
    void stackedAreaReachesTheSumOfThePredictions() {
        StackFigure figure = stack();
        String svg = FigureWriter.svg(figure, "stack");
        SvgText text = SvgText.parse(svg);

        // The highest point is the scaled signal, 5 times 12: the axis ends at 1.55 times that, and the backgrounds
        // fill 50 events in the first bin.
        double top = 1.55 * 60;
        double y = text.frameBottom() - 50 / top * (text.frameBottom() - text.frameTop());
        assertThat(text.path("#000000", "0.6")).isNotEmpty();
        assertThat(text.allPoints("#000000", "0.6"))
                .anySatisfy(p -> assertThat(p[1]).isCloseTo(y, within(0.02)));
    }

    @Test
    void logarithmicStackLabelsPowersOfTen() {
        assertThat(SvgText.of(FigureWriter.svg(stack().withLogarithmicAxis(), "log")))
                .contains("10", "2")
                .doesNotContain("0");
    }

    @Test
    void stackRefusesHistogramsOfDifferentBinning() {
        Histogram1D other = Histogram1D.builder("other", Axis.uniform("m", "GeV", 5, 100, 180))
                .build();

        assertThatThrownBy(() -> stack().withData(other)).hasMessageContaining("different edges");
    }

    @Test
    void calibrationStatesTheMeanSquareErrorAndTheResidual() {
        double[] truth = new double[2000];
        double[] learned = new double[2000];
        for (int i = 0; i < truth.length; i++) {
            truth[i] = -2 + 4.0 * i / truth.length;
            learned[i] = truth[i] + 0.1 * (i % 2 == 0 ? 1 : -1) + 0.05;
        }
        CalibrationFigure figure = CalibrationFigure.of(truth, learned);

        // 0.05² + 0.1²
        assertThat(figure.meanSquare()).isCloseTo(0.0125, within(1e-12));
        assertThat(figure.residual().height(10)).isCloseTo(0.05, within(1e-3));
        assertThat(figure.residual().spread(10)).isCloseTo(0.1, within(1e-3));
        assertThat(SvgText.of(SvgText.wellFormed(FigureWriter.svg(figure, "c"))))
                .contains("True ln r(x)", "Learned = true", "⟩ = 1.3·10", "−2");
    }

    @Test
    void reliabilityCountsLabelsByPredictedProbability() {
        double[] predicted = {0.1, 0.1, 0.1, 0.1, 0.9, 0.9, 1, 0};
        double[] label = {0, 0, 0, 1, 1, 1, 1, 0};

        ReliabilityFigure figure = ReliabilityFigure.of(predicted, label, 2);

        assertThat(figure.fraction().height(0)).isCloseTo(0.2, within(1e-12));
        assertThat(figure.fraction().height(1)).isEqualTo(1);
        assertThat(figure.fraction().allEntries()).isEqualTo(8);
        assertThat(SvgText.of(SvgText.wellFormed(FigureWriter.svg(figure, "r"))))
                .contains("Observed fraction");
        assertThatThrownBy(() -> ReliabilityFigure.of(new double[] {1.2}, new double[] {1}, 2))
                .hasMessageContaining("1.2");
    }

    @Test
    void trainingCurveMarksTheBestEpoch() {
        TrainingCurveFigure figure =
                TrainingCurveFigure.of(List.of(0.7, 0.6, 0.5, 0.45), List.of(0.72, 0.62, 0.58, 0.6), 3);

        assertThat(SvgText.of(SvgText.wellFormed(FigureWriter.svg(figure, "t"))))
                .contains("Training", "Validation", "Best epoch: 3", "Epoch", "Loss");
        assertThat(FigureWriter.svg(figure.withLogarithmicAxis(), "t")).contains("Best epoch");
        assertThat(figure.data()).containsEntry("best_epoch", 3);
        assertThat(FigureWriter.svg(TrainingCurveFigure.of(List.of(1.0), List.of(1.0), 1), "one"))
                .contains("Epoch");
        assertThatThrownBy(() -> TrainingCurveFigure.of(List.of(1.0), List.of(1.0), 2))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void comparisonOfShapesHasUnitSumsAndARatio() {
        HistogramComparisonFigure figure = HistogramComparisonFigure.of(
                        List.of(template("SM", 4, 3, 2, 1), template("c_{HW} = 1", 2, 6, 1, 1)))
                .withUnitArea();

        assertThat(SvgText.of(SvgText.wellFormed(FigureWriter.svg(figure, "h"))))
                .contains("SM", "HW", "Fraction / 20 GeV", "Ratio");
        assertThat(FigureWriter.svg(figure.withoutRatio(), "h")).doesNotContain("Ratio");
    }
}
