package hep.aurum.source.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.event.Event;
import hep.aurum.event.EventCursor;
import hep.aurum.event.EventSource;
import hep.aurum.event.table.ColumnData;
import hep.aurum.event.table.TableBatch;
import hep.aurum.event.table.TableCursor;
import hep.aurum.event.table.TableSource;
import hep.aurum.physics.Particle;
import hep.aurum.source.EventSources;
import hep.aurum.source.SampleCheck;
import hep.aurum.source.SharedData;
import hep.aurum.source.TableSources;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every file of events and tables of the shared data has the content that its description states. */
class SharedFactsTest {

    private static final String MADGRAPH = "generated/madgraph/";

    private static List<Facts> events() {
        return Facts.of("events");
    }

    private static List<Facts> weights() {
        return Facts.of("weights");
    }

    private static List<Facts> tables() {
        return Facts.of("tables");
    }

    private static List<Facts> columns() {
        return Facts.of("columns");
    }

    @ParameterizedTest
    @MethodSource("events")
    void eventsAreListedAsStated(Facts facts) {
        Contents contents = SharedContents.of(facts.text("file"));

        assertThat(contents.sample().isComplete()).isTrue();
        assertThat(contents.hasEvents()).isTrue();
        assertThat(contents.sample().format()).startsWith(facts.text("format"));
        assertThat(contents.sample().events()).isEqualTo((long) facts.number("events"));
        if (facts.has("sum")) {
            assertThat(Objects.requireNonNull(contents.sample().sumOfWeights().get("")))
                    .isCloseTo(facts.number("sum"), facts.offset("sum"));
        }
        if (facts.text("weights").endsWith(" names")) {
            String count = facts.text("weights").replace(" names", "");
            assertThat(contents.sample().weights()).hasSize(Integer.parseInt(count));
        } else if (facts.has("weights")) {
            assertThat(contents.sample().weights()).isEqualTo(facts.names("weights"));
        }
        if (facts.has("cross_section")) {
            assertThat(contents.sample().crossSectionPb().orElseThrow())
                    .isCloseTo(facts.number("cross_section"), facts.offset("cross_section"));
        }
    }

    @ParameterizedTest
    @MethodSource("events")
    void particlesAndVerticesAreAsManyAsStated(Facts facts) {
        EventSource source = EventSources.open(SharedData.file(facts.text("file")));
        SampleCheck check = SampleCheck.of(source.header());
        long particles = 0;
        long vertices = 0;
        long finals = 0;
        double energy = 0;
        try (EventCursor cursor = source.open()) {
            for (Event event = cursor.next(); event != null; event = cursor.next()) {
                check.add(event);
                particles += event.particles().size();
                vertices += event.details().vertices().size();
                for (Particle particle : event.particles()) {
                    finals += particle.isFinal() ? 1 : 0;
                    energy += particle.isFinal() ? particle.momentum().energy() : 0;
                }
            }
        }

        assertThat(check.events()).isEqualTo((long) facts.number("events"));
        same(facts, "particles", particles);
        same(facts, "vertices", vertices);
        same(facts, "final", finals);
        if (facts.has("final_energy")) {
            double stated = facts.number("final_energy");
            assertThat(energy).isCloseTo(stated, within(1e-6 * stated));
        }
        if (facts.has("error")) {
            assertThat(check.crossSectionErrorPb().orElseThrow())
                    .isCloseTo(facts.number("error"), facts.offset("error"));
        }
    }

    private static void same(Facts facts, String column, long count) {
        if (facts.has(column)) {
            assertThat(count).as(column).isEqualTo((long) facts.number(column));
        }
    }

    @ParameterizedTest
    @MethodSource("weights")
    void namedWeightsHaveTheStatedSums(Facts facts) {
        Map<String, Double> sums =
                SharedContents.of(facts.text("file")).sample().sumOfWeights();

        assertThat(sums).containsKey(facts.text("weight"));
        assertThat(sums.get(facts.text("weight"))).isCloseTo(facts.number("sum"), facts.offset("sum"));
    }

    /** Of MadGraph's files each weight has its sum, its mean, and its values of the first and of the last event. */
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
    void weightsOfMadGraphAreThoseOfItsFacts(String name) {
        JsonNode facts = json(MADGRAPH + "facts.json").get(name);
        Contents contents = SharedContents.of(MADGRAPH + name);
        Map<String, Double> sums = contents.sample().sumOfWeights();
        List<Event> ends = firstAndLast(MADGRAPH + name);

        assertThat(contents.sample().events()).isEqualTo(facts.get("events").longValue());
        assertClose(Objects.requireNonNull(sums.get("")), facts.get("sum_XWGTUP"), 1e-9);
        assertThat(contents.sample().weights())
                .hasSize(facts.has("weight_ids") ? facts.get("weight_ids").size() : 0);
        for (int i = 0; i < contents.sample().weights().size(); i++) {
            String id = facts.get("weight_ids").get(i).stringValue();
            JsonNode weight = facts.get("weights").get(id);
            assertThat(contents.sample().weights().get(i)).isEqualTo(id);
            assertClose(Objects.requireNonNull(sums.get(id)), weight.get("sum"), 1e-9);
            assertClose(Objects.requireNonNull(sums.get(id)) / contents.sample().events(), weight.get("mean_pb"), 5e-8);
            assertClose(ends.get(0).weight(i), weight.get("first_event"), 5e-8);
            assertClose(ends.get(1).weight(i), weight.get("last_event"), 5e-8);
        }
    }

    private static JsonNode json(String file) {
        return JsonMapper.shared().readTree(SharedData.file(file));
    }

