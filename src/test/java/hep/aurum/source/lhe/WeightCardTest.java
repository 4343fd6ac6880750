package hep.aurum.source.lhe;

import static org.assertj.core.api.Assertions.assertThat;

import hep.aurum.event.EventHeader;
import hep.aurum.event.WeightMeaning;
import hep.aurum.source.EventSources;
import hep.aurum.source.SharedData;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compare declared benchmarks with the texts of MadGraph's reweighting. */
class WeightCardTest {

    private static Map<String, Map<String, Double>> declared() {
        Map<String, Map<String, Double>> points = new LinkedHashMap<>();
        points.put("sm", point(0, 0));
        points.put("b1", point(3, 0));
        points.put("b2", point(-3, 0));
        points.put("b3", point(0, 3));
        points.put("b4", point(0, -3));
        points.put("b5", point(3, 3));
        return points;
    }

    private static Map<String, Double> point(double first, double second) {
        return Map.of("cHW", first, "cHWtil", second);
    }

    private static EventHeader header(Map<String, String> info) {
        return new EventHeader(
                "LHE 3.0",
                "test",
                List.of("sm", "b1", "b2", "b3", "b4", "b5"),
                info,
                WeightMeaning.MEAN_IS_CROSS_SECTION,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                List.of());
    }

    private static final Map<String, String> TEXTS = Map.of(
            "b1", "set param_card smeft 7 3.0 # orig: 0.0",
            "b2", "set param_card smeft 7 -3.0 # orig: 0.0",
            "b3", "set param_card smeftcpv 4 3.0 # orig: 0.0",
            "b4", "set param_card smeftcpv 4 -3.0 # orig: 0.0",
            "b5", "set param_card smeft 7 3.0 # orig: 0.0\nset param_card smeftcpv 4 3.0 # orig: 0.0");

    @Test
    void textsAreTakenApart() {
        String text = "set param_card SMEFT 7 3.0 # orig: 0.0\n change helicity False\nset param_card yu 1 2 -1d-2\n"
                + "set param_card mass 25 scan";

        assertThat(WeightCard.parse(text))
                .containsExactly(
                        new WeightCard.Change("smeft", "7", 3.0, OptionalDouble.of(0)),
                        new WeightCard.Change("yu", "1 2", -0.01, OptionalDouble.empty()));
        assertThat(WeightCard.parse("MUF=0.5 MUR=1")).isEmpty();
    }

    @Test
    void pointsThatAgreeHaveNoProblem() {
        assertThat(WeightCard.check(declared(), header(TEXTS))).isEmpty();
    }

    @Test
    void everyExchangeOfTwoNamesIsNoticed() {
        List<String> names = List.copyOf(declared().keySet());
        for (String a : names) {
            for (String b : names) {
                if (!a.equals(b)) {
                    Map<String, Map<String, Double>> swapped = new LinkedHashMap<>(declared());
                    swapped.put(a, declared().get(b));
                    swapped.put(b, declared().get(a));

                    assertThat(WeightCard.check(swapped, header(TEXTS)))
                            .as("%s and %s", a, b)
                            .first()
                            .asString()
                            .contains("\"" + a + "\"", "\"" + b + "\"", "exchanged");
                }
            }
        }
    }

    @Test
    void oneWrongValueAndOneSignAreNoticed() {
        Map<String, Map<String, Double>> wrong = declared();
        wrong.put("b5", point(3, -3));

        assertThat(WeightCard.check(wrong, header(TEXTS)))
                .containsExactly("benchmark \"b5\" is declared with cHWtil = -3.0,"
                        + " but the file has smeftcpv 4 = 3.0 there");
    }

    @Test
    void aParameterThatTheStudyLeavesOutIsNoticedOnlyWhereItVaries() {
        Map<String, Map<String, Double>> one = new LinkedHashMap<>();
        one.put("sm", Map.of("cHW", 0.0));
        one.put("b1", Map.of("cHW", 3.0));
        one.put("b2", Map.of("cHW", -3.0));
        assertThat(WeightCard.check(one, header(TEXTS))).isEmpty();

        one.put("b5", Map.of("cHW", 3.0));
        assertThat(WeightCard.check(one, header(TEXTS)))
                .singleElement()
                .asString()
                .contains("smeftcpv 4");
    }

    @Test
    void theNominalWeightIsAtTheGenerationPointAndMayLieOutsideTheSpace() {
        Map<String, Map<String, Double>> points = declared();
        points.put("", point(0, 0));
        assertThat(WeightCard.check(points, header(TEXTS))).isEmpty();

        points.put("", point(3, 0));
        assertThat(WeightCard.check(points, header(TEXTS))).isNotEmpty();

        points.put("", point(0, 0));
        Map<String, String> third = new LinkedHashMap<>();
        declared()
                .keySet()
                .forEach(name ->
                        third.put(name, TEXTS.getOrDefault(name, "") + "\nset param_card smeft 9 0.0 # orig: 1.0"));
        assertThat(WeightCard.check(points, header(third))).isEmpty();
    }

    @Test
    void filesWithoutSuchTextsPass() {
        assertThat(WeightCard.check(declared(), header(Map.of()))).isEmpty();
        assertThat(WeightCard.check(declared(), header(Map.of("b1", "MUR=2", "b2", "whatever < &"))))
                .isEmpty();
    }

    @Test
    void textsWithoutOriginalsAreComparedAsFarAsTheyGo() {
        Map<String, String> bare = new LinkedHashMap<>();
        TEXTS.forEach((name, text) -> bare.put(name, text.replaceAll("# orig: 0.0", "")));
        assertThat(WeightCard.check(declared(), header(bare))).isEmpty();

        Map<String, Map<String, Double>> swapped = declared();
        swapped.put("sm", point(3, 0));
        swapped.put("b1", point(0, 0));
        assertThat(WeightCard.check(swapped, header(bare))).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "generated/madgraph/vbf_haa_cHW_cHWtil_sm_200.lhe",
                "generated/madgraph/vbf_haa_cHW_cHWtil_gen_b5_2k.lhe.gz",
                "ship/vbf_haa_cHW_cHWtil_5k.lhe.gz"
            })
    void sharedFilesAgreeWithTheirPointsWhereverTheyWereGenerated(String name) {
        EventHeader header = EventSources.open(SharedData.file(name)).header();
        Map<String, Map<String, Double>> points = declared();
        points.put("v1", point(1, -1));
        points.put("v2", point(-2, 0.5));
        points.put("v3", point(0.4, 2.2));
        assertThat(WeightCard.check(points, header)).isEmpty();

        points.put("v1", point(-1, 1));
        assertThat(WeightCard.check(points, header)).isNotEmpty();
    }
}
