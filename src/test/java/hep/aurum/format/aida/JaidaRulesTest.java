package hep.aurum.format.aida;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.hist.AnalysisObject;
import hep.aurum.hist.Axis;
import hep.aurum.hist.Cloud;
import hep.aurum.hist.Histogram1D;
import hep.aurum.hist.Histogram2D;
import hep.aurum.hist.Points;
import hep.aurum.hist.Profile1D;
import hep.aurum.hist.Profile2D;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Hold what is written to what JAIDA needs when it opens a file: it looks at axes before data, and fails where a number of
 * fills, of bins or of a cloud's largest size is absent or no int.
 */
class JaidaRulesTest {

    private static final Axis X = Axis.uniform("x", "", 2, 0, 2);
    private static final Axis Y = Axis.of("y", "GeV", 0, 1, 4);

    private static final Map<String, List<String>> ORDER = Map.of(
            "histogram1d", List.of("annotation", "axis", "statistics", "data1d"),
            "histogram2d", List.of("annotation", "axis", "axis", "statistics", "data2d"),
            "profile1d", List.of("annotation", "axis", "statistics", "data1d"),
            "profile2d", List.of("annotation", "axis", "axis", "statistics", "data2d"),
            "cloud1d", List.of("annotation", "entries1d"),
            "dataPointSet", List.of("annotation", "dataPoint"));

    private static final Map<String, List<String>> BINS = Map.of(
            "histogram1d", List.of("binNum", "entries", "height", "error", "weightedMean", "weightedRms"),
            "profile1d", List.of("binNum", "entries", "height", "error", "rms", "weightedMean"),
            "histogram2d",
                    List.of(
                            "binNumX",
                            "binNumY",
                            "entries",
                            "height",
                            "error",
                            "weightedMeanX",
                            "weightedMeanY",
                            "weightedRmsX",
                            "weightedRmsY"),
            "profile2d",
                    List.of(
                            "binNumX",
                            "binNumY",
                            "entries",
                            "height",
                            "error",
                            "rms",
                            "weightedMeanX",
                            "weightedMeanY"));

    static List<AnalysisObject> objects() {
        return List.of(
                AnalysisObject.of(
                        "/h",
                        Histogram1D.builder("h", X)
                                .fill(0.5, 2)
                                .fill(0.7, 2)
                                .fill(9)
                                .build()),
                AnalysisObject.of(
                        "/h2", Histogram2D.builder("h2", X, Y).fill(0.5, 2, 3).build()),
                AnalysisObject.of(
                        "/p", Profile1D.builder("p", X).fill(0.5, 2, 3).build()),
                AnalysisObject.of(
                        "/p2", Profile2D.builder("p2", X, Y).fill(0.5, 2, 7, 3).build()),
                AnalysisObject.of("/c", Cloud.builder("c", 1).fill(1, 0.5).build()),
                AnalysisObject.of(
                        "/d",
                        Points.of(
                                "d", new double[][] {{1}, {2}}, new double[][] {{0}, {1}}, new double[][] {{0}, {1}})));
    }

    @ParameterizedTest
    @MethodSource("objects")
    void elementsAndAttributesAreThoseThatAreLookedFor(AnalysisObject object) {
        AidaElement element = AidaObject.of(object).element();

        assertThat(element.children().stream().map(AidaElement::name))
                .containsExactlyElementsOf(Objects.requireNonNull(ORDER.get(element.name())));
        assertThat(element.attributes()).containsKeys("name", "path", "title");
        for (AidaElement axis : element.all("axis")) {
            assertThat(axis.attributes()).containsKeys("direction", "numberOfBins", "min", "max");
            assertThat(axis.all("binBorder").size()).isIn(0, Integer.parseInt(axis.text("numberOfBins", "")) - 1);
        }
        List<String> attributes = BINS.get(element.name());
        if (attributes != null) {
            String digit = element.name().substring(element.name().length() - 2);
            List<AidaElement> bins = element.require("data" + digit).all("bin" + digit);
            assertThat(bins).isNotEmpty().allSatisfy(bin -> {
                assertThat(bin.attributes()).containsOnlyKeys(attributes.toArray(String[]::new));
                assertThat(bin.text("entries", "")).satisfies(Integer::parseInt);
            });
        }
    }

    @Test
    void statisticsAreThoseOfTheFillsInRange() {
        AidaElement statistics = AidaObject.of(objects().get(0)).element().require("statistics");

        assertThat(statistics.text("entries", "")).isEqualTo("2");
        AidaElement x = statistics.require("statistic");
        assertThat(x.text("direction", "")).isEqualTo("x");
        assertThat(x.number("mean")).isEqualTo(0.6);
        assertThat(x.number("rms")).isCloseTo(0.1, within(1e-12));
    }

    @Test
    void moreFillsThanAnIntCanCountAreKeptInTheAnnotation() {
        double[] entries = {0, 5e9, 1, 0};
        double[] w = {0, 5e9, 1, 0};
        Histogram1D h = Histogram1D.of("h", X, entries, w, w, w, w);

        AidaObject object = AidaObject.of(AnalysisObject.of("/h", h));

        assertThat(object.element().require("data1d").all("bin1d").get(0).text("entries", ""))
                .isEqualTo(Integer.toString(Integer.MAX_VALUE));
        assertThat(object.histogram1D()).isEqualTo(h);
    }

    @Test
    void aCloudSaysHowLargeItMayBecome() {
        AidaObject object = AidaObject.of(objects().get(4));

        assertThat(object.element().text("maxEntries", "")).isEqualTo("100000");
        assertThat(object.toAnalysisObject()).isEqualTo(objects().get(4));
    }
}
