package hep.aurum.source.particle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hep.aurum.base.BadInput;
import hep.aurum.base.NotFound;
import hep.aurum.event.Event;
import hep.aurum.event.EventCursor;
import hep.aurum.event.EventDetails;
import hep.aurum.event.EventHeader;
import hep.aurum.event.EventSource;
import hep.aurum.event.RunInfo;
import hep.aurum.event.Vertex;
import hep.aurum.event.WeightMeaning;
import hep.aurum.event.table.Column;
import hep.aurum.event.table.ColumnData;
import hep.aurum.event.table.ColumnType;
import hep.aurum.event.table.TableBatch;
import hep.aurum.event.table.TableCursor;
import hep.aurum.event.table.TableHeader;
import hep.aurum.event.table.TableSource;
import hep.aurum.event.table.TableWriter;
import hep.aurum.physics.FourVector;
import hep.aurum.physics.Particle;
import hep.aurum.source.EventSources;
import hep.aurum.source.MemoryTableFormat;
import hep.aurum.source.SameEvents;
import hep.aurum.source.SharedData;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParticleTableTest {

    @TempDir
    private Path folder;

    /** Write a table to a format in memory and read it back. */
    private TableSource stored(TableSource table) {
        MemoryTableFormat format = new MemoryTableFormat();
        Path file = folder.resolve("table.mem");
        try (TableWriter writer = format.create(file, table.header());
                TableCursor rows = table.open(table.header().columnNames())) {
            for (TableBatch batch = rows.next(); batch != null; batch = rows.next()) {
                writer.write(batch);
            }
            writer.finish();
        }
        return format.tables(file).get(0);
    }

    /** Numbers of events are those of the data's own description. */
    @ParameterizedTest
    @CsvSource({
        "generated/madgraph/vbf_haa_cHW_cHWtil_sm_200.lhe, 200",
        "generated/madgraph/vbf_haa_cHW_cHWtil_gen_b5_2k.lhe.gz, 2000",
        "generated/madgraph/eeww_cW_cHWB_sm_5k.lhe.gz, 5000",
        "generated/madgraph/eemumu_mz_wz_500.lhe.gz, 500",
        "generated/pythia/yy_sig_100.lhe, 100",
        "generated/pythia/yy_bkg_hard_2k.lhe.gz, 2000",
        "thirdparty/lhe/pylhe-testfile-madgraph5-3.5.8-pp_to_jj.lhe.gz, 1000",
        "thirdparty/lhe/pylhe-testfile-powheg-box-v2-W.lhe, 100",
        "thirdparty/lhe/pylhe-testfile-powheg-box-v2-hvq.lhe, 6",
        "thirdparty/lhe/pylhe-testfile-pythia-8.3.14-weakbosons.lhe, 100",
        "thirdparty/lhe/pylhe-testfile-sherpa-3.0.1-eejjj.lhe, 100",
        "thirdparty/lhe/pylhe-testfile-whizard-3.1.4-eeWW.lhe, 10"
    })
    void eventsOfLheFilesComeBackBitByBit(String name, long expected) {
        EventSource events = EventSources.open(SharedData.file(name));

        TableSource table = stored(ParticleTable.of(events));

        assertThat(ParticleEvents.isRecognised(table.header())).isTrue();
        assertThat(SameEvents.require(ParticleEvents.of(table), events)).isEqualTo(expected);
    }

    /** An event that uses every place of the model, with numbers that rounding would change. */
    private static Event full(long number, int weights) {
        double[] named = new double[weights];
        Arrays.setAll(named, i -> i / 3.0 - 1);
        FourVector p = new FourVector(0.1, -0.0, 1e-310, 1.0 / 3.0);
        List<Particle> particles = List.of(
                new Particle(21, -1, -1, -1, p, 1e-17, 501, 502, 0, Particle.UNKNOWN_SPIN),
                new Particle(-2212, 4, -1, -1, p, 0.93827, 0, 0, 0, -1),
                new Particle(1000022, 1, 0, 1, p, Double.MIN_VALUE, 0, 503, 1e300, 0.25));
        EventDetails details = new EventDetails(
                4_000_000_000L,
                -7,
                91.188,
                1 / 128.0,
                0.118,
                0.3,
                Double.NaN,
                List.of(
                        new Vertex(2, 0.1, 0.2, -0.3, 1e9, new int[] {0, 1}, new int[] {2}),
                        new Vertex(0, 0, 0, 0, 0, new int[] {}, new int[] {}),
                        new Vertex(5, 1, 2, 3, 4, new int[] {2}, new int[] {})),
                Map.of("GenPdfInfo", "2 -2 0.1\t0.2", "flow1@3", "501\n\\n", "empty", ""),
                List.of("#pdf 1 2", "", "  <scales/> \t\\ é"));
        return new Event(number, -2.5e-9, named, particles, details);
    }

    private static EventSource source(List<String> weights, Event... events) {
        RunInfo run = new RunInfo(
                Optional.of(new RunInfo.Beams(2212, 11, 6500.1, 27.5, 0, -1, 247000, 10042, -4)),
                List.of(new RunInfo.Subprocess(1, 0.1, 1e-3, 7), new RunInfo.Subprocess(-2, 1e9, 0, 1)),
                List.of(new RunInfo.Tool("Pythia", "8.302", ""), new RunInfo.Tool("\t", "\\", "a\nb")),
                weights.isEmpty() ? Map.of() : Map.of(weights.get(0), "scale variation"),
                Map.of("key", "a\r\nb"),
                "<MGVersion>\n" + "x\u20ac\uD834\uDD1E".repeat(12_000) + "\0</MGVersion>");
        EventHeader header = new EventHeader(
                "Test 1",
                "events.test",
                weights,
                weights.isEmpty() ? Map.of() : Map.of(weights.get(0), "set param_card smeft 9 1.0\n"),
                WeightMeaning.SUM_IS_CROSS_SECTION,
                OptionalDouble.of(0.1),
                OptionalDouble.empty(),
                List.of("the header is odd"),
                run);
        return new Listed(header, List.of(events));
    }

    private record Listed(EventHeader header, List<Event> events) implements EventSource {
        @Override
        public EventCursor open() {
            Iterator<Event> all = events.iterator();
            return new EventCursor() {
                @Override
                public @Nullable Event next() {
                    return all.hasNext() ? all.next() : null;
                }

                @Override
                public void close() {}
            };
        }
    }

    @Test
    void everyPlaceOfTheModelComesBack() {
        List<String> weights = List.of("b1", "MUR=0.5_MUF=1", "b/2", "", "a\tb");
        EventSource events =
                source(weights, full(1, 5), new Event(2, 1, new double[] {1, 2, 3, 4, 5}, List.of()), full(3, 5));

        assertThat(SameEvents.require(ParticleEvents.of(stored(ParticleTable.of(events))), events))
                .isEqualTo(3);
    }

    @Test
    void plainNamesOfWeightsAreColumnsAndManyAreOne() {
        List<String> many = new ArrayList<>();
        for (int i = 0; i < 145; i++) {
            many.add(Integer.toString(i));
        }

        assertThat(ParticleTable.of(source(List.of("sm", "b1"))).header().columnNames())
                .contains("weight", "weight.sm", "weight.b1")
                .doesNotContain("weights");
        assertThat(ParticleTable.of(source(many)).header().columns())
                .contains(Column.fixed("weights", ColumnType.FLOAT64, 145));
        EventSource events = source(many, full(1, 145));
        assertThat(SameEvents.require(ParticleEvents.of(stored(ParticleTable.of(events))), events))
                .isEqualTo(1);
    }

    @Test
    void noAttributeIsTooLongForHdf5() {
        Map<String, String> attributes =
                ParticleTable.of(source(List.of())).header().attributes();

        assertThat(attributes).containsKey("aurum.header.2");
        assertThat(attributes.values())
                .allSatisfy(text -> assertThat(text.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .hasSizeLessThan(65_536));
    }

    @Test
    void anUnknownColumnIsNamed() {
        assertThatThrownBy(() -> ParticleTable.of(source(List.of())).open(List.of("particle.pt")))
                .isInstanceOf(NotFound.class)
                .hasMessageContaining("particle.pt")
                .hasMessageContaining("particle.p");
    }

    private static TableSource table(int[] pdgOffsets, long[] mothers, long... links) {
        Column pdgId = Column.list("particle.pdg_id", ColumnType.INT32);
        Column mother = Column.list("particle.mother1", ColumnType.INT64);
        List<ColumnData> data = new ArrayList<>();
        data.add(ColumnData.ofLists(pdgId, pdgOffsets, new long[] {22, 22}));
        data.add(ColumnData.ofLists(mother, new int[] {0, mothers.length}, mothers));
        for (String name : List.of("px", "py", "pz", "energy")) {
            Column column = Column.list("particle." + name, ColumnType.FLOAT32);
            data.add(ColumnData.ofLists(column, new int[] {0, 2}, new double[] {1, 2}));
        }
        if (links.length > 0) {
            for (String name : List.of("status", "x", "y", "z", "t", "outgoing_count")) {
                boolean real = name.length() == 1;
                Column column = Column.list("vertex." + name, real ? ColumnType.FLOAT64 : ColumnType.INT32);
                int[] one = {0, 1};
                data.add(
                        real
                                ? ColumnData.ofLists(column, one, new double[1])
                                : ColumnData.ofLists(column, one, new long[1]));
            }
            Column count = Column.list("vertex.incoming_count", ColumnType.INT32);
            data.add(ColumnData.ofLists(count, new int[] {0, 1}, new long[] {links[0]}));
            Column incoming = Column.list("vertex.incoming", ColumnType.INT32);
            long[] rest = Arrays.copyOfRange(links, 1, links.length);
            data.add(ColumnData.ofLists(incoming, new int[] {0, rest.length}, rest));
        }
        TableHeader header = new TableHeader(
                "Test",
                "t.test",
                "",
                data.stream().map(ColumnData::column).toList(),
                OptionalLong.of(1),
                Map.of(),
                List.of());
        return MemoryTableFormat.table(header, List.of(new TableBatch(0, 1, data)), null);
    }

    private static Event only(TableSource table) {
        try (EventCursor events = ParticleEvents.of(table).open()) {
            return Objects.requireNonNull(events.next());
        }
    }

    @Test
    void columnsThatAreMissingAreUnknown() {
        Event event = only(table(new int[] {0, 2}, new long[] {-1, 0}, 1, 1));

        assertThat(event.weight()).isEqualTo(1);
        assertThat(event.details().number()).isEqualTo(-1);
        assertThat(event.details().crossSectionPb()).isNaN();
        assertThat(event.particles()).hasSize(2);
        Particle second = event.particles().get(1);
        assertThat(second.mother1()).isZero();
        assertThat(second.isFinal()).isTrue();
        assertThat(second.spin()).isEqualTo(Particle.UNKNOWN_SPIN);
        assertThat(second.mass()).isEqualTo(second.momentum().mass());
        assertThat(event.details().vertices().get(0).incoming(0)).isEqualTo(1);
    }

    @Test
    void rowsThatContradictThemselvesAreRefused() {
        assertThatThrownBy(() -> only(table(new int[] {0, 1}, new long[] {-1})))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("event 1 of t.test has 2 values of particle.px, expected 1");
        assertThatThrownBy(() -> only(table(new int[] {0, 2}, new long[] {-1, 2})))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("mother 2");
        assertThatThrownBy(() -> only(table(new int[] {0, 2}, new long[] {-1, 1L << 40})))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("32 bits");
        assertThatThrownBy(() -> only(table(new int[] {0, 2}, new long[] {-1, -1}, 3, 0)))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("a vertex with 3 particles, expected at most 1");
        assertThatThrownBy(() -> only(table(new int[] {0, 2}, new long[] {-1, -1}, 1, 2)))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("a vertex with particle 2");
    }

    @Test
    void attributesThatWereTamperedWithAreRefused() {
        TableHeader good = ParticleTable.of(source(List.of())).header();
        for (Map<String, String> attributes : List.of(
                Map.of("aurum.particles", "1", "aurum.weight_meaning", "NONE"),
                Map.of("aurum.particles", "1", "aurum.beams", "1\t2\n"),
                Map.of("aurum.particles", "1", "aurum.processes", "x\t1\t1\t1\n"),
                Map.of("aurum.particles", "1", "aurum.cross_section_pb", "much"))) {
            TableHeader header =
                    new TableHeader("Test", "t.test", "", good.columns(), OptionalLong.empty(), attributes, List.of());

            assertThatThrownBy(() -> ParticleEvents.of(MemoryTableFormat.table(header, List.of(), null)))
                    .isInstanceOf(BadInput.class)
                    .hasMessageContaining("t.test");
        }
    }
}
