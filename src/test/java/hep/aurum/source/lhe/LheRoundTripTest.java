package hep.aurum.source.lhe;

import static org.assertj.core.api.Assertions.assertThat;

import hep.aurum.base.Failure;
import hep.aurum.event.Event;
import hep.aurum.event.EventSource;
import hep.aurum.math.random.RandomStreams;
import hep.aurum.source.Compression;
import hep.aurum.source.EventSources;
import hep.aurum.source.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Read, write and read again: nothing may change, down to the last bit. */
class LheRoundTripTest {

    private static final int EVENTS = 150;

    @TempDir
    Path folder = Path.of("");

    private void assertRoundTrip(Path file) {
        EventSource source = EventSources.open(file);
        List<Event> events = Lhe.events(source, EVENTS);
        Path copy = folder.resolve("copy.lhe");

        List<String> losses = Lhe.write(copy, source.header(), events);
        EventSource again = EventSources.open(copy);

        assertThat(losses).isEmpty();
        Lhe.assertSameHeader(again.header(), source.header());
        Lhe.assertSameBits(Lhe.events(again), events);
    }

    @TestFactory
    Stream<DynamicTest> everySharedFile() throws IOException {
        Path root = SharedData.file("");
        List<Path> files;
        try (Stream<Path> all = Files.walk(root)) {
            files = all.filter(file -> Compression.stripEnding(file.toString()).endsWith(".lhe"))
                    .sorted()
                    .toList();
        }
        assertThat(files).hasSizeGreaterThan(10);
        return files.stream()
                .map(file -> DynamicTest.dynamicTest(root.relativize(file).toString(), () -> assertRoundTrip(file)));
    }

    @Test
    void everyFieldOfTheFormat() {
        assertRoundTrip(LheText.write(folder, LheText.EVERYTHING));
        assertRoundTrip(LheText.write(folder, LheText.TWO_EVENTS));
        assertRoundTrip(LheText.write(folder, LheText.PYTHIA_6));
    }

    @Test
    void aSecondCopyHasTheSameBytes() throws IOException {
        EventSource source = EventSources.open(LheText.write(folder, LheText.EVERYTHING));
        Path one = folder.resolve("one.lhe");
        Path two = folder.resolve("two.lhe");

        Lhe.write(one, source.header(), Lhe.events(source));
        EventSource copy = EventSources.open(one);
        Lhe.write(two, copy.header(), Lhe.events(copy));

        assertThat(two).hasSameBinaryContentAs(one);
        assertThat(Files.readString(one)).startsWith("<LesHouchesEvents version=\"3.0\">\n");
    }

    /** Damage files in ways that leave some of them readable: whatever is read is written the same, or named as lost. */
    @Test
    void whateverIsReadIsWrittenTheSame() throws IOException {
        int read = 0;
        for (int seed = 0; seed < 250; seed++) {
            Path file = folder.resolve("mutant.lhe");
            Files.writeString(file, mutant(RandomStreams.of(9).stream("mutant", seed)));
            EventSource source;
            List<Event> events;
            try {
                source = EventSources.open(file);
                events = Lhe.events(source);
            } catch (Failure refused) {
                continue;
            }
            read++;
            Path copy = folder.resolve("copy.lhe");
            List<String> losses = Lhe.write(copy, source.header(), events);
            EventSource again = EventSources.open(copy);
            List<Event> eventsAgain = Lhe.events(again);
            if (losses.isEmpty()) {
                Lhe.assertSameBits(eventsAgain, events);
                assertThat(again.header().run())
                        .as("seed %d", seed)
                        .isEqualTo(source.header().run());
                assertThat(again.header().weightInfo())
                        .isEqualTo(source.header().weightInfo());
            }
        }
        assertThat(read).isBetween(25, 225);
    }

    private static String mutant(UniformRandomProvider random) {
        StringBuilder text = new StringBuilder(LheText.EVERYTHING);
        int edits = 1 + random.nextInt(3);
        for (int i = 0; i < edits; i++) {
            int at = random.nextInt(text.length());
            int end = Math.min(text.length(), at + 1 + random.nextInt(20));
            String piece = text.substring(at, end);
            switch (random.nextInt(3)) {
                case 0:
                    text.delete(at, end);
                    break;
                case 1:
                    text.insert(at, piece);
                    break;
                default:
                    text.insert(random.nextInt(text.length()), piece);
            }
        }
        return text.toString();
    }
}
