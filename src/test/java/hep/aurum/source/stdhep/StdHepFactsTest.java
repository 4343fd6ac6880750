package hep.aurum.source.stdhep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.event.Event;
import hep.aurum.event.EventSource;
import hep.aurum.event.Vertex;
import hep.aurum.physics.FourVector;
import hep.aurum.physics.Particle;
import hep.aurum.physics.PdgIds;
import hep.aurum.source.EventSources;
import hep.aurum.source.SharedData;
import hep.aurum.source.xdr.Mutations;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Check a file of e+ e- -> six quarks by what must hold for any event: no number here comes from a program's output. */
class StdHepFactsTest {

    private static EventSource source;
    private static List<Event> events;

    @BeforeAll
    static void read() {
        Path file = SharedData.file("thirdparty/stdhep/bbudsc_3evt.stdhep");
        source = EventSources.open(file);
        events = Mutations.readAll(file);
    }

    @Test
    void theFileHasTheThreeEventsOfItsNameAndHeader() {
        assertThat(events).hasSize(3);
        assertThat(source.header().run().attributes()).containsEntry("numevts", "3");
        assertThat(source.header().run().attributes().get("date"))
                .startsWith("Tue Dec 01")
                .contains("2009");
        assertThat(source.header().problems()).isEmpty();
        assertThat(events).allSatisfy(event -> assertThat(event.weight()).isEqualTo(1));
    }

    @Test
    void theFinalStateHasTheMomentumOfTheQuarksAndPhotonsThatBeganIt() {
        for (Event event : events) {
            FourVector began = sum(event, false);
            FourVector ended = sum(event, true);

            assertThat(ended.energy()).isCloseTo(began.energy(), within(1e-8));
            assertThat(ended.px()).isCloseTo(began.px(), within(1e-8));
            assertThat(ended.py()).isCloseTo(began.py(), within(1e-8));
            assertThat(ended.pz()).isCloseTo(began.pz(), within(1e-8));
            assertThat(ended.pt()).as("beams collide head on").isCloseTo(0, within(1e-8));
            assertThat(ended.energy())
                    .as("two beams of 250 GeV and their spread")
                    .isBetween(490.0, 510.0);
        }
    }

    /** Add up particles without mothers, or those of the final state; top quarks repeat their products. */
    private static FourVector sum(Event event, boolean last) {
        FourVector sum = FourVector.ZERO;
        for (Particle particle : event.particles()) {
            boolean first = particle.mother1() < 0 && Math.abs(particle.pdgId()) != 6;
            if (last ? particle.isFinal() : first) {
                sum = sum.plus(particle.momentum());
            }
        }
        return sum;
    }

    @Test
    void theFinalStateIsNeutral() {
        for (Event event : events) {
            int threeCharge = event.particles().stream()
                    .filter(Particle::isFinal)
                    .mapToInt(p -> PdgIds.threeCharge(p.pdgId()).orElseThrow())
                    .sum();
            assertThat(threeCharge).isZero();
        }
    }

    @Test
    void statedMassesAreThoseOfTheMomenta() {
        for (Event event : events) {
            for (Particle p : event.particles()) {
                double square = p.momentum().energy() * p.momentum().energy()
                        - p.momentum().momentum() * p.momentum().momentum();
                double rounding =
                        1e-9 * (1 + p.momentum().energy() * p.momentum().energy());
                if (p.isFinal()) {
                    assertThat(p.mass() * p.mass()).isCloseTo(square, within(rounding));
                }
            }
        }
    }

    @Test
    void aParticleFliesFromItsVertexToItsDecayWithItsVelocity() {
        int displaced = 0;
        for (Event event : events) {
            Vertex[] made = new Vertex[event.particles().size()];
            for (Vertex vertex : event.details().vertices()) {
                for (int i = 0; i < vertex.outgoingCount(); i++) {
                    made[vertex.outgoing(i)] = vertex;
                }
            }
            for (Vertex decay : event.details().vertices()) {
                if (decay.incomingCount() == 1 && made[decay.incoming(0)] != null) {
                    FourVector p = event.particles().get(decay.incoming(0)).momentum();
                    Vertex from = made[decay.incoming(0)];
                    double time = decay.t() - from.t();
                    assertThat(time).isNotNegative();
                    displaced += time > 0 ? 1 : 0;
                    double rounding = 1e-6 * Math.max(time, 1e-9);
                    assertThat(decay.x() - from.x()).isCloseTo(p.px() / p.energy() * time, within(rounding));
                    assertThat(decay.y() - from.y()).isCloseTo(p.py() / p.energy() * time, within(rounding));
                    assertThat(decay.z() - from.z()).isCloseTo(p.pz() / p.energy() * time, within(rounding));
                }
            }
        }
        assertThat(displaced).as("b and c hadrons fly").isGreaterThan(10);
    }

    @Test
    void everyDaughterLeavesTheVertexOfItsMothers() {
        for (Event event : events) {
            for (Vertex vertex : event.details().vertices()) {
                for (int i = 0; i < vertex.outgoingCount(); i++) {
                    Particle daughter = event.particles().get(vertex.outgoing(i));
                    assertThat(daughter.mother1()).isEqualTo(vertex.incoming(0));
                    assertThat(daughter.mother2()).isLessThan(event.particles().size());
                }
            }
        }
    }
}
