package hep.aurum.source.hepevt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hep.aurum.base.BadInput;
import hep.aurum.event.Event;
import hep.aurum.event.EventCursor;
import hep.aurum.event.EventSource;
import hep.aurum.event.Vertex;
import hep.aurum.physics.FourVector;
import hep.aurum.physics.Particle;
import hep.aurum.source.EventSources;
import hep.aurum.source.Inspection;
import hep.aurum.source.SharedData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HepEvtTest {

    /** Two beams make a Z, which decays at (1, 2, 3, 4) mm, as HepMC3 writes it. */
    private static final String LONG = """
            E       5        5
              4   11  0  0  3  3  0.0  0.0  45.0  45.0  0.0
                  0.0 0.0 0.0 0.0
              4  -11  0  0  3  3  0.0  0.0 -45.0  45.0  0.0
                  0.0 0.0 0.0 0.0
              2   23  1  2  4  5  0.0  0.0  0.0  90.0  90.0
                  0.0 0.0 0.0 0.0
              1   13  3  0  0  0  0.0  0.0  45.0  45.0  0.0
                  1.0 2.0 3.0 4.0
              1  -13  3  0  0  0  0.0  0.0 -45.0  45.0  0.0
                  1.0 2.0 3.0 4.0
            """;

    private static final String SHORT = """
            5
             4   11  3  3  0.0  0.0  45.0  0.0
             4  -11  3  0  0.0  0.0 -45.0  0.0
             2   23  4  5  0.0  0.0  0.0  90.0
             1   13  0  0  0.0  0.0  45.0  0.0
             1  -13  0  0  0.0  3.0  0.0  4.0D0
            """;

    @TempDir
    private Path folder;

    private EventSource open(String text) {
        try {
            return EventSources.open(Files.write(folder.resolve("x.hepevt"), text.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Event> events(EventSource source) {
        List<Event> events = new ArrayList<>();
        try (EventCursor cursor = source.open()) {
            for (Event event = cursor.next(); event != null; event = cursor.next()) {
                events.add(event);
            }
        }
        return events;
    }

    @Test
    void theSharedMuonsAreRead() {
        EventSource source = EventSources.open(SharedData.file("thirdparty/hepevt/Muons10GeV.HEPEvt"));
        List<Event> events = events(source);

        assertThat(source.header().format()).isEqualTo("HEPEVT short");
        assertThat(events).hasSize(25).allMatch(event -> event.particles().size() == 1 && event.weight() == 1);
        assertThat(events.get(0).particles().get(0))
                .isEqualTo(new Particle(
                        13,
                        1,
                        -1,
                        -1,
                        new FourVector(0, 0, 10, Math.sqrt(100 + 0.105658 * 0.105658)),
                        0.105658,
                        0,
                        0,
                        0,
                        9));
    }

    @Test
    void longFilesHaveMothersAndVertices() {
        EventSource source = open(LONG + LONG);
        List<Event> events = events(source);

        assertThat(source.header().format()).isEqualTo("HEPEVT long");
        assertThat(events).hasSize(2);
        assertThat(events.get(1).details().number()).isEqualTo(5);
        assertThat(events.get(1).particles()).extracting(Particle::status).containsExactly(4, 4, 2, 1, 1);
        assertThat(events.get(1).particles()).extracting(Particle::mother1).containsExactly(-1, -1, 0, 2, 2);
        assertThat(events.get(1).particles()).extracting(Particle::mother2).containsExactly(-1, -1, 1, -1, -1);
        assertThat(events.get(1).details().vertices())
                .containsExactly(
                        new Vertex(0, 0, 0, 0, 0, new int[] {0, 1}, new int[] {2}),
                        new Vertex(0, 1, 2, 3, 4, new int[] {2}, new int[] {3, 4}));
    }

    @Test
    void fieldsOfALongParticleMayStandOnOneLineOrThree() {
        String one = "1\n1 13 0 0 0 0 0 0 1 1 0 5 6 7 8\n";
        String three = "E 0 1\n1 13 0 0 0 0\n0 0 1 1 0\n5 6 7 8\n";

        assertThat(events(open(one)).get(0).particles())
                .isEqualTo(events(open(three)).get(0).particles());
        assertThat(events(open(three)).get(0).details().vertices())
                .containsExactly(new Vertex(0, 5, 6, 7, 8, new int[0], new int[] {0}));
    }

    @Test
    void shortFilesHaveMothersThroughDaughters() {
        Event event = events(open(SHORT)).get(0);

        assertThat(event.particles()).extracting(Particle::mother1).containsExactly(-1, -1, 0, 2, 2);
        assertThat(event.particles()).extracting(Particle::mother2).containsExactly(-1, -1, 1, 2, 2);
        assertThat(event.particles().get(4).momentum().energy()).isEqualTo(5);
        assertThat(event.details().number()).isEqualTo(-1);
    }

    @ParameterizedTest
    @CsvSource({
        "'23  4  5', '23  4  6', 'daughters 4 to 6, expected 0 to 5'",
        "'23  4  5', '23  3  5', 'particle 3 is its own mother'",
        "'13  0  0', '13  3  3', 'its own ancestor'",
        "'90.0', '90.0 1.0', 'further field'",
        "'90.0', '', 'PHEP5 is missing'",
        "'90.0', 'nan', 'PHEP5 is \"nan\"'",
        "'2   23', '2.5   23', 'ISTHEP is \"2.5\"'",
    })
    void damageIsSaid(String good, String bad, String reason) {
        assertThatThrownBy(() -> events(open(SHORT.replace(good, bad))))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining(reason)
                .hasMessageContaining("x.hepevt");
    }

    @Test
    void countsAreBounded() {
        assertThatThrownBy(() -> events(open(SHORT + SHORT.replaceFirst("5", "10000001"))))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("announces 10000001 particles");
        assertThatThrownBy(() -> events(open(SHORT + "-1\n"))).isInstanceOf(BadInput.class);
    }

    @Test
    void filesThatAreCutOffInsideAnEventAreRefused() {
        for (int cut = LONG.indexOf('\n', 30); cut < LONG.length() - 1; cut = LONG.indexOf('\n', cut + 1)) {
            String part = LONG.substring(0, cut + 1);
            open(part);
            Inspection inspection = Inspection.of(folder.resolve("x.hepevt"));

            assertThat(inspection.failure()).as(part).isInstanceOf(BadInput.class);
            assertThat(inspection.events()).isZero();
        }
    }

    @Test
    void otherTextIsNotTakenForHepEvt() {
        HepEvtFormat format = new HepEvtFormat();

        for (String text :
                List.of("1,2\n3,4\n", "3\n1 2 3\n", "# 3\n1 2 3 4 5 6 7 8\n", "3\na b c d e f g h\n", "5\n")) {
            assertThat(format.accepts(text.getBytes(StandardCharsets.UTF_8))).isFalse();
        }
    }
}
