package hep.aurum.source.lcio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hep.aurum.base.BadInput;
import hep.aurum.base.Failure;
import hep.aurum.base.NotSupported;
import hep.aurum.source.SharedData;
import hep.aurum.source.xdr.Mutations;
import hep.aurum.source.xdr.XdrBytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LcioRefusalTest {

    private static final String[] PARTICLES = {"MCParticle", "MCParticle"};

    @TempDir
    Path folder;

    private Path write(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("tiny.slcio"), bytes);
    }

    private static byte[] twoEvents(boolean compressed) {
        SioBytes bytes = new SioBytes(2, 17).runHeader(compressed);
        for (int i = 1; i <= 2; i++) {
            bytes.eventHeader(compressed, i, 1, PARTICLES).event(compressed, bytes.decay("MCParticle"));
        }
        return bytes.toArray();
    }

    @Test
    void truncationInsideARecordIsRefused() throws IOException {
        for (boolean compressed : new boolean[] {false, true}) {
            byte[] bytes = twoEvents(compressed);
            byte[] one = Arrays.copyOf(bytes, bytes.length);
            int secondEvent = lastRecord(one);
            for (int length = 16; length < bytes.length; length += 7) {
                Failure failure = Mutations.refusal(write(Arrays.copyOf(bytes, length)));

                boolean isWhole = length == secondHeader(bytes, secondEvent);
                assertThat(failure == null)
                        .as("%d of %d bytes", length, bytes.length)
                        .isEqualTo(isWhole);
            }
        }
    }

    private static int lastRecord(byte[] bytes) {
        return recordBefore(bytes, bytes.length);
    }

    private static int secondHeader(byte[] bytes, int event) {
        return recordBefore(bytes, event);
    }

    /** Return where the last record in front of a position begins: four bytes before its mark. */
    private static int recordBefore(byte[] bytes, int end) {
        int at = end - 4;
        while ((bytes[at] & 0xff) != 0xab
                || (bytes[at + 1] & 0xff) != 0xad
                || (bytes[at + 2] & 0xff) != 0xca
                || (bytes[at + 3] & 0xff) != 0xfe) {
            at--;
        }
        return at - 4;
    }

    @Test
    void aBreakIsToldWithFileEventAndByte() throws IOException {
        byte[] bytes = twoEvents(false);
        Path file = write(Arrays.copyOf(bytes, bytes.length - 10));

        Failure failure = Objects.requireNonNull(Mutations.refusal(file));

        assertThat(failure.what()).contains("event 2 of " + file).contains("byte " + (bytes.length - 10));
        assertThat(failure.getMessage()).contains("1 events are complete");
    }

    @Test
    void damageOfCompressedDataIsNoticed() throws IOException {
        byte[] bytes = twoEvents(true);
        int data = lastRecord(bytes) + 32;
        for (int at = data + 2; at < bytes.length - 4; at += 5) {
            byte[] damaged = bytes.clone();
            damaged[at] ^= 0x10;

            assertThat(Mutations.refusal(write(damaged))).as("byte %d", at).isInstanceOf(BadInput.class);
        }
    }

    private void refuse(SioBytes bytes, String why) throws IOException {
        assertThatThrownBy(() -> Mutations.readAll(write(bytes.toArray())))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("tiny.slcio")
                .hasMessageContaining(why);
    }

    @Test
    void recordsOutOfOrderAreRefused() throws IOException {
        SioBytes bytes = new SioBytes(2, 4);
        refuse(new SioBytes(2, 4).event(false, bytes.decay("MCParticle")), "no event header");
        refuse(new SioBytes(2, 4).eventHeader(false, 1, 1, PARTICLES), "ends behind its header");
        refuse(
                new SioBytes(2, 4).eventHeader(false, 1, 1, PARTICLES).eventHeader(false, 1, 1, PARTICLES),
                "two event headers");
        refuse(
                new SioBytes(2, 4).eventHeader(false, 1, 1, PARTICLES).event(false, bytes.decay("Other")),
                "\"MCParticle\" of its header is missing");
        refuse(new SioBytes(2, 4).runHeader(false), "has no events");
    }

    @Test
    void impossibleParticlesAreRefused() throws IOException {
        refuse(collection(0, 1 << 20), "announces 1048576 particles in");
        refuse(collection(0, -1), "announces -1 particles");
        refuse(collection(1 << 18, 0), "references only");
        SioBytes.Mc broken =
                new SioBytes.Mc(1, new int[0], 13, 1, 0, new double[3], 0, new double[] {Double.NaN, 0, 0, 0});
        refuse(collection(0, 1, broken), "particle 1 has a vertex, momentum or mass with NaN");
        SioBytes.Mc sound = new SioBytes.Mc(1, new int[0], 13, 1, 0, new double[3], 0, new double[4]);
        refuse(collection(0, 2, sound, sound), "two particles have the tag 1");
    }

    private static SioBytes collection(int flags, int count, SioBytes.Mc... particles) {
        SioBytes bytes = new SioBytes(2, 4);
        XdrBytes content = bytes.collection(flags, count);
        for (SioBytes.Mc particle : particles) {
            bytes.particle(content, particle, 0);
        }
        return bytes.eventHeader(false, 1, 1, PARTICLES).event(false, bytes.block("MCParticle", content));
    }

    @Test
    void aWeightThatIsNoNumberIsRefused() throws IOException {
        SioBytes bytes = new SioBytes(2, 4).eventHeader(false, 1, Double.NaN, PARTICLES);

        refuse(bytes.event(false, bytes.decay("MCParticle")), "weight is NaN");
    }

    @Test
    void recordsOfAbsurdLengthAreRefused() throws IOException {
        byte[] bytes = twoEvents(false);
        byte[] large = new XdrBytes().raw(bytes).set(12, 1 << 30).toArray();
        byte[] negative = new XdrBytes().raw(bytes).set(12, -1).toArray();

        assertThat(Mutations.refusal(write(large))).hasMessageContaining("1073741824 bytes of a record");
        assertThat(Mutations.refusal(write(negative))).hasMessageContaining("-1 bytes of a record");
    }

    @Test
    void otherVersionsAndFilesWithoutParticlesAreNotSupported() {
        assertThatThrownBy(() -> Mutations.readAll(
                        write(new SioBytes(0, 8).runHeader(false).toArray())))
                .isInstanceOf(NotSupported.class)
                .hasMessageContaining("LCIO version 0.8");
        assertThatThrownBy(() -> Mutations.readAll(
                        write(new SioBytes(3, 0).runHeader(false).toArray())))
                .isInstanceOf(NotSupported.class)
                .hasMessageContaining("LCIO version 3.0");
        assertThatThrownBy(() -> Mutations.readAll(write(new SioBytes(2, 4)
                        .eventHeader(false, 1, 1, "Hits", "SimTrackerHit")
                        .event(false)
                        .toArray())))
                .isInstanceOf(NotSupported.class)
                .hasMessageContaining("event 1")
                .hasMessageContaining("Hits=SimTrackerHit");
    }

    @Test
    void damagedFilesAreReadOrRefusedInASentence() throws IOException {
        int refused = Mutations.refused(twoEvents(false), 1500, 11, folder.resolve("damaged.slcio"));

        assertThat(refused).as("cuts, lengths and marks are noticed").isGreaterThan(300);
    }

    @Test
    void damagedCompressedCopiesAreReadOrRefusedInASentence() throws IOException {
        byte[] bytes = Files.readAllBytes(SharedData.file("thirdparty/lcio/muons.slcio"));

        int refused = Mutations.refused(bytes, 1000, 12, folder.resolve("damaged.slcio"));

        assertThat(refused).as("checksums notice what is read").isGreaterThan(400);
    }
}
