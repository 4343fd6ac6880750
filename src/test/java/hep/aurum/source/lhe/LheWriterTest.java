package hep.aurum.source.lhe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hep.aurum.base.BadInput;
import hep.aurum.base.NotSupported;
import hep.aurum.event.Event;
import hep.aurum.event.EventDetails;
import hep.aurum.event.EventHeader;
import hep.aurum.event.EventSource;
import hep.aurum.event.RunInfo;
import hep.aurum.event.Vertex;
import hep.aurum.event.WeightMeaning;
import hep.aurum.math.random.RandomStreams;
import hep.aurum.physics.FourVector;
import hep.aurum.physics.Particle;
import hep.aurum.source.EventSources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Write events of any origin and read the same bits back. */
class LheWriterTest {

    @TempDir
    Path folder = Path.of("");

    private static final List<String> NAMES = List.of("sm", "c=1 & d<'2'\"x\"", "µ_F");
    private static final Map<String, String> INFO =
            Map.of("sm", "set param_card smeft 7 0.1 # orig: 0.0\nset param_card smeft 8 <0>");

    private static EventHeader header(WeightMeaning meaning, RunInfo run) {
        return new EventHeader(
                "LHE 3.0",
                "toy",
                NAMES,
                INFO,
                meaning,
                OptionalDouble.of(1.0 / 3),
                OptionalDouble.of(1e-3),
                List.of(),
                run);
    }

    private static RunInfo run(String text) {
        RunInfo.Beams beams = new RunInfo.Beams(2212, 2212, 6500, 6500, -1, -1, -1, -1, -4);
        RunInfo.Subprocess process = new RunInfo.Subprocess(1, 1.0 / 3, 1e-3, 1);
        RunInfo.Tool tool = new RunInfo.Tool("test <1>", "2 \"x\"", "cite & me");
        return new RunInfo(Optional.of(beams), List.of(process), List.of(tool), Map.of("sm", "points"), Map.of(), text);
    }

