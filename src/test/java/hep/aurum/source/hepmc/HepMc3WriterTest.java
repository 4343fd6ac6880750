package hep.aurum.source.hepmc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hep.aurum.event.Event;
import hep.aurum.event.EventDetails;
import hep.aurum.event.EventHeader;
import hep.aurum.event.EventSource;
import hep.aurum.event.EventWriter;
import hep.aurum.event.RunInfo;
import hep.aurum.event.Vertex;
import hep.aurum.event.WeightMeaning;
import hep.aurum.physics.FourVector;
import hep.aurum.physics.Particle;
import hep.aurum.source.EventSources;
import hep.aurum.source.SharedData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HepMc3WriterTest {

    private static final Path READ_CC = Path.of("src/test/resources/hepmc3/read.cc");

    @TempDir
    private Path folder;

    private Path write(EventHeader header, List<Event> events) {
        Path file = folder.resolve("written.hepmc3");
        try (EventWriter writer = new HepMc3Format().create(file, header)) {
            events.forEach(writer::write);
            assertThat(writer.losses()).isEmpty();
            writer.finish();
        }
        return file;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "thirdparty/hepmc/example.hepmc3",
                "thirdparty/hepmc/inputIO1.hepmc",
                "thirdparty/hepmc/inputMass.hepmc",
                "thirdparty/hepmc/pythia6.hepmc3",
                "thirdparty/hepmc/sibyll21.hepmc3",
                "thirdparty/hepmc/small.hepmc",
                "generated/pythia/yy_sig_nohad_20.hepmc2",
                "generated/pythia/vbf_showered_eft.hepmc3.gz",
            })
    void everyBitOfHepMcIsKept(String name) {
        EventSource source = EventSources.open(SharedData.file(name));
        List<Event> events = EventDump.events(source);

        EventSource written = EventSources.open(write(source.header(), events));

        List<Event> read = EventDump.events(written);
        assertThat(read).hasSameSizeAs(events);
        for (int i = 0; i < events.size(); i++) {
            assertThat(EventDump.all(read.get(i))).isEqualTo(EventDump.all(events.get(i)));
        }
        assertThat(written.header().weightNames()).isEqualTo(source.header().weightNames());
        assertThat(written.header().run()).isEqualTo(source.header().run());
        assertThat(written.header().crossSectionPb()).isEqualTo(source.header().crossSectionPb());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "generated/madgraph/vbf_haa_cHW_cHWtil_sm_200.lhe",
                "generated/pythia/yy_sig_100.lhe",
                "thirdparty/lhe/pylhe-testfile-pythia-8.3.14-weakbosons.lhe",
            })
    void everyBitOfLesHouchesIsKept(String name) {
        EventSource source = EventSources.open(SharedData.file(name));
        List<Event> events = EventDump.events(source);

        EventSource written = EventSources.open(write(source.header(), events));
        List<Event> read = EventDump.events(written);

        List<String> names = new ArrayList<>(source.header().weightNames());
        names.add(0, "Default");
        assertThat(written.header().weightNames()).isEqualTo(names);
        assertThat(written.header().weightInfo()).isEqualTo(source.header().weightInfo());
        assertThat(written.header().meaning()).isEqualTo(source.header().meaning());
        assertThat(written.header().crossSectionPb()).isEqualTo(source.header().crossSectionPb());
        assertThat(written.header().crossSectionErrorPb())
                .isEqualTo(source.header().crossSectionErrorPb());
        assertThat(read).hasSameSizeAs(events);
        for (int i = 0; i < events.size(); i++) {
            assertThat(read.get(i).particles()).isEqualTo(events.get(i).particles());
            assertThat(read.get(i).weight()).isEqualTo(events.get(i).weight());
            List<Double> weights = EventDump.weights(read.get(i));
            assertThat(weights.subList(1, weights.size())).isEqualTo(EventDump.weights(events.get(i)));
            assertThat(read.get(i).details().vertices()).isNotEmpty();
        }
    }

    /** Everything that the event model can hold, in the forms that are hardest to write. */
    @Test
    void everyFieldIsKept() {
        EventHeader header = new EventHeader(
                "HepMC3 1",
                "made",
                List.of("nominal", "mu r=2 ü%20", "", "back\\slash", "_"),
                Map.of("mu r=2 ü%20", "set a 1\nset b 2 ", "", "\\|"),
                WeightMeaning.MEAN_IS_CROSS_SECTION,
                OptionalDouble.of(0.1 + 0.2),
                OptionalDouble.of(1e-300),
                List.of(),
                new RunInfo(
                        Optional.of(new RunInfo.Beams(2212, 11, 6500.5, 27.5, -1, 0, 247000, 1, -4)),
                        List.of(new RunInfo.Subprocess(1, 0.1, 0.2, 0.3), new RunInfo.Subprocess(2, 1, 2, 3)),
                        List.of(new RunInfo.Tool("A", "", ""), new RunInfo.Tool("B\\", "1 2", "x\ny")),
                        Map.of("nominal", "group one"),
                        Map.of("with blank", " v ", "aurum.odd", "w\r", "plain", ""),
                        "card\r\n".repeat(40_000)));
        List<Particle> particles = List.of(
                new Particle(11, 4, -1, -1, new FourVector(0, -0.0, 1e-320, 0.1 + 0.2), 0.5, 0, 0, 0, 9),
                new Particle(21, 2, 0, 0, new FourVector(1, 2, 3, 4), -1.5, 501, 502, 1e-3, -1),
                new Particle(22, 1, 1, 0, new FourVector(1, 2, 3, 4), 0, 0, 7, -0.0, 1));
        EventDetails details = new EventDetails(
                17,
                901,
                91.1876,
                1 / 128.0,
                0.1181,
                3.5,
                Double.NaN,
                List.of(
                        new Vertex(3, 0, 0, -0.0, 0, new int[] {0}, new int[] {1}),
                        new Vertex(0, 1, 2, 3, 4, new int[] {1}, new int[] {2})),
                Map.of("a b", "c\nd", "x@3", "y", "z@-2", "\\", "event_position", "1.0 2.0 3.0 4.0", "q@99", "r"),
                List.of("#pdf 1 2", "", " <x/>"));
        Event event = new Event(1, 2, new double[] {2, -1, 0, 1e308, Double.MIN_VALUE}, particles, details);

        EventSource read = EventSources.open(write(header, List.of(event)));

        assertThat(read.header().weightNames()).isEqualTo(header.weightNames());
        assertThat(read.header().weightInfo()).isEqualTo(header.weightInfo());
        assertThat(read.header().meaning()).isEqualTo(header.meaning());
        assertThat(read.header().crossSectionPb()).isEqualTo(header.crossSectionPb());
        assertThat(read.header().crossSectionErrorPb()).isEqualTo(header.crossSectionErrorPb());
        assertThat(read.header().run()).isEqualTo(header.run());
        Event first = EventDump.events(read).get(0);
        assertThat(EventDump.all(first)).isEqualTo(EventDump.all(event));
    }

    @Test
    void lossesAreSaid() {
        Particle particle = new Particle(11, 1, -1, -1, new FourVector(0, 0, 1, 1), 9);
        EventDetails details = new EventDetails(
                1L << 40,
                0,
                -1,
                -1,
                -1,
                Double.NaN,
                Double.NaN,
                List.of(new Vertex(0, 0, 0, 0, 0, new int[] {0}, new int[0])),
                Map.of("mark@-1", "1"),
                List.of());
        try (EventWriter writer = new HepMc3Format().create(folder.resolve("x.hepmc3"), plain("LHE 3.0"))) {
            writer.write(new Event(1, 1, new double[0], List.of(particle), details));

            assertThat(writer.losses())
                    .containsExactlyInAnyOrder(
                            "numbers of events beyond 32 bits are written as -1",
                            "vertices that nothing leaves are left out",
                            "attributes of vertices that nothing leaves are left out");
        }
        assertThat(folder.resolve("x.hepmc3")).doesNotExist();
    }

    private static EventHeader plain(String format) {
        return new EventHeader(
                format,
                "made",
                List.of(),
                Map.of(),
                WeightMeaning.UNIT_WEIGHTS,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                List.of());
    }

    @Test
    void eventsThatCannotBeWrittenLeaveNothing() {
        Particle bad = new Particle(11, 1, -1, -1, new FourVector(0, 0, Double.NaN, 1), 1, 0, 0, 0, 9);
        Particle good = new Particle(11, 1, -1, -1, new FourVector(0, 0, 1, 1), 9);
        Path file = folder.resolve("x.hepmc3");
        try (EventWriter writer = new HepMc3Format().create(file, plain("HepMC3 1"))) {
            assertThatThrownBy(() -> writer.write(new Event(1, 1, new double[0], List.of(good, bad))))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> writer.write(new Event(1, 2, new double[0], List.of(good))))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("nominal weight");
            writer.write(new Event(1, 1, new double[0], List.of(good)));
            writer.finish();
        }
        assertThat(EventDump.events(EventSources.open(file))).hasSize(1);
    }

    /** HepMC3's reader of the machine, whatever version it is, must find what was written. */
    @ParameterizedTest
    @CsvSource({
        "thirdparty/hepmc/inputIO1.hepmc, 100 1200 700 400 100, 0",
        "generated/pythia/yy_sig_nohad_20.hepmc2, 20 2898 2245 633 20, Default",
        "generated/pythia/vbf_showered_eft.hepmc3.gz, 60 16593 9390 6064 0.064555, Default sm b1 b2 b3 b4 b5 v1 v2 v3",
        "generated/madgraph/vbf_haa_cHW_cHWtil_sm_200.lhe, 200, Default sm b1 b2 b3 b4 b5 v1 v2 v3",
    })
    void hepMc3ReadsWhatIsWritten(String name, String numbers, String names) throws Exception {
        EventSource source = EventSources.open(SharedData.file(name));
        Path written = write(source.header(), EventDump.events(source));

        String line = run(List.of(program().toString(), written.toString()));

        assertThat(line).startsWith(numbers).endsWith(" " + names);
    }

    private Path program() throws Exception {
        Path program = folder.resolve("read");
        String reason = "needs g++ and libhepmc3-dev to compare with HepMC3's reader";
        assumeTrue(Files.exists(READ_CC) && Files.exists(Path.of("/usr/include/HepMC3/GenEvent.h")), reason);
        String failure = run(List.of("g++", "-std=c++17", "-o", program.toString(), READ_CC.toString(), "-lHepMC3"));
        assumeTrue(Files.exists(program), reason + ": " + failure);
        return program;
    }

    /** Return the last line that a program prints. */
    private static String run(List<String> command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            List<String> lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            return lines.isEmpty() ? "" : lines.get(lines.size() - 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
