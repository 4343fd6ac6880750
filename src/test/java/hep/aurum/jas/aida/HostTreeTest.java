package hep.aurum.jas.aida;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hep.aida.IDataPointSet;
import hep.aida.IHistogram1D;
import hep.aurum.hist.AnalysisObject;
import hep.aurum.hist.Axis;
import hep.aurum.hist.Histogram1D;
import hep.aurum.hist.Points;
import hep.aurum.jas.host.Aida;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class HostTreeTest {

    private static final Axis EDGES = Axis.of("m", "GeV", 0, 1, 2.5, 7);

    /** Several fills per bin with different weights: height and error are independent. */
    private static Histogram1D weighted() {
        return Histogram1D.builder("mass", EDGES)
                .fill(-3, 0.5)
                .fill(0.25, 0.1)
                .fill(0.75, 0.7)
                .fill(1.5, -0.3)
                .fill(3, 1.1)
                .fill(5, 0.3)
                .fill(9, 2)
                .build();
    }

    private static IHistogram1D histogram(Map<String, Object> put, String path) {
        return (IHistogram1D) Objects.requireNonNull(put.get(path));
    }

    @Test
    void aHistogramComesBackAsItWent() {
        HostTree tree = HostTree.of(new Aida(), null);
        Histogram1D ours = weighted();

        Map<String, Object> put = tree.put("/aurum/a study", List.of(AnalysisObject.of("/features/signal/mass", ours)));
        Histogram1D back = AidaHistogram.read(histogram(put, "/features/signal/mass"), "back");

        assertThat(back.title()).isEqualTo("back");
        assertThat(back.axis().edges()).containsExactly(0, 1, 2.5, 7);
        for (int bin = -1; bin <= 3; bin++) {
            assertThat(back.height(bin)).isEqualTo(ours.height(bin));
            assertThat(back.error(bin)).isCloseTo(ours.error(bin), within(1e-15));
            assertThat(back.entries(bin)).isEqualTo(ours.entries(bin));
            assertThat(back.binMean(bin)).isCloseTo(ours.binMean(bin), within(1e-12));
        }
        assertThat(tree.histograms())
                .extracting(TreeHistogram::path)
                .containsExactly("/aurum/a study/features/signal/mass");
        assertThat(tree.histograms().get(0)).hasToString("/aurum/a study/features/signal/mass   (mass)");
    }

    @Test
    void equalBinsStayEqualBins() {
        HostTree tree = HostTree.of(new Aida(), null);
        Histogram1D ours = Histogram1D.builder("h", Axis.uniform("x", "", 7, 0.1, 0.9))
                .fill(0.3, 2)
                .build();

        Map<String, Object> put = tree.put("/aurum/s", List.of(AnalysisObject.of("/h", ours)));

        assertThat(AidaHistogram.read(histogram(put, "/h"), "h").axis().hasEdgesOf(ours.axis()))
                .isTrue();
    }

    @Test
    void pointsKeepBothErrorsAndASecondPutReplacesTheFirst() {
        Aida aida = new Aida();
        HostTree tree = HostTree.of(aida, null);
        Points first = Points.of("p", new double[][] {{1, 2}, {3, 4}}, new double[2][2], new double[2][2]);
        Points second =
                Points.of("q", new double[][] {{1}, {5}}, new double[][] {{0}, {0.5}}, new double[][] {{0}, {0.75}});
        tree.put("/aurum/s", List.of(AnalysisObject.of("/a/old", first), AnalysisObject.of("/top", first)));
        tree.create("/aurum/s/loop/h", "h", EDGES).fill(1);

        Map<String, Object> put =
                tree.put("/aurum/s", List.of(AnalysisObject.of("/a/new", second), AnalysisObject.of("/top", second)));

        IDataPointSet set = (IDataPointSet) Objects.requireNonNull(put.get("/a/new"));
        assertThat(set.size()).isEqualTo(1);
        assertThat(set.point(0).coordinate(1).value()).isEqualTo(5);
        assertThat(set.point(0).coordinate(1).errorMinus()).isEqualTo(0.5);
        assertThat(set.point(0).coordinate(1).errorPlus()).isEqualTo(0.75);
        assertThat(aida.trees().get(0).paths()).containsExactly("/aurum/s/a/new", "/aurum/s/loop/h", "/aurum/s/top");
        assertThat(aida.trees()).hasSize(1);
    }
}
