package hep.aurum.source.stdhep;

import static org.assertj.core.api.Assertions.assertThat;

import hep.aurum.event.Event;
import hep.aurum.event.EventCursor;
import hep.aurum.event.EventHeader;
import hep.aurum.event.EventSource;
import hep.aurum.event.RunInfo;
import hep.aurum.event.Vertex;
import hep.aurum.event.WeightMeaning;
import hep.aurum.physics.FourVector;
import hep.aurum.physics.Particle;
import hep.aurum.source.EventSources;
import hep.aurum.source.stdhep.StdHepBytes.Block;
import hep.aurum.source.xdr.Mutations;
import hep.aurum.source.xdr.XdrBytes;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StdHepReadingTest {

    @TempDir
    Path folder;

    private Path write(StdHepBytes bytes) throws IOException {
        return Files.write(folder.resolve("tiny.stdhep"), bytes.toArray());
    }

    @Test
    void particlesOfHepevtComeBack() throws IOException {
        Path file = write(new StdHepBytes(1).run(7).record(StdHepBytes.stdHep(42)));

        Event event = Mutations.readAll(file).get(0);

        assertThat(event.number()).isEqualTo(1);
        assertThat(event.weight()).isEqualTo(1);
        assertThat(event.details().number()).isEqualTo(42);
        assertThat(event.details().attributes()).containsEntry("run", "7");
        assertThat(event.particles())
                .containsExactly(
                        new Particle(11, 3, -1, -1, new FourVector(0, 0, 45, 45), 0.0005, 0, 0, 0, 9),
                        new Particle(23, 2, 0, -1, new FourVector(0, 0, 0, 91.1876), 91.1876, 0, 0, 0, 9),
                        new Particle(13, 1, 1, -1, new FourVector(30, 0, 34.5, 45.72), 0.1056, 0, 0, 0, 9),
                        new Particle(-13, 1, 1, -1, new FourVector(-30, 0, -34.5, 45.72), 0.1056, 0, 0, 0, 9),
                        new Particle(22, 1, 2, -1, new FourVector(0, 0.25, 0, 0.25), 0, 0, 0, 0, 9));
        assertThat(event.details().vertices())
                .containsExactly(
                        new Vertex(0, 0, 0, -100, -100, new int[0], new int[] {0}),
                        new Vertex(0, 0, 0, 0, 0, new int[] {0}, new int[] {1}),
                        new Vertex(0, 0.5, 0.25, -1, 2, new int[] {1}, new int[] {2, 3}),
                        new Vertex(0, 3, 4, 12, 13, new int[] {2}, new int[] {4}));
    }

    @Test
    void stdHep4HasWeightCouplingsSpinsAndColours() throws IOException {
        Path file =
                write(new StdHepBytes(2).record(StdHepBytes.stdHep4(1, -2.5)).record(StdHepBytes.stdHep4(2, 0.5)));

        List<Event> events = Mutations.readAll(file);

        assertThat(events).extracting(Event::weight).containsExactly(-2.5, 0.5);
        Event first = events.get(0);
        assertThat(first.details().alphaQed()).isEqualTo(0.0078125);
        assertThat(first.details().alphaQcd()).isEqualTo(0.125);
        assertThat(first.details().scale()).isEqualTo(91.5);
        assertThat(first.details().processId()).isEqualTo(81);
        assertThat(first.particles()).extracting(Particle::spin).containsExactly(9.0, 9.0, -1.0, 9.0, 1.0);
        assertThat(first.details().attributes())
                .containsEntry("spin@4", "0.5 0.0 0.75")
                .doesNotContainKey("spin@3");
        assertThat(first.particles()).extracting(Particle::colour).containsExactly(0, 0, 501, 502, 0);
        assertThat(first.particles()).extracting(Particle::anticolour).containsExactly(0, 0, 502, 501, 0);
    }

    @Test
    void eventsOfSeveralInteractionsAreRead() throws IOException {
        XdrBytes old = StdHepBytes.hepevt(1);
        XdrBytes middle = StdHepBytes.hepevt(2).i32(2).ints(1, 1, 1, 2, 2);
        XdrBytes late = StdHepBytes.hepevt(3)
                .i32(2)
                .ints(1, 1, 1, 2, 2)
                .ints(5, 6)
                .ints(1, 4)
                .ints(1, 1);
        XdrBytes extended = StdHepBytes.extended(
                        StdHepBytes.hepevt(4)
                                .i32(2)
                                .ints(1, 1, 1, 2, 2)
                                .ints(5, 6)
                                .ints(1, 4)
                                .ints(1, 1),
                        4)
                .doubles(1, 1)
                .doubles(0, 0)
                .doubles(0, 0)
                .doubles(new double[20])
                .ints(81, 82);

        Path file = write(new StdHepBytes(4)
                .record(new Block(105, "1.05", 28, old))
                .record(new Block(105, "4.03", 28, middle))
                .record(new Block(105, "5.01", 28, late))
                .record(new Block(202, "5.06", 28, extended)));

        List<Event> events = Mutations.readAll(file);
        assertThat(events).extracting(event -> event.details().number()).containsExactly(1L, 2L, 3L, 4L);
        assertThat(events).extracting(Event::weight).containsExactly(1.0, 1.0, 1.0, 4.0);
        assertThat(events).allSatisfy(event -> assertThat(event.particles()).hasSize(5));
    }

    @Test
    void runRecordsAndTheLesHouchesRunStandInTheHeader() throws IOException {
        Path file = write(new StdHepBytes(4)
                .record(StdHepBytes.beginRun("5.06", 2.5))
                .record(StdHepBytes.lesHouchesRun())
                .record(StdHepBytes.stdHep(1))
                .record(StdHepBytes.endRun()));

        EventHeader header = EventSources.open(file).header();

        assertThat(Mutations.readAll(file)).hasSize(1);
        assertThat(header.format()).isEqualTo("StdHep 5.01 in MCFIO 2.01");
        assertThat(header.meaning()).isEqualTo(WeightMeaning.UNIT_WEIGHTS);
        assertThat(header.run().attributes())
                .containsEntry("title", "tiny")
                .containsEntry("comment", "written by hand")
                .containsEntry("closing_date", "Tue Jan  2 2001")
                .containsEntry("numevts_expect", "9")
                .containsEntry("nevtreq", "100")
                .containsEntry("nevtgen", "90")
                .containsEntry("stdecom", "500.0")
                .containsEntry("stdseed2", "12.0")
                .containsEntry("pdfname", "CTEQ");
        assertThat(header.run().tools()).containsExactly(new RunInfo.Tool("Pythia", "", ""));
        assertThat(header.run().beams()).hasValue(new RunInfo.Beams(11, -11, 250, 250.5, 0, 0, -1, -1, 3));
        assertThat(header.run().processes())
                .containsExactly(new RunInfo.Subprocess(81, 1.5, 0.3, 1), new RunInfo.Subprocess(82, 2.5, 0.4, 1));
        assertThat(header.crossSectionPb()).hasValue(4.0);
        assertThat(header.crossSectionErrorPb()).hasValue(0.5);
        assertThat(header.problems()).singleElement().asString().contains("2.5 in a unit that StdHep does not declare");
    }

    @Test
    void aRunRecordOfOldStdHepHasNoNames() throws IOException {
        Path file =
                write(new StdHepBytes(2).record(StdHepBytes.beginRun("2.01", 0)).record(StdHepBytes.stdHep(1)));

        assertThat(EventSources.open(file).header().run().tools()).isEmpty();
        assertThat(Mutations.readAll(file)).hasSize(1);
    }

    @Test
    void aLesHouchesEventSpeaksForTheParticlesBehindIt() throws IOException {
        Path file = write(new StdHepBytes(4)
                .record(StdHepBytes.lesHouchesEvent(3.5))
                .record(StdHepBytes.stdHep(1))
                .record(StdHepBytes.stdHep(2))
                .record(StdHepBytes.lesHouchesEvent(-1), StdHepBytes.stdHep(3)));

        List<Event> events = Mutations.readAll(file);

        assertThat(events).extracting(Event::weight).containsExactly(3.5, 1.0, -1.0);
        assertThat(events.get(0).details().scale()).isEqualTo(250);
        assertThat(events.get(0).details().processId()).isEqualTo(82);
        assertThat(events.get(1).details().scale()).isEqualTo(-1);
    }

    @Test
    void unknownBlocksArePassedOverByTheirPositions() throws IOException {
        Block unknown =
                new Block(102, "1.00", 12, new XdrBytes().ints(1, 2, 3).ints(4).ints(5));
        StdHepBytes bytes = new StdHepBytes(6);
        for (int i = 1; i <= 2; i++) {
            bytes.record(unknown, StdHepBytes.stdHep(i)).record(StdHepBytes.stdHep(10 + i), unknown);
        }
        bytes.startTable().record(StdHepBytes.stdHep(21)).record(unknown);

        assertThat(Mutations.readAll(write(bytes)))
                .extracting(event -> event.details().number())
                .containsExactly(1L, 11L, 2L, 12L, 21L);
    }

    @Test
    void aFileThatWasNotClosedIsWalked() throws IOException {
        StdHepBytes bytes = new StdHepBytes(0)
                .record(StdHepBytes.stdHep(1))
                .record(StdHepBytes.stdHep(2))
                .unclosed();

        Path file = write(bytes);

        assertThat(Mutations.readAll(file)).hasSize(2);
        assertThat(EventSources.open(file).header().problems())
                .singleElement()
                .asString()
                .contains("not closed");
    }

    @Test
    void aSourceOpensManyPassesAlsoOfACompressedFile() throws IOException {
        byte[] plain = new StdHepBytes(2)
                .record(StdHepBytes.stdHep(1))
                .record(StdHepBytes.stdHep(2))
                .toArray();
        Path file = folder.resolve("tiny.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(plain);
        }

        EventSource source = EventSources.open(file);

        for (int pass = 0; pass < 3; pass++) {
            try (EventCursor cursor = source.open()) {
                assertThat(cursor.next()).isNotNull();
                assertThat(cursor.next()).isNotNull();
                assertThat(cursor.next()).isNull();
                assertThat(cursor.next()).isNull();
            }
        }
    }

    @Test
    void aMotherOfItselfIsNone() throws IOException {
        XdrBytes hepevt = new XdrBytes()
                .i32(1, 1)
                .ints(1)
                .ints(22)
                .ints(0, 1)
                .ints(0, 0)
                .doubles(0, 0, 1, 1, 0)
                .doubles(0, 0, 0, 0);

        Path file = write(new StdHepBytes(1).record(new Block(101, "5.01", 28, hepevt)));

        assertThat(Mutations.readAll(file).get(0).particles().get(0).mother2()).isEqualTo(-1);
    }
}
