package hep.aurum.source.hepmc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hep.aurum.event.Event;
import hep.aurum.event.EventSource;
import hep.aurum.event.Vertex;
import hep.aurum.event.WeightMeaning;
import hep.aurum.physics.Particle;
import hep.aurum.source.EventSources;
import hep.aurum.source.Inspection;
import hep.aurum.source.SharedData;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Assert what HepMC3 3.1.2 says of the shared files (data/README.md), and that two forms of one sample agree. */
class HepMcFactsTest {

    /** The table states eight digits or more. */
    private static final double DIGITS = 1e-7;

    @ParameterizedTest
    @CsvSource({
        "thirdparty/hepmc/example.hepmc3, 100, 1200, 700, 400, HepMC3 3.01.01",
        "thirdparty/hepmc/inputIO1.hepmc, 100, 1200, 700, 400, HepMC2 3.02.01",
        "thirdparty/hepmc/inputMass.hepmc, 10, 618, 262, 328, HepMC2 2.06.09",
        "thirdparty/hepmc/pythia6.hepmc3, 1, 53, 24, 24, HepMC3 3.02.05",
        "thirdparty/hepmc/sibyll21.hepmc3, 1, 23, 7, 16, HepMC3 3.02.05",
        "thirdparty/hepmc/small.hepmc, 1, 8, 4, 3, HepMC2 2.06.09",
        "generated/pythia/yy_sig_100.hepmc3.gz, 100, 42979, 24545, 15413, HepMC3 3.01.02",
        "generated/pythia/yy_sig_nohad_20.hepmc3, 20, 2898, 2245, 633, HepMC3 3.01.02",
        "generated/pythia/yy_sig_nohad_20.hepmc2, 20, 2898, 2245, 633, HepMC2 3.01.02",
        "generated/pythia/yy_bkg_200.hepmc2.gz, 200, 20320, 15638, 4482, HepMC2 3.01.02",
        "generated/pythia/vbf_showered_eft.hepmc3.gz, 60, 16593, 9390, 6064, HepMC3 3.01.02",
    })
    void countsAreThoseOfHepMc3(String name, int events, int particles, int vertices, int finals, String format) {
        EventSource source = EventSources.open(SharedData.file(name));
        List<Event> read = EventDump.events(source);

        assertThat(source.header().format()).isEqualTo(format);
        assertThat(source.header().meaning()).isEqualTo(WeightMeaning.UNIT_WEIGHTS);
        assertThat(read).hasSize(events);
        assertThat(read.stream().mapToInt(event -> event.particles().size()).sum())
                .isEqualTo(particles);
        assertThat(read.stream()
                        .mapToInt(event -> event.details().vertices().size())
                        .sum())
                .isEqualTo(vertices);
        assertThat(read.stream()
                        .flatMap(event -> event.particles().stream())
                        .filter(Particle::isFinal)
                        .count())
                .isEqualTo(finals);
    }

    @ParameterizedTest
    @CsvSource({
        "thirdparty/hepmc/example.hepmc3, 1247.7665, 100, 0",
        "thirdparty/hepmc/inputIO1.hepmc, 1247.7665, 100, 0",
        "thirdparty/hepmc/inputMass.hepmc, 648845.41, 10, ''",
        "generated/pythia/yy_sig_100.hepmc3.gz, 0.068039658, 100, Default",
        "generated/pythia/yy_sig_nohad_20.hepmc3, 0.054386284, 20, Default",
        "generated/pythia/yy_sig_nohad_20.hepmc2, 0.054386284, 20, Default",
        "generated/pythia/yy_bkg_200.hepmc2.gz, 25.702319, 200, Default",
    })
    void theLastCrossSectionHolds(String name, double crossSectionPb, double sum, String weight) {
        Inspection inspection = Inspection.of(SharedData.file(name)).requireComplete();

        assertThat(inspection.crossSectionPb().getAsDouble())
                .isCloseTo(crossSectionPb, within(crossSectionPb * DIGITS));
        assertThat(inspection.weights()).isEqualTo(weight.isEmpty() ? List.of() : List.of(weight));
        assertThat(inspection.sumOfWeights().get("")).isEqualTo(sum);
    }

    @ParameterizedTest
    @CsvSource({
        "thirdparty/hepmc/example.hepmc3, 9200",
        "thirdparty/hepmc/inputIO1.hepmc, 9200",
        "generated/pythia/yy_sig_100.hepmc3.gz, 1300000",
        "generated/pythia/yy_sig_nohad_20.hepmc3, 260000",
        "generated/pythia/yy_sig_nohad_20.hepmc2, 260000",
        "generated/pythia/vbf_showered_eft.hepmc3.gz, 780000",
    })
    void theEnergyOfTheBeamsIsThatOfTheFinalParticles(String name, double energy) {
        double sum = 0;
        for (Event event : EventDump.events(EventSources.open(SharedData.file(name)))) {
            for (Particle particle : event.particles()) {
                sum += particle.isFinal() ? particle.momentum().energy() : 0;
            }
        }

        assertThat(sum).isCloseTo(energy, within(1e-6 * energy));
    }

