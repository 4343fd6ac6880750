package hep.aurum.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.base.BadModel;
import hep.aurum.base.Progress;
import hep.aurum.hist.Axis;
import hep.aurum.hist.Histogram1D;
import hep.aurum.infer.discovery.LookElsewhere;
import hep.aurum.infer.test.Gaussian;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PeakScanTest {

    private static final Axis AXIS = Axis.uniform("m", "GeV", 20, 100, 120);

    private static Histogram1D histogram(String title, double[] heights) {
        return Histogram1D.ofHeights(title, AXIS, heights, new double[heights.length]);
    }

    private static double[] flat(double height) {
        double[] heights = new double[AXIS.bins()];
        Arrays.fill(heights, height);
        return heights;
    }

    /** A peak that is narrow against the bins lies in one of them, where Z² = 2 (n ln(n/b) − n + b). */
    @Test
    void aNarrowPeakHasTheSignificanceOfItsBin() {
        double[] counts = flat(100);
        counts[7] = 130;
        counts[12] = 80;

        PeakScanResult scan = PeakScan.of(histogram("b", flat(100)), histogram("n", counts), PeakWidth.constant(0.05))
                .withoutStatErrors()
                .between(100.5, 119.5, 20)
                .run(Progress.NONE);

        double z = Math.sqrt(2 * (130 * StrictMath.log(1.3) - 30));
        assertThat(scan.bestPosition()).isEqualTo(107.5);
        assertThat(scan.localZ()).isCloseTo(z, within(1e-5));
        assertThat(scan.p0().get(7)).isCloseTo(Gaussian.pValue(z), within(1e-7));
        assertThat(scan.events().get(7)).isCloseTo(30, within(1e-3));
        // A deficit is no signal.
        assertThat(scan.z().get(12)).isCloseTo(0, within(1e-6));
    }

    /** Counts above the background in bins 3, 4 and 9 alone: the statistic rises from zero before 3 and before 9. */
    @Test
    void upcrossingsAreCountedAndCorrectTheSignificance() {
        double[] counts = flat(100);
        counts[3] = 120;
        counts[4] = 125;
        counts[9] = 140;

        PeakScanResult scan = PeakScan.of(histogram("b", flat(100)), histogram("n", counts), PeakWidth.constant(0.05))
                .withoutStatErrors()
                .between(100.5, 119.5, 20)
                .withLevel(1)
                .run(Progress.NONE);

        assertThat(scan.upcrossings()).isEqualTo(2);
        double z = Math.sqrt(2 * (140 * StrictMath.log(1.4) - 40));
        double global = Gaussian.pValue(z) + 2 * StrictMath.exp(-(z * z - 1) / 2);
        assertThat(scan.globalP()).isCloseTo(global, within(1e-6));
        assertThat(scan.globalZ())
                .isCloseTo(Gaussian.significance(global), within(1e-5))
                .isLessThan(scan.localZ());
    }

    /** The Asimov data of a peak give \(\sqrt{q_0}\) of all its bins at its place, and its events. */
    @Test
    void theAsimovPeakIsFoundWithItsEvents() {
        double[] counts = flat(400);
        double q0 = 0;
        for (int b = 0; b < counts.length; b++) {
            double s = 90
                    * (Gaussian.pValue((AXIS.edge(b) - 110) / 2.2) - Gaussian.pValue((AXIS.edge(b + 1) - 110) / 2.2));
            counts[b] += s;
            q0 += 2 * (counts[b] * StrictMath.log(counts[b] / 400) - s);
        }

        PeakScanResult scan = PeakScan.of(histogram("b", flat(400)), histogram("n", counts), PeakWidth.relative(0.02))
                .withoutStatErrors()
                .between(105, 115, 11)
                .run(Progress.NONE);

        assertThat(scan.bestPosition()).isEqualTo(110);
        assertThat(scan.localZ()).isCloseTo(Math.sqrt(q0), within(1e-6));
        assertThat(scan.events().get(5)).isCloseTo(90, within(1e-3));
    }

    /** With 40 toys the mean number of upcrossings has an error of √(N/40); five of them is a false alarm of 6e-7. */
    @Test
    void toysGiveTheUpcrossingsOfRicesFormula() {
        double width = 1.5;
        double level = 0.5;
        PeakScanResult scan = PeakScan.of(
                        histogram("b", flat(2000)), histogram("n", flat(2000)), PeakWidth.constant(width))
                .withoutStatErrors()
                .between(104, 116, 49)
                .withToys(40, 7)
                .run(Progress.NONE);

        double expected = LookElsewhere.ofGaussianPeak(12, width).upcrossingsAtZero() * StrictMath.exp(-level / 2);
        assertThat(scan.upcrossings()).isCloseTo(expected, within(5 * Math.sqrt(expected / 40)));
    }

    @Test
    void dataWithoutBackgroundAreRefusedAndEmptyBinsAreNot() {
        double[] heights = flat(100);
        heights[19] = 0;
        double[] counts = flat(100);
        counts[19] = 0;
        PeakScan empty = PeakScan.of(histogram("b", heights), histogram("n", counts), PeakWidth.constant(1))
                .between(117, 120, 3);
        assertThat(empty.run(Progress.NONE).localZ()).isCloseTo(0, within(1e-6));

        counts[19] = 1;
        PeakScan impossible = PeakScan.of(histogram("b", heights), histogram("n", counts), PeakWidth.constant(1));
        assertThatThrownBy(() -> impossible.run(Progress.NONE)).isInstanceOf(BadModel.class);
    }

    @Test
    void theErrorsOfTheBackgroundCostSignificance() {
        double[] counts = flat(100);
        counts[7] = 140;
        double[] errors = flat(10);
        Histogram1D background = Histogram1D.ofHeights("b", AXIS, flat(100), errors);
        PeakScan scan = PeakScan.of(background, histogram("n", counts), PeakWidth.constant(0.05))
                .between(100.5, 119.5, 20);

        double exact = scan.withoutStatErrors().run(Progress.NONE).localZ();
        double uncertain = scan.run(Progress.NONE).localZ();

        assertThat(uncertain).isLessThan(0.8 * exact).isGreaterThan(0.5 * exact);
    }
}
