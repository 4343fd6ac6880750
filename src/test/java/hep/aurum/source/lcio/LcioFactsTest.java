package hep.aurum.source.lcio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.event.Event;
import hep.aurum.event.EventHeader;
import hep.aurum.physics.Particle;
import hep.aurum.source.EventSources;
import hep.aurum.source.SharedData;
import hep.aurum.source.xdr.Mutations;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Check a file of single muons; a parameter of its run states their PDG id and mass. */
class LcioFactsTest {

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void find() {
        file = SharedData.file("thirdparty/lcio/muons.slcio");
    }

    @Test
    void tenEventsHaveOneMuonEach() {
        List<Event> events = Mutations.readAll(file);

        assertThat(events).hasSize(10);
        assertThat(events).allSatisfy(event -> {
            assertThat(event.weight()).isEqualTo(1);
            assertThat(event.details().number()).isEqualTo(event.number() - 1);
            assertThat(event.details().attributes())
                    .as("the charge is that of the PDG id")
                    .containsOnlyKeys("run");
        });
        double momentum = events.get(0).particles().get(0).momentum().momentum();
        for (Event event : events) {
            assertThat(event.particles()).hasSize(1);
            Particle muon = event.particles().get(0);
            assertThat(Math.abs(muon.pdgId())).isEqualTo(13);
            assertThat(muon.status()).isEqualTo(Particle.FINAL);
            assertThat(muon.mother1()).isEqualTo(-1);
            assertThat(muon.mass()).as("in GeV, of the muon").isCloseTo(0.10566, within(1e-5));
            assertThat(muon.momentum().mass()).isCloseTo(muon.mass(), within(1e-6));
            assertThat(muon.momentum().momentum()).as("a particle gun").isCloseTo(momentum, within(1e-5));
        }
    }

    @Test
    void theRunHeaderSaysWhatTheGunShot() {
        EventHeader header = EventSources.open(file).header();

        Particle muon = Mutations.readAll(file).get(0).particles().get(0);
        assertThat(header.run().attributes())
                .containsEntry("PDG", Integer.toString(muon.pdgId()))
                .containsEntry("Mass", Float.toString((float) muon.mass()));
        assertThat(header.problems()).isEmpty();
    }

    @Test
    void compressedAndPlainCopiesHaveTheSameEvents() throws Exception {
        byte[] bytes = Files.readAllBytes(file);
        Path plain = Files.write(folder.resolve("plain.slcio"), SioBytes.repacked(bytes, false));
        Path packed = Files.write(folder.resolve("packed.slcio"), SioBytes.repacked(bytes, true));

        assertThat(Files.size(plain)).isGreaterThan(Files.size(packed));
        assertThat(particles(plain)).isEqualTo(particles(file));
        assertThat(particles(packed)).isEqualTo(particles(file));
    }

    private static List<List<Particle>> particles(Path file) {
        return Mutations.readAll(file).stream().map(Event::particles).toList();
    }
}