    @Test
    void weightsKeepTheirNamesAndSums() {
        Inspection inspection = Inspection.of(SharedData.file("generated/pythia/vbf_showered_eft.hepmc3.gz"));

        assertThat(inspection.weights())
                .containsExactly("Default", "sm", "b1", "b2", "b3", "b4", "b5", "v1", "v2", "v3");
        Map.of("Default", 0.0645552, "b1", 0.14215253, "b5", 0.20335768, "v3", 0.090206165)
                .forEach((name, sum) ->
                        assertThat(inspection.sumOfWeights().get(name)).isCloseTo(sum, within(sum * DIGITS)));
    }

    /** The weights were handed through the shower as doubles and printed with 23 digits. */
    @Test
    void showeredEventsHaveTheWeightsOfTheirHardProcesses() {
        EventSource hard = EventSources.open(SharedData.file("generated/madgraph/vbf_haa_cHW_cHWtil_sm_200.lhe"));
        EventSource showered = EventSources.open(SharedData.file("generated/pythia/vbf_showered_eft.hepmc3.gz"));
        List<Event> before = EventDump.events(hard);
        List<Event> after = EventDump.events(showered);

        for (int i = 0; i < after.size(); i++) {
            assertThat(after.get(i).weight()).isCloseTo(before.get(i).weight(), within(1e-12));
            for (String name : hard.header().weightNames()) {
                int at = showered.header().weightNames().indexOf(name);
                double weight = before.get(i).weight(hard.header().weightNames().indexOf(name));
                assertThat(after.get(i).weight(at)).isCloseTo(weight, within(1e-12 * Math.abs(weight)));
            }
        }
    }

    /** HepMC2's line E has scale and couplings with seven digits; the momenta have 17 in both forms, so every bit. */
    @ParameterizedTest
    @CsvSource({
        "thirdparty/hepmc/example.hepmc3, thirdparty/hepmc/inputIO1.hepmc",
        "generated/pythia/yy_sig_nohad_20.hepmc3, generated/pythia/yy_sig_nohad_20.hepmc2",
    })
    void bothFormsHoldTheSameEvents(String three, String two) {
        List<Event> first = EventDump.events(EventSources.open(SharedData.file(three)));
        List<Event> second = EventDump.events(EventSources.open(SharedData.file(two)));

        assertThat(second).hasSameSizeAs(first);
        for (int i = 0; i < first.size(); i++) {
            Event a = first.get(i);
            Event b = second.get(i);
            assertThat(EventDump.family(b)).isEqualTo(EventDump.family(a));
            assertThat(EventDump.weights(b)).isEqualTo(EventDump.weights(a));
            assertThat(b.details().number()).isEqualTo(a.details().number());
            assertThat(b.details().processId()).isEqualTo(a.details().processId());
            assertThat(b.details().scale())
                    .isCloseTo(a.details().scale(), within(1e-6 * a.details().scale()));
            assertThat(b.details().alphaQcd()).isCloseTo(a.details().alphaQcd(), within(1e-6));
            assertThat(b.details().alphaQed()).isCloseTo(a.details().alphaQed(), within(1e-8));
            double pb = a.details().crossSectionPb();
            assertThat(b.details().crossSectionPb()).isCloseTo(pb, within(1e-8 * pb));
            assertThat(b.details().attributes())
                    .containsEntry("GenPdfInfo", a.details().attributes().get("GenPdfInfo"));
        }
    }

    @Test
    void mothersAreTheEndsOfWhatEntersTheVertex() {
        List<Event> events =
                EventDump.events(EventSources.open(SharedData.file("generated/pythia/yy_sig_100.hepmc3.gz")));

        assertThat(events).hasSize(100).allMatch(HepMcFactsTest::mothersAgree);
    }

    private static boolean mothersAgree(Event event) {
        int[] first = new int[event.particles().size()];
        int[] last = new int[first.length];
        Arrays.fill(first, -1);
        Arrays.fill(last, -1);
        for (Vertex vertex : event.details().vertices()) {
            for (int i = 0; i < vertex.outgoingCount(); i++) {
                first[vertex.outgoing(i)] = vertex.incoming(0);
                last[vertex.outgoing(i)] = vertex.incoming(vertex.incomingCount() - 1);
            }
        }
        for (int p = 0; p < first.length; p++) {
            Particle particle = event.particles().get(p);
            if (particle.mother1() != first[p] || particle.mother2() != last[p]) {
                return false;
            }
        }
        return true;
    }
}
