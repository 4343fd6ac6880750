package hep.aurum.hist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ContentsTest {

    private static final Axis X = Axis.uniform("x", "", 8, 0, 4);
    private static final Axis Y = Axis.of("y", "", -1, 0, 2);

    @Test
    void twoHalvesOfPlaneAndProfileMergeToTheWhole() {
        Histogram2D.Builder[] planes = {plane(), plane(), plane()};
        Profile1D.Builder[] profiles = {profile(), profile(), profile()};
        for (int i = 0; i < 400; i++) {
            // Dyadic values and weights, so that every sum is exact in floating point.
            double x = 0.125 * (i % 40) - 0.5;
            double y = 0.25 * (i % 17) - 2;
            double w = 0.5 * (i % 5) - 0.5;
            for (int part : new int[] {i % 2, 2}) {
                planes[part].fill(x, y, w);
                profiles[part].fill(x, y, w);
            }
        }

        assertThat(planes[0].build().plus(planes[1].build())).isEqualTo(planes[2].build());
        assertThat(profiles[0].build().plus(profiles[1].build())).isEqualTo(profiles[2].build());
        // 400 fills with weights -0.5, 0, 0.5, 1, 1.5 in turn.
        assertThat(planes[2].build().totals()[0]).isEqualTo(200);
        assertThat(planes[2].build().totals()[1]).isEqualTo(80 * (0.25 + 0.25 + 1 + 2.25));
        assertThat(planes[2].build().totalEntries()).isEqualTo(400);
    }

    @Test
    void totalsOfAFileStayApartFromTheBins() {
        Histogram1D h = Histogram1D.builder("h", X).fill(1, 2).fill(9, -1).build();

        assertThat(h.totals()).containsExactly(1, 5, -7, -79);
        assertThat(h.withTotal(2, 1, 5, -7, -79)).isEqualTo(h);
        Histogram1D stated = h.withTotal(3, 2, 6, -7, -79);
        assertThat(stated).isNotEqualTo(h);
        assertThat(stated.plus(h).totals()).containsExactly(3, 11, -14, -158);
        assertThat(stated.plus(h).totalEntries()).isEqualTo(5);
        assertThatThrownBy(() -> h.withTotal(1, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void fillsSharedAmongBinsCountInFractions() {
        double[] half = {0, 0.5, 0.5, 0, 0, 0, 0, 0, 0, 0};
        Histogram1D h = Histogram1D.of("h", X, half, half, half, half, half);

        assertThat(h.numEntries(0)).isEqualTo(0.5);
        assertThat(h.allEntries()).isEqualTo(1);
        assertThat(h.totalEntries()).isEqualTo(1);
    }

    @Test
    void cloudHasTheMomentsOfItsFillsAndFillsAnyBinning() {
        Cloud cloud = Cloud.builder("c", 1).fill(1, 1).fill(3, 2).fill(-1, 5).build();

        assertThat(cloud.sumW()).isEqualTo(3);
        assertThat(cloud.mean(0)).isCloseTo((1 + 6 - 5) / 3.0, within(1e-15));
        // The second moment is (1 + 12 - 25) / 3 < 0: weights that cancel leave no spread.
        assertThat(cloud.rms(0)).isZero();
        assertThat(cloud.effectiveEntries()).isEqualTo(9.0 / 11);
        assertThat(cloud.range(0)).containsExactly(1, 5);
        assertThat(cloud.histogram(X).height(8)).isEqualTo(-1);
        assertThat(cloud.histogram(X).height(4)).isEqualTo(3);
        assertThat(cloud.plus(cloud).size()).isEqualTo(6);
        assertThatThrownBy(() -> cloud.histogram(X, Y)).hasMessageContaining("two axes");
        assertThatThrownBy(() -> Cloud.builder("c", 4)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void estimateOfTwoAxesGivesThePointsOfItsCellsInRange() {
        // Cells of 1 by 1 bins with flow bins: the only one in range is number 4 of 9.
        double[] values = {0, 1, 2, 3, 4, 5, 6, 7, 8};
        Estimate estimate = Estimate.of(
                "e",
                List.of(Axis.of("x", "", 0, 2), Axis.of("y", "", 10, 14)),
                values,
                List.of(
                        ErrorSource.of("a", new double[9], values),
                        ErrorSource.of("b", new double[9], new double[] {0, 0, 0, 0, -3, 0, 0, 0, 0})));

        Points points = estimate.points();

        assertThat(points.size()).isEqualTo(1);
        assertThat(points.value(0, 0)).isEqualTo(1);
        assertThat(points.value(0, 1)).isEqualTo(12);
        assertThat(points.plus(0, 1)).isEqualTo(2);
        assertThat(points.value(0, 2)).isEqualTo(4);
        assertThat(points.plus(0, 2)).isEqualTo(4);
        assertThat(points.minus(0, 2)).isEqualTo(3);
        assertThat(points.sources().get(1).up(0)).isEqualTo(-3);
    }

    @Test
    void labelsOfAxesAreCutIntoNameAndUnit() {
        assertThat(X.withLabel("m(yy) [GeV]").unit()).isEqualTo("GeV");
        assertThat(X.withLabel("m(yy) [GeV]").name()).isEqualTo("m(yy)");
        assertThat(X.withLabel("plain").label()).isEqualTo("plain");
        assertThat(new AnalysisObject("/a/b/c", new Counter("", 0, 0, 0), java.util.Map.of()).folder())
                .isEqualTo("/a/b");
        assertThat(AnalysisObject.of("/c", new Counter("", 0, 0, 0)).folder()).isEqualTo("/");
    }

    private static Histogram2D.Builder plane() {
        return Histogram2D.builder("p", X, Y);
    }

    private static Profile1D.Builder profile() {
        return Profile1D.builder("p", X);
    }
}
