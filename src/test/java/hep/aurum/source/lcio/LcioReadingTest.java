package hep.aurum.source.lcio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.event.Event;
import hep.aurum.event.EventHeader;
import hep.aurum.event.Vertex;
import hep.aurum.event.WeightMeaning;
import hep.aurum.physics.Particle;
import hep.aurum.source.EventSources;
import hep.aurum.source.xdr.Mutations;
import hep.aurum.source.xdr.XdrBytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LcioReadingTest {

    private static final String[] PARTICLES = {"MCParticle", "MCParticle"};

    @TempDir
    Path folder;

    private Path write(SioBytes bytes) throws IOException {
        return Files.write(folder.resolve("tiny.slcio"), bytes.toArray());
    }

    private static SioBytes event(SioBytes bytes, boolean compressed, int number, double weight) {
        return bytes.eventHeader(compressed, number, weight, PARTICLES).event(compressed, bytes.decay("MCParticle"));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "1, 2", "1, 3", "1, 51", "1, 60", "2, 4", "2, 6", "2, 7", "2, 16", "2, 17", "2, 21"})
    void everyVersionHasItsFields(int major, int minor) throws IOException {
        SioBytes bytes = new SioBytes(major, minor).runHeader(false);
        Path file = write(event(event(bytes, false, 5, 2), true, 6, 2));

        List<Event> events = Mutations.readAll(file);

        assertThat(EventSources.open(file).header().format()).isEqualTo("LCIO " + major + "." + minor);
        assertThat(events).hasSize(2);
        for (Event event : events) {
            assertThat(event.particles()).extracting(Particle::pdgId).containsExactly(11, -11, 23, 13, -13);
            assertThat(event.particles()).extracting(Particle::status).containsExactly(3, 3, 2, 1, 0);
            assertThat(event.particles()).extracting(Particle::mother1).containsExactly(-1, -1, 1, 2, 2);
            assertThat(event.particles()).extracting(Particle::mother2).containsExactly(-1, -1, 0, -1, -1);
            assertThat(event.particles().get(3).momentum().energy())
                    .as("3² + 4² + 12² = 13²")
                    .isEqualTo(13);
            boolean hasSpin = bytes.isAtLeast(1, 60);
            assertThat(event.particles().get(3).spin()).isEqualTo(hasSpin ? -1 : 9);
            assertThat(event.particles().get(3).colour()).isEqualTo(hasSpin ? 501 : 0);
            assertThat(event.particles().get(3).anticolour()).isEqualTo(hasSpin ? 502 : 0);
            assertThat(event.weight()).isEqualTo(bytes.isAtLeast(1, 2) ? 2 : 1);
            assertThat(event.details().attributes())
                    .containsEntry("endpoint@4", "5.0 -2.5 20.0")
                    .containsEntry("simulator_status@5", "1073741824")
                    .containsEntry("charge@5", "5.0")
                    .doesNotContainKeys("endpoint@5", "charge@4", "spin@4", "_weight");
            assertThat(event.details().attributes().containsKey("momentum_at_endpoint@4"))
                    .isEqualTo(bytes.isAtLeast(2, 7));
            assertThat(event.details().attributes().containsKey("sqme")).isEqualTo(bytes.isAtLeast(2, 17));
        }
    }

    @Test
    void verticesHaveAllParentsAndTimesInMillimetres() throws IOException {
        Path file = write(event(new SioBytes(2, 4), false, 1, 1));

        List<Vertex> vertices = Mutations.readAll(file).get(0).details().vertices();

        assertThat(vertices.get(0)).isEqualTo(new Vertex(0, 0, 0, 0, 0, new int[] {0, 1}, new int[] {2}));
        assertThat(vertices.get(1).t()).isCloseTo(0.5 * 299.792458, within(1e-12));
        assertThat(vertices.get(1).x()).isEqualTo(0.5);
        assertThat(vertices.get(1).incoming(0)).isEqualTo(2);
        assertThat(vertices.get(1).outgoingCount()).isEqualTo(2);
        assertThat(vertices).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void runAndEventSayWhatTheyAre(boolean compressed) throws IOException {
        Path file = write(event(new SioBytes(2, 17).runHeader(compressed), compressed, 77, -0.5));

        EventHeader header = EventSources.open(file).header();
        Event event = Mutations.readAll(file).get(0);

        assertThat(header.meaning()).isEqualTo(WeightMeaning.UNIT_WEIGHTS);
        assertThat(header.run().attributes())
                .containsEntry("run", "12")
                .containsEntry("detector", "ILD_l5")
                .containsEntry("description", "a tiny run")
                .containsEntry("subdetectors", "VXD TPC")
                .containsEntry("beams", "250.0 251.5")
                .containsEntry("Generator", "by hand");
        assertThat(event.weight()).isEqualTo(-0.5);
        assertThat(event.details().number()).isEqualTo(77);
        assertThat(event.details().attributes())
                .containsEntry("run", "12")
                .containsEntry("time_stamp", "1000000007")
                .containsEntry("ProcessID", "81")
                .containsEntry("sqme", "1.0E-50");
    }

    @Test
    void otherCollectionsAndRecordsArePassedOverAndNamed() throws IOException {
        SioBytes bytes = new SioBytes(2, 4);
        byte[] hits = bytes.block("Hits", new XdrBytes().i32(1, 2, 3));
        byte[] references = bytes.block("Skimmed", bytes.collection(1 << 18, 1).i32(3));
        bytes.record("LCIORandomAccess", false, new byte[96])
                .eventHeader(
                        true,
                        1,
                        1,
                        "Hits",
                        "SimTrackerHit",
                        "Skimmed",
                        "MCParticle_References",
                        "MCParticlesOfMine",
                        "MCParticle")
                .event(true, hits, references, bytes.decay("MCParticlesOfMine"), hits)
                .record("LCIOIndex", true, new byte[96]);
        Path file = write(bytes);

        assertThat(Mutations.readAll(file)).hasSize(1);
        assertThat(EventSources.open(file).header().problems())
                .containsExactly(
                        "the collections \"Hits\" (SimTrackerHit), \"Skimmed\" (MCParticle_References) are not read");
        assertThat(EventSources.open(file).header().run().attributes())
                .as("from the first event")
                .containsEntry("detector", "ILD_l5");
    }
}
