package hep.aurum.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hep.aurum.base.BadInput;
import hep.aurum.base.NotSupported;
import hep.aurum.math.random.RandomStreams;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.compress.compressors.lz4.FramedLZ4CompressorOutputStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Undo every compression, and never take damaged or cut data for whole ones. */
class DecompressionTest {

    @TempDir
    Path folder = Path.of("");

    private static byte[] text(int lines) {
        UniformRandomProvider random = RandomStreams.of(2).stream("text", 0);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < lines; i++) {
            text.append(String.format(Locale.ROOT, "%.16e%n", random.nextDouble()));
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] pack(Compression compression, byte[] plain) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = compression == Compression.LZ4
                ? new FramedLZ4CompressorOutputStream(bytes)
                : compression.apply(bytes)) {
            out.write(plain);
        }
        return bytes.toByteArray();
    }

    private byte[] read(byte[] packed) throws IOException {
        Path file = Files.write(folder.resolve("packed"), packed);
        try (InputStream in = Decompression.open(file)) {
            return in.readAllBytes();
        }
    }

    private static byte[] join(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    @ParameterizedTest
    @EnumSource
    void filesAreReadWhateverTheirName(Compression compression) throws IOException {
        // The LZ4 writer, which only this test uses, is slow.
        byte[] plain = text(compression == Compression.LZ4 ? 300 : 6000);
        byte[] packed = pack(compression, plain);

        assertThat(read(packed)).isEqualTo(plain);
        assertThat(read(join(packed, pack(compression, text(10))))).isEqualTo(join(plain, text(10)));
        assertThat(read(pack(compression, new byte[0]))).isEmpty();
        assertThat(Decompression.head(Files.write(folder.resolve("packed"), packed), 100))
                .isEqualTo(Arrays.copyOf(plain, 100));
    }

    @ParameterizedTest
    @EnumSource
    void cutFilesAreNeverTakenForWhole(Compression compression) throws IOException {
        byte[] packed = pack(compression, text(300));

        for (int length = Compression.HEAD; length < packed.length; length += 1 + length / 4) {
            byte[] cut = Arrays.copyOf(packed, length);
            assertThatThrownBy(() -> read(cut))
                    .as("%d of %d bytes", length, packed.length)
                    .isInstanceOfAny(IOException.class, BadInput.class);
        }
        byte[] cutSecond = Arrays.copyOf(join(packed, packed), packed.length + 9);
        assertThatThrownBy(() -> read(cutSecond)).isInstanceOfAny(IOException.class, BadInput.class);
        byte[] cutInside = Arrays.copyOf(packed, packed.length / 2);
        assertThatThrownBy(() -> read(cutInside))
                .satisfies(e -> assertThat(e instanceof IOException io ? Decompression.reason(io) : e.getMessage())
                        .contains("end too early"));
    }

    @ParameterizedTest
    @EnumSource
    void damagedFilesEndInASentence(Compression compression) throws IOException {
        byte[] packed = pack(compression, text(300));
        UniformRandomProvider random = RandomStreams.of(4).stream("damage", 0);
        for (int i = 0; i < 30; i++) {
            byte[] damaged = packed.clone();
            for (int k = 0; k < 3; k++) {
                damaged[random.nextInt(packed.length)] = (byte) random.nextInt(256);
            }
            try {
                read(damaged);
            } catch (IOException e) {
                assertThat(Decompression.reason(e)).isNotBlank().doesNotContain("\n");
            } catch (BadInput e) {
                assertThat(e.what()).contains("packed").doesNotContain("\n");
            }
        }
        byte[] garbage = join(packed, "garbage behind the end".getBytes(StandardCharsets.US_ASCII));
        assertThatThrownBy(() -> read(garbage)).isInstanceOfAny(IOException.class, BadInput.class);
    }

    @Test
    void compressionInsideCompressionIsRefused() throws IOException {
        byte[] twice = pack(Compression.GZIP, pack(Compression.XZ, text(10)));

        assertThatThrownBy(() -> read(twice))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("compressed twice, xz inside gzip");
    }

    /** RFC 8878, 3.1.1: a frame whose window descriptor asks for 2^27 bytes, and one compressed block. */
    @Test
    void hugeZstdWindowsAreRefusedWithAWayOut() {
        byte[] frame = {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd, 0x00, (byte) 0x88, 0x1d, 0x00, 0x00, 0x00, 0x00, 0x00};

        assertThatThrownBy(() -> read(frame)).isInstanceOf(BadInput.class).hasMessageContaining("without --ultra");
    }

    /** .xz format 1.2: an LZMA2 filter whose dictionary size byte 37 asks for 1 GiB. */
    @Test
    void hugeXzDictionariesAreRefused() throws IOException {
        byte[] packed = pack(Compression.XZ, text(10));
        byte[] header = Arrays.copyOfRange(packed, 12, 24);
        assertThat(header[2]).as("filter id of LZMA2").isEqualTo((byte) 0x21);
        packed[12 + 4] = 37;
        java.util.zip.CRC32 crc = new java.util.zip.CRC32();
        crc.update(packed, 12, 8);
        for (int i = 0; i < 4; i++) {
            packed[20 + i] = (byte) (crc.getValue() >>> (8 * i));
        }

        assertThatThrownBy(() -> read(packed)).isInstanceOf(BadInput.class).hasMessageContaining("memory");
    }

    @ParameterizedTest
    @CsvSource({"a.txt.gz, GZIP", "a.txt.zst, ZSTD", "a.txt.xz, XZ", "a.txt.bz2, BZIP2"})
    void theNameAsksForACompressionWhenWriting(String name, Compression compression) throws IOException {
        byte[] plain = text(5000);
        try (OutputFile file = OutputFile.create(folder.resolve(name))) {
            file.stream().write(plain);
            file.finish();
        }

        byte[] packed = Files.readAllBytes(folder.resolve(name));
        assertThat(Compression.ofHead(packed)).isEqualTo(compression);
        assertThat(packed.length).isLessThan(plain.length);
        assertThat(read(packed)).isEqualTo(plain);
        assertThat(Compression.stripEnding(name)).isEqualTo("a.txt");
    }

    @Test
    void aCompressionThatIsOnlyReadLeavesNothingBehind() throws IOException {
        assertThatThrownBy(() -> OutputFile.create(folder.resolve("a.lz4"))).isInstanceOf(NotSupported.class);

        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void aFolderThatIsNotThereIsNamed() {
        Path missing = folder.resolve("missing");

        assertThatThrownBy(() -> OutputFile.create(missing.resolve("a.txt")))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("there is no folder " + missing.toAbsolutePath());
    }
}