    private static void assertClose(double value, JsonNode stated, double relative) {
        assertThat(value).isCloseTo(stated.doubleValue(), within(relative * Math.abs(stated.doubleValue())));
    }

    /** Compare with a number that was rounded to so many significant digits. */
    private static void assertDigits(double value, JsonNode stated, int digits) {
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(digits));
        assertThat(rounded.doubleValue()).isEqualTo(stated.doubleValue());
    }

    private static List<Event> firstAndLast(String file) {
        List<Event> ends = new ArrayList<>();
        try (EventCursor cursor = EventSources.open(SharedData.file(file)).open()) {
            Event last = null;
            for (Event event = cursor.next(); event != null; event = cursor.next()) {
                if (last == null) {
                    ends.add(event);
                }
                last = event;
            }
            ends.add(last);
        }
        return ends;
    }

    /** What is shipped is the beginning of what was generated. */
    @ParameterizedTest
    @ValueSource(
            strings = {"vbf_haa_cHW_cHWtil_5k vbf_haa_cHW_cHWtil_sm_10k", "uuaag_background_5k uuaag_background_10k"})
    void shippedEventsAreTheFirstOfTheirFiles(String names) {
        String[] both = names.split(" ");
        EventSource shipped = EventSources.open(SharedData.file("ship/" + both[0] + ".lhe.gz"));
        EventSource whole = EventSources.open(SharedData.file(MADGRAPH + both[1] + ".lhe.gz"));

        assertThat(shipped.header().weightNames()).isEqualTo(whole.header().weightNames());
        try (EventCursor part = shipped.open();
                EventCursor all = whole.open()) {
            for (Event event = part.next(); event != null; event = part.next()) {
                Event other = Objects.requireNonNull(all.next());
                assertThat(event.particles()).isEqualTo(other.particles());
                for (int i = 0; i < event.weightCount(); i++) {
                    assertThat(event.weight(i)).isEqualTo(other.weight(i));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("tables")
    void tablesAreListedAsStated(Facts facts) {
        Contents contents = SharedContents.of(facts.text("file"));
        TableContents table = contents.tables().stream()
                .filter(t -> t.name().equals(facts.text("table")))
                .findFirst()
                .orElseThrow();

        assertThat(contents.sample().isComplete()).isTrue();
        assertThat(table.entries()).isEqualTo((long) facts.number("rows"));
        if (facts.has("columns")) {
            assertThat(table.columns()).hasSize((int) facts.number("columns"));
        }
    }

    @ParameterizedTest
    @MethodSource("columns")
    void columnsHaveTheStatedSums(Facts facts) {
        List<Double> values = values(
                TableSources.open(SharedData.file(facts.text("file")), facts.text("table")), facts.text("column"));

        assertThat(values.stream().mapToDouble(value -> value).sum())
                .isCloseTo(facts.number("sum"), facts.offset("sum"));
        List<String> first = facts.has("first") ? facts.names("first") : List.of();
        for (int i = 0; i < first.size(); i++) {
            assertThat(values.get(i)).isCloseTo(Double.parseDouble(first.get(i)), Facts.digits(first.get(i)));
        }
    }

    private static List<Double> values(TableSource table, String column) {
        List<Double> values = new ArrayList<>();
        try (TableCursor cursor = table.open(List.of(column))) {
            for (TableBatch batch = cursor.next(); batch != null; batch = cursor.next()) {
                ColumnData data = batch.column(0);
                for (int i = data.start(0); i < data.start(batch.rows()); i++) {
                    values.add(data.real(i));
                }
            }
        }
        return values;
    }

    @ParameterizedTest
    @ValueSource(strings = {"yy_sig_8k", "yy_bkg_16k", "yy_sig_nompi_30k", "yy_bkg_nompi_60k"})
    void photonPairsAreThoseOfTheirFacts(String name) {
        JsonNode facts = json("generated/pythia/facts.json").get(name + ".csv.gz");
        Contents contents = SharedContents.of("generated/pythia/" + name + ".csv.gz");
        TableSource table = TableSources.open(SharedData.file("generated/pythia/" + name + ".csv.gz"));
        List<Double> masses = values(table, "m");
        List<Double> selected = values(table, "n_sel");
        List<Double> jets = values(table, "n_jets");
        List<Double> complete = new ArrayList<>();
        for (int row = 0; row < masses.size(); row++) {
            if (selected.get(row) >= 2) {
                complete.add(masses.get(row));
            }
        }
        double mean = mean(complete);
        double spread = Math.sqrt(
                mean(complete.stream().map(m -> (m - mean) * (m - mean)).toList()));

        assertThat(contents.sample().events()).isEqualTo(facts.get("rows").longValue());
        assertThat(contents.tables().get(0).columns())
                .hasSize(facts.get("columns").intValue());
        assertClose(Objects.requireNonNull(contents.sample().sumOfWeights().get("")), facts.get("sum_weight"), 1e-9);
        assertThat(complete).hasSize(facts.get("n_complete").intValue());
        assertThat(complete.stream().filter(m -> m > 120 && m < 130))
                .hasSize(facts.get("n_complete_120_130").intValue());
        assertDigits(mean, facts.get("mean_m_complete"), 7);
        assertDigits(spread, facts.get("std_m_complete"), 5);
        assertDigits(mean(jets), facts.get("mean_n_jets"), 5);
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(value -> value).average().orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2e2mu_2011", "4e_2011", "4mu_2011"})
    void massesOfFourLeptonsAreTheLastColumn(String name) {
        List<String> columns = TableSources.open(SharedData.file("thirdparty/csv/" + name + ".csv"))
                .header()
                .columnNames();

        assertThat(columns).last().isEqualTo("M");
    }
}
