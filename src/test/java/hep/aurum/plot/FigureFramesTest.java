package hep.aurum.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.hist.Axis;
import hep.aurum.hist.Histogram1D;
import hep.aurum.plot.figure.Curve;
import hep.aurum.plot.figure.LikelihoodScanFigure;
import hep.aurum.plot.figure.StackFigure;
import hep.aurum.plot.style.FrameMap;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** The frames of a figure say where its SVG puts a value. */
class FigureFramesTest {

    /** The file rounds to a hundredth of a point. */
    private static final Offset<Double> ROUNDING = within(0.006);

    private static double across(FrameMap frame, double x) {
        double share = (x - frame.x().min()) / (frame.x().max() - frame.x().min());
        return frame.left() + share * (frame.right() - frame.left());
    }

    @Test
    void aCurveOfTheFileRunsThroughThePlacesOfItsPoints() {
        double[] x = {-1, 0.25, 3};
        double[] y = {5, 0, 2};
        Figure scan = LikelihoodScanFigure.ofExpected("c", "", Curve.of(x, y));

        List<FrameMap> frames = FigureFrames.of(scan);

        assertThat(frames).hasSize(1);
        FrameMap frame = frames.get(0);
        assertThat(frame.x()).isEqualTo(new FrameMap.Scale(-1, 3, false));
        SvgText svg = SvgText.parse(FigureWriter.svg(scan, "scan"));
        assertThat(new double[] {frame.left(), frame.top(), frame.right(), frame.bottom()})
                .containsExactly(
                        new double[] {svg.frameLeft(), svg.frameTop(), svg.frameRight(), svg.frameBottom()}, ROUNDING);
        List<double[]> path = svg.path("#5790fc", "2.2");
        assertThat(path).hasSize(3);
        for (int i = 0; i < 3; i++) {
            double share =
                    (y[i] - frame.y().min()) / (frame.y().max() - frame.y().min());
            double down = frame.bottom() - share * (frame.bottom() - frame.top());
            assertThat(path.get(i)).containsExactly(new double[] {across(frame, x[i]), down}, ROUNDING);
        }
    }

    @Test
    void aStackWithDataHasTwoFramesAboveEachOther() {
        Axis axis = Axis.uniform("m", "GeV", 3, 100, 130);
        double[] heights = {400, 40, 4};
        double[] errors = {2, 1, 0.5};
        Figure stack = StackFigure.of(List.of(Histogram1D.ofHeights("background", axis, heights, errors)))
                .withLogarithmicAxis()
                .withData(Histogram1D.ofHeights("data", axis, heights, errors));

        List<FrameMap> frames = FigureFrames.of(stack);

        assertThat(frames).hasSize(2);
        assertThat(frames.get(0).y().isLogarithmic()).isTrue();
        assertThat(frames.get(1).y().isLogarithmic()).isFalse();
        assertThat(frames.get(1).top())
                .isBetween(frames.get(0).bottom(), frames.get(0).bottom() + 2);
        for (FrameMap frame : frames) {
            assertThat(frame.x()).isEqualTo(new FrameMap.Scale(100, 130, false));
            assertThat(frame.left()).isEqualTo(frames.get(0).left());
        }
    }

    @Test
    void aFigureWithoutAxesHasNone() {
        Figure bare = new Figure() {
            @Override
            public String title() {
                return "bare";
            }

            @Override
            public void draw(java.awt.Graphics2D g) {
                g.drawLine(0, 0, 9, 9);
            }

            @Override
            public java.util.Map<String, Object> data() {
                return java.util.Map.of();
            }
        };

        assertThat(FigureFrames.of(bare)).isEmpty();
    }
}