    private static List<Event> someEvents(int count) {
        UniformRandomProvider random = RandomStreams.of(3).stream("events", 0);
        List<Event> events = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            double[] weights = {any(random), any(random), any(random)};
            FourVector p = new FourVector(any(random), any(random), any(random), Math.abs(any(random)));
            FourVector q = FourVector.ofPtEtaPhiMass(random.nextDouble(), any(random) * 1e-3, any(random), 125);
            List<Particle> particles = List.of(
                    new Particle(21, -1, -1, -1, p, any(random), 501, 502, 0, Particle.UNKNOWN_SPIN),
                    new Particle(-25, 62, 0, 0, q, any(random), 0, 0, any(random), any(random)));
            events.add(new Event(i, any(random), weights, particles));
        }
        return events;
    }

    /** Numbers of every size that is sensible, and both zeros. */
    private static double any(UniformRandomProvider random) {
        switch (random.nextInt(5)) {
            case 0:
                return 0.0;
            case 1:
                return -0.0;
            default:
                return (random.nextDouble() - 0.5) * StrictMath.pow(10, random.nextInt(12) - 6);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "toy.lhe, MEAN_IS_CROSS_SECTION",
        "toy.lhe.gz, SUM_IS_CROSS_SECTION",
        "toy.lhe.xz, UNIT_WEIGHTS",
        "toy.lhe.zst, UNIT_WEIGHTS",
        "toy.lhe.bz2, UNIT_WEIGHTS"
    })
    void everyBitReadsBack(String name, WeightMeaning meaning) {
        Path file = folder.resolve(name);
        List<Event> written = someEvents(50);

        assertThat(Lhe.write(file, header(meaning, run("")), written)).isEmpty();

        EventSource source = EventSources.open(file);
        EventHeader expected = header(meaning, run(source.header().run().header()));
        Lhe.assertSameHeader(source.header(), expected);
        Lhe.assertSameBits(Lhe.events(source), written);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<header>\n<initrwgt>\n<weight id='other'> x </weight>\n</initrwgt>\n sum = event_norm\n</header>\n",
                "<header>\n</header>\n<!-- </header> -->\n",
                "<init>\n",
                "</LesHouchesEvents>\n",
                "<!-- never closed\n",
                "free text of another format"
            })
    void weightsAndNormAreThoseOfTheSampleWhateverItsHeaderSays(String text) {
        Path file = folder.resolve("toy.lhe");
        List<Event> written = someEvents(2);

        Lhe.write(file, header(WeightMeaning.MEAN_IS_CROSS_SECTION, run(text)), written);

        EventSource source = EventSources.open(file);
        assertThat(source.header().weightNames()).isEqualTo(NAMES);
        assertThat(source.header().weightInfo()).isEqualTo(INFO);
        assertThat(source.header().run().weightGroups()).isEqualTo(Map.of("sm", "points"));
        assertThat(source.header().meaning()).isEqualTo(WeightMeaning.MEAN_IS_CROSS_SECTION);
        Lhe.assertSameBits(Lhe.events(source), written);
    }

    /** An event of a shower: thousands of particles, vertices, statuses of its own, attributes in HepMC3's manner. */
    @Test
    void whatOtherFormatsKnowIsKeptOrNamed() {
        List<Particle> particles = new ArrayList<>();
        for (int i = 0; i < 5000; i++) {
            particles.add(new Particle(22, 100 + i % 90, i - 1, -1, new FourVector(0, 0, i, i), 9));
        }
        Vertex vertex = new Vertex(0, 1, 2, 3, 4, new int[] {0}, new int[] {1});
        Map<String, String> attributes =
                Map.of("mpi", "3", "flow1@3", "501", "text", "two\nlines", "pdf", "a<\"b\"&'c'>");
        List<String> remarks = List.of("#pdf 1 2", "</event>", "<wgt id='sm'> 9 </wgt>");
        EventDetails details =
                new EventDetails(17, 5, 91.25, 0.0078125, 0.118, 2.5, 0.5, List.of(vertex), attributes, remarks);
        Path file = folder.resolve("shower.lhe");
        EventHeader header = header(WeightMeaning.MEAN_IS_CROSS_SECTION, RunInfo.UNKNOWN);

        List<String> losses = Lhe.write(file, header, List.of(new Event(1, 1, new double[3], particles, details)));

        Event read = Lhe.events(EventSources.open(file)).get(0);
        assertThat(read.particles()).isEqualTo(particles);
        assertThat(read.details().processId()).isEqualTo(5);
        assertThat(read.details().scale()).isEqualTo(91.25);
        assertThat(read.details().attributes()).isEqualTo(Map.of("mpi", "3", "pdf", "a<\"b\"&'c'>"));
        assertThat(read.details().remarks()).isEmpty();
        assertThat(losses)
                .hasSize(5)
                .anyMatch(s -> s.contains("vertices"))
                .anyMatch(s -> s.contains("attributes") && s.contains("flow1, text"))
                .anyMatch(s -> s.contains("numbers of their own"))
                .anyMatch(s -> s.contains("cross-section"))
                .anyMatch(s -> s.contains("remarks"));
        assertThat(EventSources.open(file).header().run().beams()).isEmpty();
        assertThat(EventSources.open(file).header().crossSectionPb()).hasValue(1.0 / 3);
    }

    @Test
    void anUnfinishedFileLeavesNothingBehind() throws IOException {
        try (LheWriter writer =
                LheWriter.create(folder.resolve("toy.lhe"), header(WeightMeaning.UNIT_WEIGHTS, RunInfo.UNKNOWN))) {
            writer.write(someEvents(1).get(0));
        }

        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void wrongNumbersNamesAndFoldersAreRefused() {
        EventHeader header = header(WeightMeaning.UNIT_WEIGHTS, RunInfo.UNKNOWN);
        assertThatThrownBy(() -> LheWriter.create(folder.resolve("no/toy.lhe"), header))
                .isInstanceOf(BadInput.class);
        EventHeader blank = new EventHeader(
                "LHE 3.0",
                "",
                List.of(" a"),
                Map.of(),
                WeightMeaning.UNIT_WEIGHTS,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                List.of());
        assertThatThrownBy(() -> LheWriter.create(folder.resolve("toy.lhe"), blank))
                .isInstanceOf(NotSupported.class)
                .hasMessageContaining("\" a\"");
        try (LheWriter writer = LheWriter.create(folder.resolve("toy.lhe"), header)) {
            List<Particle> one = someEvents(1).get(0).particles();
            Event short1 = new Event(1, 1, new double[2], one);
            assertThatThrownBy(() -> writer.write(short1)).isInstanceOf(IllegalArgumentException.class);
            Event notFinite = new Event(1, Double.NaN, new double[3], one);
            assertThatThrownBy(() -> writer.write(notFinite)).isInstanceOf(IllegalArgumentException.class);
            Event empty = new Event(1, 1, new double[3], List.of());
            assertThatThrownBy(() -> writer.write(empty)).isInstanceOf(NotSupported.class);
        }
    }
}
