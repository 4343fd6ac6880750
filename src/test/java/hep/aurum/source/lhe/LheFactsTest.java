package hep.aurum.source.lhe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.event.Event;
import hep.aurum.event.EventHeader;
import hep.aurum.event.EventSource;
import hep.aurum.event.RunInfo;
import hep.aurum.event.WeightMeaning;
import hep.aurum.source.EventSources;
import hep.aurum.source.Inspection;
import hep.aurum.source.SharedData;
import java.util.ArrayList;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Read the shared Les Houches files and find the facts that were stated about them without our code. */
class LheFactsTest {

    private static final String MADGRAPH = "generated/madgraph/";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "vbf_haa_cHW_cHWtil_sm_10k.lhe.gz",
                "vbf_haa_cHW_cHWtil_gen_b5_2k.lhe.gz",
                "vbf_haa_cHW_cHWtil_sm_200.lhe",
                "uuaag_background_10k.lhe.gz",
                "eeww_cW_cHWB_sm_5k.lhe.gz",
                "eemumu_mz_wz_500.lhe.gz"
            })
    void madGraphFileHasTheStatedFacts(String name) {
        JsonNode facts = JsonMapper.shared()
                .readTree(SharedData.file(MADGRAPH + "facts.json"))
                .get(name);
        EventSource source = EventSources.open(SharedData.file(MADGRAPH + name));
        List<String> ids = new ArrayList<>();
        if (facts.has("weight_ids")) {
            facts.get("weight_ids").forEach(id -> ids.add(id.stringValue()));
        }

        assertThat(source.header().format()).isEqualTo("LHE 3.0");
        assertThat(source.header().meaning()).isEqualTo(WeightMeaning.MEAN_IS_CROSS_SECTION);
        assertThat(source.header().weightNames()).isEqualTo(ids);
        assertThat(source.header().crossSectionPb())
                .hasValue(facts.get("init_xsec_pb").doubleValue());
        assertThat(source.header().crossSectionErrorPb())
                .hasValue(facts.get("init_xsec_err_pb").doubleValue());

        double sum = 0;
        double[] sums = new double[ids.size()];
        List<Event> all = events(source);
        for (Event event : all) {
            sum += event.weight();
            for (int i = 0; i < sums.length; i++) {
                sums[i] += event.weight(i);
            }
        }
        Event first = all.get(0);
        Event last = all.get(all.size() - 1);

        assertThat(all).hasSize(facts.get("events").intValue());
        assertThat(last.number()).isEqualTo(all.size());
        assertThat(all)
                .allMatch(e -> e.particles().size()
                                >= facts.get("particles_per_event").get(0).intValue()
                        && e.particles().size()
                                <= facts.get("particles_per_event").get(1).intValue());
        assertThat(sum).isCloseTo(facts.get("sum_XWGTUP").doubleValue(), relative(facts.get("sum_XWGTUP"), 1e-9));
        for (int i = 0; i < sums.length; i++) {
            JsonNode weight = facts.get("weights").get(ids.get(i));
            assertThat(sums[i]).isCloseTo(weight.get("sum").doubleValue(), relative(weight.get("sum"), 1e-9));
            assertThat(first.weight(i))
                    .isCloseTo(weight.get("first_event").doubleValue(), relative(weight.get("first_event"), 1e-7));
            assertThat(last.weight(i))
                    .isCloseTo(weight.get("last_event").doubleValue(), relative(weight.get("last_event"), 1e-7));
        }
    }

    private static List<Event> events(EventSource source) {
        return Lhe.events(source);
    }

    private static org.assertj.core.data.Offset<Double> relative(JsonNode value, double tolerance) {
        return within(Math.abs(value.doubleValue()) * tolerance);
    }

    @ParameterizedTest
    @CsvSource({
        "thirdparty/lhe/pylhe-testfile-madgraph-2.0.0-wbj.lhe, LHE 3.0, 59, 2956.4365, 9, 50.109086",
        "thirdparty/lhe/pylhe-testfile-madgraph5-3.5.8-pp_to_jj.lhe.gz, LHE 3.0, 1000, 6.9967067e11, 145, 6.996707e8",
        "thirdparty/lhe/pylhe-testfile-powheg-box-v2-W.lhe, LHE 3.0, 100, 491162.28, 1, 4958.79",
        "thirdparty/lhe/pylhe-testfile-powheg-box-v2-hvq.lhe, LHE 3.0, 6, 22290600, 45, 7217.20",
        "thirdparty/lhe/pylhe-testfile-pythia-8.3.14-weakbosons.lhe, LHE 1.0, 100, 100, 0, 48.76776",
        "thirdparty/lhe/pylhe-testfile-whizard-3.1.4-eeWW.lhe, LHE 2.0, 10, 10, 1, 7.1988749153",
        "generated/pythia/yy_sig_100.lhe, LHE 1.0, 100, 100, 0, 6.803966e-02",
        "generated/pythia/yy_bkg_hard_2k.lhe.gz, LHE 1.0, 2000, 2000, 0, 24.64169",
        "ship/vbf_haa_cHW_cHWtil_5k.lhe.gz, LHE 3.0, 5000, 5.33155, 9, 1.066310e-03",
        "ship/uuaag_background_5k.lhe.gz, LHE 3.0, 5000, 2823.8, 0, 5.647600e-01",
    })
    void fileIsInspectedWithoutAProblem(
            String name, String format, long events, double sum, int weights, double crossSection) {
        Inspection inspection = Inspection.of(SharedData.file(name));

        assertThat(inspection.problems()).isEmpty();
        assertThat(inspection.format()).isEqualTo(format);
        assertThat(inspection.events()).isEqualTo(events);
        assertThat(inspection.sumOfWeights().get("")).isCloseTo(sum, within(sum * 1e-8));
        assertThat(inspection.weights()).hasSize(weights);
        assertThat(inspection.crossSectionPb()).hasValue(crossSection);
        assertThat(inspection.sumOfWeights()).hasSize(weights + 1);
    }

    @ParameterizedTest
    @CsvSource({
        "madgraph-2.0.0-wbj.lhe, 1001, 2956.431",
        "madgraph-2.0.0-wbj.lhe, 1002, 2570.424",
        "madgraph-2.0.0-wbj.lhe, 1003, 3239.434",
        "madgraph5-3.5.8-pp_to_jj.lhe.gz, 1, 7.981432e11",
        "powheg-box-v2-W.lhe, ct10, 491161.96",
    })
    void namedWeightsHaveTheStatedSums(String name, String weight, double sum) {
        Inspection inspection = Inspection.of(SharedData.file("thirdparty/lhe/pylhe-testfile-" + name));

        assertThat(inspection.sumOfWeights().get(weight)).isCloseTo(sum, within(sum * 1e-7));
    }

    @ParameterizedTest
    @ValueSource(strings = {"thirdparty/lhe/pylhe-testfile-sherpa-3.0.1-eejjj.lhe"})
    void placeholderCrossSectionOfSherpaIsAProblem(String name) {
        Inspection inspection = Inspection.of(SharedData.file(name));

        assertThat(inspection.events()).isEqualTo(100);
        assertThat(inspection.sumOfWeights())
                .isEqualTo(Map.of("", inspection.sumOfWeights().get("")));
        assertThat(inspection.sumOfWeights().get("")).isCloseTo(67565.396, within(1e-3));
        assertThat(inspection.problems()).singleElement().asString().contains("placeholder");
    }

    @ParameterizedTest
    @CsvSource({
        "thirdparty/lhe/pylhe-testfile-madgraph-2.0.0-wbj.lhe, 0.089185414",
        "thirdparty/lhe/pylhe-testfile-pythia-8.3.14-weakbosons.lhe, 2.195044",
        "thirdparty/lhe/pylhe-testfile-whizard-3.1.4-eeWW.lhe, 0.0025187211",
        "generated/pythia/yy_sig_100.lhe, 4.900820e-03",
        "generated/pythia/yy_bkg_hard_2k.lhe.gz, 0.2337536",
    })
    void crossSectionsHaveTheStatedErrors(String name, double error) {
        assertThat(EventSources.open(SharedData.file(name))
                        .header()
                        .crossSectionErrorPb()
                        .orElseThrow())
                .isCloseTo(error, within(error * 1e-7));
    }

    @ParameterizedTest
    @CsvSource({
        "thirdparty/lhe/pylhe-testfile-pythia-8.3.14-weakbosons.lhe, 8, 8",
        "thirdparty/lhe/pylhe-testfile-whizard-3.1.4-eeWW.lhe, 4, 4",
        "generated/pythia/yy_sig_100.lhe, 5, 7",
        "generated/pythia/yy_bkg_hard_2k.lhe.gz, 4, 4",
    })
    void eventsHaveTheStatedNumbersOfParticles(String name, int least, int most) {
        IntSummaryStatistics sizes = events(EventSources.open(SharedData.file(name))).stream()
                .mapToInt(event -> event.particles().size())
                .summaryStatistics();

        assertThat(sizes.getMin()).isEqualTo(least);
        assertThat(sizes.getMax()).isEqualTo(most);
    }

    @Test
    void madGraph2HasScalesWeightsBlocksAndSeveralGenerators() {
        EventSource source = EventSources.open(SharedData.file("thirdparty/lhe/pylhe-testfile-madgraph-2.0.0-wbj.lhe"));
        List<Event> events = events(source);

        assertThat(source.header().run().tools())
                .extracting(RunInfo.Tool::name)
                .containsExactly("SomeGen1", "SomeGen2", "SomeGen3");
        assertThat(source.header().run().weightGroups()).hasSize(9).containsEntry("1001", "scale_variation");
        assertThat(events.get(0).details().attributes()).isEqualTo(Map.of("npLO", "-1", "npNLO", "1"));
        assertThat(events)
                .filteredOn(event -> contains(event, "<scales "))
                .isNotEmpty()
                .hasSameSizeAs(events.stream()
                        .filter(event -> contains(event, "<weights>"))
                        .toList());
        assertThat(events).allMatch(event -> contains(event, "#aMCatNLO"));
    }

    @ParameterizedTest
    @CsvSource({
        "thirdparty/lhe/pylhe-testfile-powheg-box-v2-W.lhe, #rwgt, 100",
        "thirdparty/lhe/pylhe-testfile-powheg-box-v2-hvq.lhe, #rwgt, 6",
        "thirdparty/lhe/pylhe-testfile-pythia-8.3.14-weakbosons.lhe, #pdf, 100",
        "generated/pythia/yy_bkg_hard_2k.lhe.gz, #pdf, 2000",
        "thirdparty/lhe/pylhe-testfile-madgraph5-3.5.8-pp_to_jj.lhe.gz, <mgrwt>, 1000"
    })
    void everyEventKeepsItsRemarks(String name, String remark, int count) {
        List<Event> events = events(EventSources.open(SharedData.file(name)));

        assertThat(events.stream().filter(event -> contains(event, remark))).hasSize(count);
    }

    @Test
    void powhegsUnnamedWeightsGetTheNamesOfTheHeader() {
        EventSource source = EventSources.open(SharedData.file("thirdparty/lhe/pylhe-testfile-powheg-box-v2-hvq.lhe"));
        Event first = events(source).get(0);

        // The first and the last line of the block in the file.
        assertThat(source.header().weightNames()).first().isEqualTo("MUR1.0_MUF1.0_PDF99208082");
        assertThat(first.weight(0)).isEqualTo(0.11148e8);
        assertThat(first.weight(44)).isEqualTo(0.10951e8);
        assertThat(first.details().remarks()).hasSize(1);
    }

    @Test
    void sherpasTrialsAreAttributes() {
        EventSource source = EventSources.open(SharedData.file("thirdparty/lhe/pylhe-testfile-sherpa-3.0.1-eejjj.lhe"));

        assertThat(events(source))
                .allMatch(event -> event.details().attributes().keySet().equals(Set.of("trials", "muf2", "mur2")));
    }

    @Test
    void whizardStatesWhatItDid() {
        EventHeader header = EventSources.open(SharedData.file("thirdparty/lhe/pylhe-testfile-whizard-3.1.4-eeWW.lhe"))
                .header();

        assertThat(header.run().beams()).hasValue(new RunInfo.Beams(-11, 11, 250, 250, -1, -1, -1, -1, 3));
        assertThat(header.run().tools()).containsExactly(new RunInfo.Tool("WHIZARD", "3.1.6", ""));
        assertThat(header.run().attributes().get("init")).contains("<xsecinfo neve=\"10\"");
        assertThat(header.weightNames()).containsExactly("sqme_prc");
    }

    private static boolean contains(Event event, String remark) {
        return event.details().remarks().stream().anyMatch(line -> line.contains(remark));
    }
}
