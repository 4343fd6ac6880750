package hep.aurum.source.xdr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

class XdrReaderTest {

    private static XdrReader reader(XdrBytes bytes) {
        return new XdrReader(new ByteArrayInputStream(bytes.toArray()));
    }

    @Test
    void numbersAndStringsComeBack() throws IOException {
        XdrReader xdr = reader(new XdrBytes()
                .i32(-2)
                .i64(Long.MIN_VALUE)
                .f32(0.5)
                .f64(-0.1)
                .string("abcde")
                .ints(3, 4)
                .doubles(1e300));

        assertThat(xdr.i32()).isEqualTo(-2);
        assertThat(xdr.i64()).isEqualTo(Long.MIN_VALUE);
        assertThat(xdr.f32()).isEqualTo(0.5f);
        assertThat(xdr.f64()).isEqualTo(-0.1);
        assertThat(xdr.string("word", 5)).isEqualTo("abcde");
        assertThat(xdr.position()).as("padded to four bytes").isEqualTo(4 + 8 + 4 + 8 + 4 + 8);
        assertThat(xdr.ints(new int[0], xdr.count("numbers", 2))).startsWith(3, 4);
        assertThat(xdr.doubles(new double[5], xdr.count("numbers", 1)))
                .startsWith(1e300)
                .hasSize(5);
        assertThat(xdr.atEnd()).isTrue();
    }

    @Test
    void theZeroThatEndsACStringIsLeftOff() throws IOException {
        assertThat(reader(new XdrBytes().string("Higgs\0")).string("word", 10)).isEqualTo("Higgs");
    }

    @Test
    void numbersMayLieAcrossAnyBoundaryOfTheStream() throws IOException {
        XdrBytes bytes = new XdrBytes();
        for (int i = 0; i < 50_000; i++) {
            bytes.f64(i).i32(i);
        }
        byte[] all = bytes.toArray();
        InputStream inSmallPieces = new ByteArrayInputStream(all) {
            @Override
            public synchronized int read(byte[] target, int offset, int length) {
                return super.read(target, offset, Math.min(length, 7));
            }
        };

        XdrReader xdr = new XdrReader(inSmallPieces);
        int wrong = 0;
        for (int i = 0; i < 50_000; i++) {
            wrong += xdr.f64() == i && xdr.i32() == i ? 0 : 1;
        }
        assertThat(wrong).isZero();
        assertThat(xdr.position()).isEqualTo(all.length);
    }

    @Test
    void bytesAreSkippedAcrossTheBuffer() throws IOException {
        XdrReader xdr = reader(new XdrBytes().raw(new byte[200_000]).i32(7));

        xdr.skip(200_000);

        assertThat(xdr.i32()).isEqualTo(7);
        assertThatThrownBy(() -> xdr.skip(1)).isInstanceOf(XdrException.class).hasMessageContaining("byte 200004");
        assertThatThrownBy(() -> xdr.skip(-1)).isInstanceOf(XdrException.class);
    }

    @Test
    void nothingIsReadBeyondTheLimit() throws IOException {
        XdrReader xdr = reader(new XdrBytes().i32(1, 2, 3));
        xdr.limit(8, "block Jets");

        assertThat(xdr.i32()).isEqualTo(1);
        assertThatThrownBy(xdr::i64).hasMessage("block Jets has 4 more bytes, expected at least 8");
        assertThatThrownBy(() -> xdr.skip(5)).hasMessageContaining("block Jets");
        assertThat(xdr.stream().readAllBytes()).containsExactly(0, 0, 0, 2);
    }

    @Test
    void countsOutOfBoundsAreRefused() {
        assertThatThrownBy(() -> reader(new XdrBytes().i32(-1)).count("particles", 9))
                .hasMessage("it announces -1 particles, expected 0 to 9");
        assertThatThrownBy(() -> reader(new XdrBytes().i32(10)).string("title", 9))
                .hasMessageContaining("10 characters for the title");
    }

    @Test
    void anAnnouncedLengthAloneTakesNoMemory() {
        int most = Integer.MAX_VALUE;

        assertThatThrownBy(() -> reader(new XdrBytes().f64(1)).doubles(new double[0], most))
                .isInstanceOf(XdrException.class)
                .hasMessage("it breaks off at byte 8");
        assertThatThrownBy(() -> reader(new XdrBytes().f64(1)).ints(new int[0], most))
                .isInstanceOf(XdrException.class);
        assertThatThrownBy(() -> reader(new XdrBytes().i32(most).f64(1)).string("title", most))
                .isInstanceOf(XdrException.class);
    }

    @Test
    void aReaderServesSeveralStreams() throws IOException {
        XdrReader xdr = reader(new XdrBytes().i32(1, 2));
        xdr.i32();
        xdr.limit(4, "the block");

        xdr.restart(new ByteArrayInputStream(new XdrBytes().i32(3).toArray()));

        assertThat(xdr.position()).isZero();
        assertThat(xdr.i32()).isEqualTo(3);
        assertThat(xdr.atEnd()).isTrue();
    }
}
