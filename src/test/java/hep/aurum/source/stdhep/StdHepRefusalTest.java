package hep.aurum.source.stdhep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hep.aurum.base.BadInput;
import hep.aurum.base.Failure;
import hep.aurum.base.NotSupported;
import hep.aurum.source.EventSources;
import hep.aurum.source.Inspection;
import hep.aurum.source.SharedData;
import hep.aurum.source.stdhep.StdHepBytes.Block;
import hep.aurum.source.xdr.Mutations;
import hep.aurum.source.xdr.XdrBytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StdHepRefusalTest {

    @TempDir
    Path folder;

    private Path write(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("tiny.stdhep"), bytes);
    }

    private static byte[] twoEvents() {
        return new StdHepBytes(2)
                .record(StdHepBytes.stdHep4(1, 1))
                .record(StdHepBytes.stdHep4(2, 1))
                .toArray();
    }

    @Test
    void truncationAnywhereIsRefused() throws IOException {
        byte[] bytes = twoEvents();
        for (int length = 16; length < bytes.length; length += 7) {
            Failure failure = Mutations.refusal(write(Arrays.copyOf(bytes, length)));

            assertThat(failure).as("%d of %d bytes", length, bytes.length).isInstanceOf(BadInput.class);
        }
    }

    @Test
    void aBreakIsToldWithFileEventAndByte() throws IOException {
        byte[] bytes = twoEvents();
        Path file = write(Arrays.copyOf(bytes, bytes.length - 10));

        Failure failure = Objects.requireNonNull(Mutations.refusal(file));

        assertThat(failure.what()).contains("event 2 of " + file).contains("byte " + (bytes.length - 10));
        assertThat(failure.getMessage()).contains("1 events are complete");
        assertThat(Inspection.of(file).events()).isEqualTo(1);
    }

    @Test
    void missingRecordsAreNoticed() throws IOException {
        byte[] bytes = new StdHepBytes(3).record(StdHepBytes.stdHep(1)).toArray();

        assertThatThrownBy(() -> Mutations.readAll(write(bytes)))
                .hasMessageContaining("ends behind 1 records, its header announces 3");
    }

    @Test
    void aSecondFileBehindTheFirstIsRefused() throws IOException {
        byte[] bytes = twoEvents();
        byte[] both = Arrays.copyOf(bytes, 2 * bytes.length);
        System.arraycopy(bytes, 0, both, bytes.length, bytes.length);

        assertThatThrownBy(() -> Mutations.readAll(write(both)))
                .hasMessageContaining("block 1 stands at byte " + bytes.length);
    }

    @Test
    void impossibleParticlesAreRefused() throws IOException {
        refuse(hepevt(1, -1, 0, 1), "particle 1 has mother -1, expected 0 to 1");
        refuse(hepevt(1, 2, 0, 1), "particle 1 has mother 2, expected 0 to 1");
        refuse(hepevt(1, 0, 0, Double.NaN), "particle 1 has a momentum with NaN");
        refuse(hepevt(-1, 0, 0, 1), "announces -1 particles");
        refuse(hepevt(Integer.MAX_VALUE, 0, 0, 1), "announces 2147483647 particles, expected 0 to 10000000");
        refuse(hepevt(2, 0, 0, 1), "ISTHEP has 1 entries, expected 2");
    }

    private void refuse(XdrBytes hepevt, String why) throws IOException {
        byte[] bytes =
                new StdHepBytes(1).record(new Block(101, "5.01", 28, hepevt)).toArray();

        assertThatThrownBy(() -> Mutations.readAll(write(bytes)))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("event 1")
                .hasMessageContaining("tiny.stdhep")
                .hasMessageContaining(why);
    }

    private static XdrBytes hepevt(int count, int mother1, int mother2, double energy) {
        return new XdrBytes()
                .i32(1, count)
                .ints(1)
                .ints(22)
                .ints(mother1, mother2)
                .ints(0, 0)
                .doubles(0, 0, 1, energy, 0)
                .doubles(0, 0, 0, 0);
    }

    @Test
    void aWeightThatIsNoNumberIsRefused() throws IOException {
        byte[] bytes =
                new StdHepBytes(1).record(StdHepBytes.stdHep4(1, Double.NaN)).toArray();

        assertThatThrownBy(() -> Mutations.readAll(write(bytes))).hasMessageContaining("weight is NaN");
    }

    @Test
    void filesWithoutShowersAreNotSupported() throws IOException {
        byte[] bytes = new StdHepBytes(1).record(StdHepBytes.lesHouchesEvent(1)).toArray();

        assertThatThrownBy(() -> Mutations.readAll(write(bytes)))
                .isInstanceOf(NotSupported.class)
                .hasMessageContaining("HEPEUP");
    }

    @Test
    void filesWithoutEventsAreRefused() throws IOException {
        byte[] bytes =
                new StdHepBytes(1).record(StdHepBytes.beginRun("5.06", 0)).toArray();

        assertThatThrownBy(() -> Mutations.readAll(write(bytes))).hasMessageContaining("has no events");
    }

    @Test
    void anotherVersionOfMcfioIsNamed() throws IOException {
        byte[] bytes = twoEvents();
        bytes[12] = '7';

        assertThatThrownBy(() -> EventSources.open(write(bytes)))
                .isInstanceOf(NotSupported.class)
                .hasMessageContaining("MCFIO version is 7.01");
    }

    @Test
    void damagedFilesAreReadOrRefusedInASentence() throws IOException {
        byte[] bytes = new StdHepBytes(5)
                .record(StdHepBytes.beginRun("5.06", 1))
                .record(StdHepBytes.lesHouchesRun())
                .record(StdHepBytes.lesHouchesEvent(1), StdHepBytes.stdHep(1))
                .record(StdHepBytes.stdHep4(2, 1))
                .record(StdHepBytes.endRun())
                .toArray();

        int refused = Mutations.refused(bytes, 2000, 20261126, folder.resolve("damaged.stdhep"));

        assertThat(refused).as("many cuts and lengths are noticed").isGreaterThan(500);
    }

    @Test
    void damagedCopiesOfARealFileAreReadOrRefusedInASentence() throws IOException {
        byte[] bytes = Files.readAllBytes(SharedData.file("thirdparty/stdhep/bbudsc_3evt.stdhep"));

        int refused = Mutations.refused(bytes, 100, 7, folder.resolve("damaged.stdhep"));

        assertThat(refused).isGreaterThan(10);
    }
}
