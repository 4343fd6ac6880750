package hep.aurum.source.hepmc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import hep.aurum.event.Event;
import hep.aurum.event.EventHeader;
import hep.aurum.event.EventSource;
import hep.aurum.event.RunInfo;
import hep.aurum.event.Vertex;
import hep.aurum.physics.FourVector;
import hep.aurum.physics.Particle;
import hep.aurum.source.EventSources;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HepMcReadingTest {

    @TempDir
    private Path folder;

    private EventSource open(String text) {
        return EventSources.open(HepMcText.write(folder, text));
    }

    private Event only(String text) {
        List<Event> events = EventDump.events(open(text));
        assertThat(events).hasSize(1);
        return events.get(0);
    }

    @Test
    void hepMc3HoldsWhatItSays() {
        Event event = only(HepMcText.HEAD3 + HepMcText.RUN3 + HepMcText.EVENT3 + HepMcText.END3);

        checkCommon(event);
        assertThat(event.details().attributes())
                .containsOnly(
                        entry("GenCrossSection", "40.5 0.5 10 12 41.5 0.6"),
                        entry("tag@4", "some text"),
                        entry("mark@-2", "1"));
    }

    @Test
    void hepMc2HoldsWhatItSays() {
        Event event = only(HepMcText.HEAD2 + HepMcText.EVENT2 + HepMcText.END2);

        checkCommon(event);
        assertThat(event.details().attributes())
                .containsOnly(
                        entry("GenPdfInfo", "11 -11 0.5 0.25 91.5 1 2 0 0"),
                        entry("mpi", "3"),
                        entry("signal_process_vertex", "-1"),
                        entry("beam_particles", "1 2"),
                        entry("random_states", "11 22"),
                        entry("theta@3", "0.25"),
                        entry("flow3@3", "7"),
                        entry("weight0@-1", "0.5"));
    }

    private static void checkCommon(Event event) {
        assertThat(event.weight()).isEqualTo(2.5);
        assertThat(EventDump.weights(event)).containsExactly(2.5, -3.0);
        assertThat(event.details().number()).isEqualTo(7);
        assertThat(event.details().processId()).isEqualTo(13);
        assertThat(event.details().scale()).isEqualTo(91.5);
        assertThat(event.details().alphaQcd()).isEqualTo(0.118);
        assertThat(event.details().alphaQed()).isEqualTo(0.0078);
        assertThat(event.details().crossSectionPb()).isEqualTo(40.5);
        assertThat(event.details().crossSectionErrorPb()).isEqualTo(0.5);
        assertThat(event.particles())
                .contains(
                        particle(11, 4, -1, -1, 45.6, 45.6, 0.000511, 0, 0),
                        particle(23, 2, 0, 1, 0, 91.2, 91.2, 501, 502),
                        particle(-13, 1, 2, 2, -45.6, 45.6, 0.105, 0, 0));
        assertThat(event.details().vertices())
                .containsExactly(
                        new Vertex(5, 1, 2, 3, 4, new int[] {0, 1}, new int[] {2}),
                        new Vertex(0, 0, 0, 0, 0, new int[] {2}, new int[] {3, 4}));
    }

    private static Particle particle(
            int pdgId, int status, int first, int last, double pz, double energy, double mass, int c, int a) {
        return new Particle(
                pdgId, status, first, last, new FourVector(0, 0, pz, energy), mass, c, a, 0, Particle.UNKNOWN_SPIN);
    }

    @Test
    void theRunIsInTheHeader() {
        EventHeader header = open(HepMcText.HEAD3 + HepMcText.RUN3 + HepMcText.EVENT3 + HepMcText.END3)
                .header();

        assertThat(header.format()).isEqualTo("HepMC3 3.02.05");
        assertThat(header.weightNames()).containsExactly("Default", "up");
        assertThat(header.crossSectionPb()).hasValue(40.5);
        assertThat(header.crossSectionErrorPb()).hasValue(0.5);
        assertThat(header.run().tools()).containsExactly(new RunInfo.Tool("Made", "1.0", "by hand \\ here"));
        assertThat(header.run().attributes()).containsOnly(entry("note", "one\ntwo"));
        assertThat(header.problems()).isEmpty();
    }

    @Test
    void unitsAreConverted() {
        String event = """
                E 0 1 2 @ 1 2 3 4
                U MEV CM
                P 1 0 11 1 2 3 4000 0.511 4
                V -1 0 [1] @ 0.1 0.2 0.3 0.4
                P 2 -1 11 1 2 3 4000 0.511 1
                """;

        Event read = only(HepMcText.HEAD3 + event + HepMcText.END3);

        assertThat(read.particles().get(1).momentum()).isEqualTo(new FourVector(0.001, 0.002, 0.003, 4));
        assertThat(read.particles().get(1).mass()).isEqualTo(0.511 / 1000);
        assertThat(read.details().vertices().get(0)).isEqualTo(new Vertex(0, 1, 2, 3, 4, new int[] {0}, new int[] {1}));
        assertThat(read.details().attributes()).containsEntry("event_position", "10.0 20.0 30.0 40.0");
        assertThat(read.weight()).isEqualTo(1);
    }

    /** Lines name vertices -2 and -3; the particles 1 and 5 decay without one, so -1 and -4 are theirs in this order. */
    @Test
    void verticesWithoutLinesFillTheGaps() {
        String event = """
                E 0 4 8
                U GEV MM
                P 1 0 1 0 0 0 1 0 2
                P 2 1 2 0 0 0 1 0 2
                V -2 0 [2,7]
                P 3 -2 3 0 0 0 1 0 2
                V -3 0 [3]
                P 4 -3 4 0 0 0 1 0 1
                P 5 -3 5 0 0 0 1 0 2
                P 6 5 6 0 0 0 1 0 1
                P 7 1 7 0 0 0 1 0 2
                P 8 0 8 0 0 0 1 0 1
                """;

        List<Vertex> vertices =
                only(HepMcText.HEAD3 + event + HepMcText.END3).details().vertices();

        assertThat(vertices)
                .containsExactly(
                        new Vertex(0, 0, 0, 0, 0, new int[] {0}, new int[] {1, 6}),
                        new Vertex(0, 0, 0, 0, 0, new int[] {1, 6}, new int[] {2}),
                        new Vertex(0, 0, 0, 0, 0, new int[] {2}, new int[] {3, 4}),
                        new Vertex(0, 0, 0, 0, 0, new int[] {4}, new int[] {5}));
    }

    @Test
    void namesOfWeightsMayHaveBlanksOrBeSeparatedByThem() {
        String two = "E 0 0 1\nU GEV MM\nW 1 2\nP 1 0 13 0 0 0 1 0 1\n";

        assertThat(open(HepMcText.HEAD3 + "W mur=1 muf=2\\|mur=2 muf=2\n" + two + HepMcText.END3)
                        .header()
                        .weightNames())
                .containsExactly("mur=1 muf=2", "mur=2 muf=2");
        assertThat(open(HepMcText.HEAD3 + "W a b\n" + two + HepMcText.END3)
                        .header()
                        .weightNames())
                .containsExactly("a", "b");
        assertThat(open(HepMcText.HEAD3 + "W 2\nN a\\|b\n" + two + HepMcText.END3)
                        .header()
                        .weightNames())
                .containsExactly("a", "b");
        assertThat(open(HepMcText.HEAD3 + two + HepMcText.END3).header().weightNames())
                .containsExactly("0", "1");
    }

    @Test
    void theNominalWeightIsFoundByName() {
        String event = "E 0 0 1\nU GEV MM\nW 1 2 3\nP 1 0 13 0 0 0 1 0 1\n";

        assertThat(only(HepMcText.HEAD3 + "W a\\|Weight\\|Default\n" + event + HepMcText.END3)
                        .weight())
                .isEqualTo(3);
        assertThat(only(HepMcText.HEAD3 + "W a\\|b\\|nominal\n" + event + HepMcText.END3)
                        .weight())
                .isEqualTo(3);
        assertThat(only(HepMcText.HEAD3 + "W a\\|b\\|c\n" + event + HepMcText.END3)
                        .weight())
                .isEqualTo(1);
    }

    @Test
    void concatenatedFilesAreOne() {
        String file = HepMcText.HEAD3 + HepMcText.RUN3 + HepMcText.EVENT3 + HepMcText.END3;
        String old = HepMcText.HEAD2 + HepMcText.EVENT2 + HepMcText.END2;

        List<Event> events = EventDump.events(open(file + file + file));

        assertThat(events).hasSize(3).extracting(Event::number).containsExactly(1L, 2L, 3L);
        assertThat(events.get(2).particles()).isEqualTo(events.get(0).particles());
        assertThat(open(file + file).header().run().tools()).hasSize(1);
        assertThat(EventDump.events(open(old + old))).hasSize(2);
    }

    @Test
    void carriageReturnsAreNoObstacle() {
        String file = HepMcText.HEAD3 + HepMcText.RUN3 + HepMcText.EVENT3 + HepMcText.END3;

        assertThat(EventDump.all(only(file.replace("\n", "\r\n")))).isEqualTo(EventDump.all(only(file)));
    }

    @Test
    void oldFilesAreReadInGevAndMmWithAWord() {
        String event = HepMcText.EVENT2.replaceAll("(?m)^[NUC] .*\n", "");

        EventSource source = open(HepMcText.HEAD2 + event + HepMcText.END2);

        assertThat(source.header().weightNames()).containsExactly("0", "1");
        assertThat(source.header().problems()).singleElement().asString().contains("GeV and mm are assumed");
        assertThat(source.header().crossSectionPb()).isEmpty();
        assertThat(EventDump.events(source).get(0).particles().get(2).mass()).isEqualTo(91.2);
    }

    /** A particle gun: nothing enters its vertex, which is kept for its place; at the origin it is left out. */
    @Test
    void particlesFromNowhereAreKeptIfTheyAreFinal() {
        String head = "E 0 0 1 1 1 0 0 2 0 0 0 0\nU GEV MM\n";
        String displaced = "V -1 0 1 0 0 0 0 1 0\nP 1 13 0 0 1 1 0 1 0 0 0 0\n";
        String atOrigin = "V -2 0 0 0 0 0 0 2 0\nP 2 13 0 0 1 1 0 1 0 0 0 1 1 5\nP 3 21 0 0 1 1 0 3 0 0 0 0\n";

        Event event = only(HepMcText.HEAD2 + head + displaced + atOrigin + HepMcText.END2);

        assertThat(event.particles()).hasSize(2).allMatch(Particle::isFinal);
        assertThat(event.particles().get(1).colour()).isEqualTo(5);
        assertThat(event.details().vertices()).containsExactly(new Vertex(0, 1, 0, 0, 0, new int[0], new int[] {0}));
    }
}
