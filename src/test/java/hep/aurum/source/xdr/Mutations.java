package hep.aurum.source.xdr;

import static org.assertj.core.api.Assertions.assertThat;

import hep.aurum.base.Failure;
import hep.aurum.event.Event;
import hep.aurum.event.EventCursor;
import hep.aurum.math.random.RandomStreams;
import hep.aurum.source.EventSources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.jspecify.annotations.Nullable;

/** Damage files of events, by seed, and read them: each is read or refused in a sentence, in bounded time and memory. */
public final class Mutations {

    private static final int[] NASTY = {0, 1, -1, Integer.MIN_VALUE, Integer.MAX_VALUE, 1 << 28, 255, 65536};

    private Mutations() {}

    /** Read all events. */
    public static List<Event> readAll(Path file) {
        List<Event> events = new ArrayList<>();
        try (EventCursor cursor = EventSources.open(file).open()) {
            for (Event event = cursor.next(); event != null; event = cursor.next()) {
                events.add(event);
            }
        }
        return events;
    }

    /** Read a file and return why it was refused, null if it was not; any other exception escapes. */
    public static @Nullable Failure refusal(Path file) {
        try {
            readAll(file);
            return null;
        } catch (Failure e) {
            assertThat(e.what())
                    .isNotBlank()
                    .doesNotContain("\n")
                    .contains(file.getFileName().toString());
            return e;
        }
    }

    /**
     * Read damaged copies.
     *
     * @return how many were refused
     */
    public static int refused(byte[] sound, int copies, long seed, Path file) throws IOException {
        UniformRandomProvider random = RandomStreams.of(seed).stream("mutations", 0);
        int refused = 0;
        for (int i = 0; i < copies; i++) {
            Files.write(file, damaged(sound, random));
            refused += refusal(file) == null ? 0 : 1;
        }
        return refused;
    }

    private static byte[] damaged(byte[] sound, UniformRandomProvider random) {
        byte[] bytes = sound.clone();
        for (int i = random.nextInt(3); i >= 0; i--) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(4)) {
                case 0 -> bytes[at] = (byte) random.nextInt();
                case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 2 -> setInt(bytes, at & ~3, NASTY[random.nextInt(NASTY.length)]);
                default -> bytes = Arrays.copyOf(bytes, Math.max(16, at));
            }
        }
        return bytes;
    }

    private static void setInt(byte[] bytes, int at, int value) {
        for (int i = 0; i < 4 && at + i < bytes.length; i++) {
            bytes[at + i] = (byte) (value >>> (24 - 8 * i));
        }
    }
}
