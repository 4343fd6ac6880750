package hep.aurum.source.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hep.aurum.base.BadInput;
import hep.aurum.base.NotFound;
import hep.aurum.base.NotSupported;
import hep.aurum.base.Progress;
import hep.aurum.event.Event;
import hep.aurum.event.EventCursor;
import hep.aurum.event.EventFormat;
import hep.aurum.event.EventHeader;
import hep.aurum.event.EventSource;
import hep.aurum.event.EventWriter;
import hep.aurum.event.table.Column;
import hep.aurum.event.table.ColumnData;
import hep.aurum.event.table.ColumnType;
import hep.aurum.event.table.TableBatch;
import hep.aurum.event.table.TableCursor;
import hep.aurum.event.table.TableHeader;
import hep.aurum.event.table.TableSource;
import hep.aurum.source.EventSources;
import hep.aurum.source.Formats;
import hep.aurum.source.MemoryTableFormat;
import hep.aurum.source.SameEvents;
import hep.aurum.source.SharedData;
import hep.aurum.source.lhe.LheFormat;
import hep.aurum.source.particle.ParticleEvents;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConversionTest {

    private static final String SAMPLE = "generated/madgraph/vbf_haa_cHW_cHWtil_sm_200.lhe";

    private final MemoryTableFormat memory = new MemoryTableFormat();
    private final MemoryTableFormat flat = new MemoryTableFormat(false, ".flat");
    private final Collector collector = new Collector();
    private final Formats formats = new Formats(List.of(new LheFormat(), collector), List.of(memory, flat));

    @TempDir
    private Path folder;

    /** A format of events that is only written, and refuses the event numbers above a limit. */
    private static final class Collector implements EventFormat {

        private final List<Event> finished = new ArrayList<>();
        private long limit = Long.MAX_VALUE;

        @Override
        public String name() {
            return "Collector";
        }

        @Override
        public boolean accepts(byte[] head) {
            return false;
        }

        @Override
        public EventSource open(Path file) {
            throw new NotSupported("only written", "", "");
        }

        @Override
        public List<String> endings() {
            return List.of("coll");
        }

        @Override
        public EventWriter create(Path file, EventHeader header) {
            List<Event> events = new ArrayList<>();
            return new EventWriter() {
                @Override
                public void write(Event event) {
                    if (event.number() > limit) {
                        throw new IllegalArgumentException("a weight is NaN, expected a finite number");
                    }
                    events.add(event);
                }

                @Override
                public List<String> losses() {
                    return List.of("colours are not kept");
                }

                @Override
                public void finish() {
                    finished.addAll(events);
                }

                @Override
                public void close() {}
            };
        }
    }

    private Conversion conversion(Path input, String output) {
        return Conversion.of(input, folder.resolve(output)).among(formats);
    }

    private EventSource events(String name) {
        return ParticleEvents.of(memory.tables(folder.resolve(name)).get(0));
    }

    private static List<Event> list(EventSource source) {
        List<Event> events = new ArrayList<>();
        try (EventCursor cursor = source.open()) {
            for (Event event = cursor.next(); event != null; event = cursor.next()) {
                events.add(event);
            }
        }
        return events;
    }

    @Test
    void eventsGoIntoATableAndOutAgain() {
        Path sample = SharedData.file(SAMPLE);

        ConversionResult there = conversion(sample, "x.mem").run(Progress.NONE);
        ConversionResult back = conversion(folder.resolve("x.mem"), "y.coll").run(Progress.NONE);

        assertThat(there).isEqualTo(new ConversionResult("Memory.mem", 200, "events", List.of(), Optional.empty()));
        assertThat(SameEvents.require(events("x.mem"), EventSources.open(sample)))
                .isEqualTo(200);
        assertThat(back.losses()).containsExactly("colours are not kept");
        List<Event> expected = list(EventSources.open(sample));
        assertThat(collector.finished).hasSize(200);
        for (int i = 0; i < 200; i++) {
            SameEvents.requireEvent(collector.finished.get(i), expected.get(i));
        }
    }

    @Test
    void aRangeIsTakenFromEventsAndFromTables() {
        Path sample = SharedData.file(SAMPLE);
        List<Event> all = list(EventSources.open(sample));

        conversion(sample, "x.mem").run(Progress.NONE);
        conversion(sample, "a.mem").between(151, 170).run(Progress.NONE);
        conversion(folder.resolve("x.mem"), "b.mem").between(151, 170).run(Progress.NONE);
        ConversionResult tail = conversion(sample, "c.coll").between(199, 1000).run(Progress.NONE);

        for (String name : List.of("a.mem", "b.mem")) {
            List<Event> some = list(events(name));
            assertThat(some).hasSize(20);
            for (int i = 0; i < 20; i++) {
                assertThat(some.get(i).particles()).isEqualTo(all.get(150 + i).particles());
                assertThat(some.get(i).weight(3)).isEqualTo(all.get(150 + i).weight(3));
            }
        }
        assertThat(tail.events()).isEqualTo(2);
        assertThatThrownBy(() -> conversion(sample, "d.coll").between(201, 300).run(Progress.NONE))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("has 200 events, none from 201 on");
    }

    @Test
    void aRangeThatIsTheWholeFileIsNoPart() throws IOException {
        String text = Files.readString(SharedData.file(SAMPLE), StandardCharsets.UTF_8);
        Path sums = Files.writeString(
                folder.resolve("sums.lhe"),
                text.replaceFirst("average\\s+= event_norm", "sum = event_norm"),
                StandardCharsets.UTF_8);
        String part = "do not add up";

        assertThat(conversion(sums, "x.coll").between(1, 200).run(Progress.NONE).losses())
                .noneMatch(loss -> loss.contains(part));
        assertThat(conversion(sums, "x.coll").between(1, 199).run(Progress.NONE).losses())
                .anyMatch(loss -> loss.contains(part));
        conversion(sums, "x.mem").run(Progress.NONE);
        Path table = folder.resolve("x.mem");
        assertThat(conversion(table, "y.mem").between(1, 200).run(Progress.NONE).losses())
                .noneMatch(loss -> loss.contains(part));
        for (int first : new int[] {1, 2}) {
            assertThat(conversion(table, "y.mem")
                            .between(first, 200 - 2 + first)
                            .run(Progress.NONE)
                            .losses())
                    .anyMatch(loss -> loss.contains(part));
        }
    }

    @Test
    void columnsOfEventsGoWhereListsCannot() {
        Path sample = SharedData.file(SAMPLE);

        conversion(sample, "x.flat").ofColumns(List.of("weight", "weight.b1")).run(Progress.NONE);

        TableSource table = flat.tables(folder.resolve("x.flat")).get(0);
        assertThat(table.header().columnNames()).containsExactly("weight", "weight.b1");
        Event first = list(EventSources.open(sample)).get(0);
        try (TableCursor rows = table.open(List.of("weight.b1"))) {
            TableBatch batch = Objects.requireNonNull(rows.next());
            int b1 = EventSources.open(sample).header().weightNames().indexOf("b1");
            assertThat(batch.column(0).real(0)).isEqualTo(first.weight(b1));
        }
    }

    @Test
    void whatAFormatCannotHoldIsRefusedWithThoseThatCan() {
        Path sample = SharedData.file(SAMPLE);

        assertThatThrownBy(() -> conversion(sample, "x.flat").run(Progress.NONE))
                .isInstanceOf(NotSupported.class)
                .hasMessageContaining("cannot hold the list")
                .hasMessageContaining("Collector (.coll), Memory.mem (.mem)")
                .hasMessageNotContaining("Memory.flat (.flat)");
        assertThat(folder).isEmptyDirectory();
    }

    private TableSource plain(BadInput... failure) {
        Column n = Column.scalar("n", ColumnType.INT32);
        Column pt = Column.list("pt", ColumnType.FLOAT32);
        Column id = Column.fixed("id", ColumnType.TEXT, 2);
        List<ColumnData> data = List.of(
                ColumnData.of(n, new long[] {1, 2, 0}),
                ColumnData.ofLists(pt, new int[] {0, 1, 3, 3}, new double[] {10, 20, 30}),
                ColumnData.of(id, new String[] {"a", "b", "c", "d", "e", "f"}));
        TableHeader header = new TableHeader(
                "Test", "t.mem", "Events", List.of(n, pt, id), OptionalLong.of(3), Map.of("k", "v"), List.of());
        return MemoryTableFormat.table(
                header,
                List.of(new TableBatch(0, 3, data)),
                Arrays.stream(failure).findFirst().orElse(null));
    }

    @Test
    void tablesGoFromFormatToFormat() {
        Path input = folder.resolve("t.mem");
        memory.put(input, List.of(plain(), plain()));

        ConversionResult result = conversion(input, "u.mem").between(2, 3).run(Progress.NONE);

        TableSource table = memory.tables(folder.resolve("u.mem")).get(0);
        assertThat(result.losses()).containsExactly("left out: the table Events");
        assertThat(result.unit()).isEqualTo("rows");
        assertThat(table.header().attributes()).isEqualTo(Map.of("k", "v"));
        try (TableCursor rows = table.open(List.of("n", "pt", "id"))) {
            TableBatch batch = Objects.requireNonNull(rows.next());
            assertThat(batch.first()).isZero();
            assertThat(batch.rows()).isEqualTo(2);
            assertThat(batch.column(0).integer(0)).isEqualTo(2);
            assertThat(batch.column(1).count(0)).isEqualTo(2);
            assertThat(batch.column(1).real(1)).isEqualTo(30);
            assertThat(batch.column(1).count(1)).isZero();
            assertThat(batch.column(2).text(3)).isEqualTo("f");
        }
    }

    @Test
    void aTableWithoutParticlesIsNoFileOfEvents() {
        Path input = folder.resolve("t.mem");
        memory.put(input, List.of(plain()));

        assertThatThrownBy(() -> conversion(input, "u.coll").run(Progress.NONE))
                .isInstanceOf(NotSupported.class)
                .hasMessageContaining("Collector holds events of particles")
                .hasMessageContaining("Memory.mem (.mem)");
        assertThatThrownBy(() -> conversion(input, "u.mem").ofTable("Event").run(Progress.NONE))
                .isInstanceOf(NotFound.class)
                .hasMessageContaining("did you mean \"Events\"?");
        assertThatThrownBy(() ->
                        conversion(input, "u.mem").ofColumns(List.of("px")).run(Progress.NONE))
                .isInstanceOf(NotFound.class)
                .hasMessageContaining("px");
    }

    @Test
    void namesThatSayNoFormatAreRefused() {
        Path sample = SharedData.file(SAMPLE);

        assertThatThrownBy(() -> conversion(sample, "x.xyz").run(Progress.NONE))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining(".coll")
                .hasMessageContaining(".mem");
        assertThatThrownBy(
                        () -> conversion(sample, "x.mem").inFormat("memry.mem").run(Progress.NONE))
                .isInstanceOf(NotFound.class)
                .hasMessageContaining("did you mean \"Memory.mem\"?");
        assertThat(conversion(sample, "x.coll.gz").run(Progress.NONE).format()).isEqualTo("Collector");
        assertThat(conversion(sample, "x.dat")
                        .inFormat("collector")
                        .run(Progress.NONE)
                        .events())
                .isEqualTo(200);
    }

    @Test
    void aFileIsNotConvertedIntoItself() {
        Path input = folder.resolve("t.mem");
        memory.put(input, List.of(plain()));

        assertThatThrownBy(() -> conversion(input, "t.mem").run(Progress.NONE))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("the same file");
    }

    @Test
    void anEventThatCannotBeWrittenIsNamedAndNothingIsLeft() {
        Path sample = SharedData.file(SAMPLE);
        collector.limit = 7;

        assertThatThrownBy(() -> conversion(sample, "x.coll").run(Progress.NONE))
                .isInstanceOf(NotSupported.class)
                .hasMessageContaining("event 8 of ")
                .hasMessageContaining("a weight is NaN");
        assertThat(collector.finished).isEmpty();
    }

    /** The file is cut inside its 124th event; what is before it can be saved. */
    @Test
    void theEventsBeforeDamageAreSavedOnDemandOnly() throws IOException {
        String text = Files.readString(SharedData.file(SAMPLE), StandardCharsets.UTF_8);
        int cut = 0;
        for (int i = 0; i < 124; i++) {
            cut = text.indexOf("<event>", cut) + 1;
        }
        Path damaged =
                Files.writeString(folder.resolve("damaged.lhe"), text.substring(0, cut + 300), StandardCharsets.UTF_8);

        assertThatThrownBy(() -> conversion(damaged, "x.mem").run(Progress.NONE))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("event 124");
        for (String output : List.of("y.mem", "z.coll")) {
            ConversionResult result =
                    conversion(damaged, output).keepingWhatIsGood().run(Progress.NONE);
            assertThat(result.events()).isEqualTo(123);
            assertThat(result.damage()).isPresent();
        }
        assertThat(list(events("y.mem"))).hasSize(123);
        assertThat(memory.tables(folder.resolve("x.mem"))).isEmpty();
    }

    @Test
    void rowsBeforeDamageAreSaved() {
        Path input = folder.resolve("t.mem");
        memory.put(input, List.of(plain(new BadInput("row 4 is damaged", "", ""))));

        ConversionResult result = conversion(input, "u.mem").keepingWhatIsGood().run(Progress.NONE);

        assertThat(result.events()).isEqualTo(3);
        assertThat(result.damage()).isPresent();
    }
}
