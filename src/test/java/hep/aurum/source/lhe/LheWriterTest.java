package hep.aurum.source.lhe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hep.aurum.base.BadInput;
import hep.aurum.event.Event;
import hep.aurum.event.EventCursor;
import hep.aurum.event.EventSource;
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
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Write events and read the same bits back. */
class LheWriterTest {

    @TempDir
    Path folder = Path.of("");

    private static final LheRun RUN = LheRun.ofProtons("test <1>", 6500)
            .usingCrossSection(WeightMeaning.MEAN_IS_CROSS_SECTION, 1.0 / 3, 1e-3)
            .usingWeights(
                    List.of("sm", "c=1 & d<'2'\"x\"", "µ_F"),
                    Map.of("sm", "set param_card smeft 7 0.1 # orig: 0.0\nset param_card smeft 8 <0>"));

    private static List<Event> someEvents(int count) {
        UniformRandomProvider random = RandomStreams.of(3).stream("events", 0);
        List<Event> events = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            double[] weights = {any(random), any(random), any(random)};
            FourVector p = new FourVector(any(random), any(random), any(random), Math.abs(any(random)));
            FourVector q = FourVector.ofPtEtaPhiMass(random.nextDouble(), any(random) * 1e-3, any(random), 125);
            events.add(new Event(
                    i,
                    any(random),
                    weights,
                    List.of(
                            new Particle(21, -1, -1, -1, p, Particle.UNKNOWN_SPIN),
                            new Particle(-25, 1, 0, 0, q, any(random)))));
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
    @CsvSource({"toy.lhe, MEAN_IS_CROSS_SECTION", "toy.lhe.gz, SUM_IS_CROSS_SECTION", "toy.lhe, UNIT_WEIGHTS"})
    void everyBitReadsBack(String name, WeightMeaning meaning) {
        Path file = folder.resolve(name);
        List<Event> written = someEvents(50);

        try (LheWriter writer = LheWriter.create(file, RUN.usingCrossSection(meaning, 1.0 / 3, 1e-3))) {
            written.forEach(writer::write);
            writer.finish();
        }

        EventSource source = EventSources.open(file);
        assertThat(source.header().weightNames()).isEqualTo(RUN.weightNames());
        assertThat(source.header().weightInfo()).isEqualTo(RUN.weightInfo());
        assertThat(source.header().meaning()).isEqualTo(meaning);
        assertThat(source.header().crossSectionPb()).hasValue(1.0 / 3);
        assertThat(source.header().crossSectionErrorPb()).hasValue(1e-3);
        assertThat(source.header().problems()).isEmpty();
        try (EventCursor events = source.open()) {
            for (Event expected : written) {
                Event event = Objects.requireNonNull(events.next());
                assertThat(event.number()).isEqualTo(expected.number());
                assertThat(event.weight()).isEqualTo(expected.weight());
                assertThat(event.particles()).isEqualTo(expected.particles());
                for (int i = 0; i < 3; i++) {
                    assertThat(Double.doubleToRawLongBits(event.weight(i)))
                            .isEqualTo(Double.doubleToRawLongBits(expected.weight(i)));
                }
            }
            assertThat(events.next()).isNull();
        }
    }

    @Test
    void anUnfinishedFileLeavesNothingBehind() throws IOException {
        Path file = folder.resolve("toy.lhe");

        try (LheWriter writer = LheWriter.create(file, RUN)) {
            writer.write(someEvents(1).get(0));
        }

        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void wrongNumbersAndFoldersAreRefused() {
        assertThatThrownBy(() -> LheWriter.create(folder.resolve("no/toy.lhe"), RUN))
                .isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> RUN.usingWeights(List.of(" a"), Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
        try (LheWriter writer = LheWriter.create(folder.resolve("toy.lhe"), RUN)) {
            Event short1 = new Event(1, 1, new double[2], List.of());
            assertThatThrownBy(() -> writer.write(short1)).isInstanceOf(IllegalArgumentException.class);
            Event notFinite = new Event(1, Double.NaN, new double[3], List.of());
            assertThatThrownBy(() -> writer.write(notFinite)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
