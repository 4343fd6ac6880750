package hep.aurum.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.format.aida.AidaElement;
import hep.aurum.format.aida.AidaObject;
import hep.aurum.format.aida.AidaTree;
import hep.aurum.hist.Histogram1D;
import hep.aurum.hist.Points;
import hep.aurum.source.SharedData;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Compare with what the description of the shared data says of files that JAIDA and Rivet wrote. */
class AidaFactsTest {

    private static AidaTree tree(String name) {
        return AidaTree.read(SharedData.file("thirdparty/aida/" + name));
    }

    @Test
    void massOfFourLeptonsHasTheStatedMoments() {
        Histogram1D mass = tree("h4l_2011.aida").find("/higgs4l/m4l").histogram1D();

        assertThat(mass.allEntries()).isEqualTo(38);
        assertThat(mass.entries()).isEqualTo(20);
        assertThat(mass.sumOfAllHeights() - mass.sumOfHeights()).isEqualTo(18);
        assertThat(mass.mean()).isCloseTo(107.0213250, within(5e-8));
        assertThat(mass.rms()).isCloseTo(23.56849324, within(5e-9));
        assertThat(mass.axis().center(18)).isCloseTo(125.5, within(1e-12));
        assertThat(mass.height(18)).isEqualTo(1);
        assertThat(Arrays.stream(mass.heights()).max()).hasValue(5);
    }

    @Test
    void weightedHistogramPlaneCloudAndTupleAreAsStated() {
        AidaTree tree = tree("h4l_2011.aida");

        assertThat(tree.find("/higgs4l/m4l_weighted").histogram1D().sumOfAllHeights())
                .isCloseTo(1906.167441, within(5e-7));
        assertThat(tree.find("/higgs4l/mZ1_mZ2").histogram2D().allEntries()).isEqualTo(38);
        List<AidaElement> fills = element(tree, "/higgs4l/m4l_cloud")
                .child("entries1d")
                .orElseThrow()
                .all("entry1d");
        assertThat(fills.stream()
                        .mapToDouble(fill -> fill.number("valueX"))
                        .average()
                        .orElseThrow())
                .isCloseTo(175.0024605, within(5e-8));
        assertThat(element(tree, "/higgs4l/events").child("rows").orElseThrow().all("row"))
                .hasSize(38);
    }

    private static AidaElement element(AidaTree tree, String path) {
        return tree.find(path).element();
    }

    @Test
    void referenceDataAreSetsOfPoints() {
        AidaTree tree = tree("ATLAS_2011_S9120807.aida");
        List<Points> sets = tree.objects().stream().map(AidaObject::points).toList();
        Points first = sets.get(0);

        assertThat(sets).hasSize(3);
        assertThat(sets.stream().mapToInt(Points::size).sum()).isEqualTo(25);
        assertThat(first.value(0, 0)).isEqualTo(15);
        assertThat(first.minus(0, 0)).isEqualTo(15);
        assertThat(first.plus(0, 0)).isEqualTo(15);
        assertThat(first.value(0, 1)).isEqualTo(0.19691);
    }
}
