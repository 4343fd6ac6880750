package hep.aurum.source.root;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hep.aurum.base.BadInput;
import hep.aurum.base.Failure;
import hep.aurum.math.random.RandomStreams;
import io.airlift.compress.Compressor;
import io.airlift.compress.lz4.Lz4Compressor;
import io.airlift.compress.zstd.ZstdCompressor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

class RecordBlocksTest {

    private static byte[] text() {
        return "the same words over and over, ".repeat(30).getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] compress(String method, byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        switch (method) {
            case "ZL" -> {
                try (DeflaterOutputStream deflate = new DeflaterOutputStream(out)) {
                    deflate.write(bytes);
                }
            }
            case "XZ" -> {
                try (XZOutputStream xz = new XZOutputStream(out, new LZMA2Options(0))) {
                    xz.write(bytes);
                }
            }
            case "ZS" -> out.writeBytes(compress(new ZstdCompressor(), bytes));
            default -> {
                byte[] packed = compress(new Lz4Compressor(), bytes);
                long hash = XxHash64.of(packed, 0, packed.length);
                out.writeBytes(RootFileBuilder.bytes(o -> o.writeLong(hash)));
                out.writeBytes(packed);
            }
        }
        return out.toByteArray();
    }

    private static byte[] compress(Compressor compressor, byte[] bytes) {
        byte[] packed = new byte[compressor.maxCompressedLength(bytes.length)];
        return Arrays.copyOf(packed, compressor.compress(bytes, 0, bytes.length, packed, 0, packed.length));
    }

    private static byte[] block(String method, byte[] packed, int length) {
        return RootFileBuilder.bytes(out -> {
            out.write(method.getBytes(StandardCharsets.US_ASCII));
            out.writeByte(1);
            for (int size : new int[] {packed.length, length}) {
                out.writeByte(size);
                out.writeByte(size >> 8);
                out.writeByte(size >> 16);
            }
            out.write(packed);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"ZL", "XZ", "L4", "ZS"})
    void everyCompressionIsUndone(String method) throws IOException {
        byte[] packed = compress(method, text());

        assertThat(RecordBlocks.decompressed(block(method, packed, text().length), text().length, "t"))
                .isEqualTo(text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ZL", "XZ", "L4", "ZS"})
    void lengthThatIsNotTheStatedOneIsRefused(String method) throws IOException {
        byte[] packed = compress(method, text());

        for (int length : new int[] {text().length - 1, text().length + 1}) {
            byte[] block = block(method, packed, length);
            assertThatThrownBy(() -> RecordBlocks.decompressed(block, length, "here"))
                    .isInstanceOf(BadInput.class)
                    .hasMessageContaining("here, block at 0");
        }
        assertThatThrownBy(() -> RecordBlocks.decompressed(block(method, packed, 2000), 3000, "here"))
                .hasMessageContaining("its blocks add up to 2000 bytes, expected 3000");
    }

    /** Checksums find every change; zstd has none here, so it may give other bytes, of the stated number. */
    @ParameterizedTest
    @ValueSource(strings = {"ZL", "XZ", "L4", "ZS"})
    void damageIsFoundOrHarmless(String method) throws IOException {
        byte[] whole = block(method, compress(method, text()), text().length);
        UniformRandomProvider random = RandomStreams.of(20261126).stream("blocks", 0);
        int refused = 0;

        for (int at = 9; at < whole.length; at++) {
            for (int value : List.of(0x00, 0xff, random.nextInt(256), random.nextInt(256))) {
                byte[] garbled = whole.clone();
                garbled[at] = (byte) value;
                try {
                    byte[] out = RecordBlocks.decompressed(garbled, text().length, "t");
                    assertThat(out).hasSize(text().length);
                    assertThat(method.equals("ZS") || Arrays.equals(out, text()))
                            .isTrue();
                } catch (Failure found) {
                    refused++;
                }
            }
        }

        assertThat(refused).isPositive();
    }

    /** Copying what was decompressed before for every block would move 10^11 bytes here. */
    @Test
    void manySmallBlocksTakeTimeInProportion() throws IOException {
        byte[] one = block("ZL", compress("ZL", new byte[100]), 100);
        int count = 50_000;
        byte[] many = RootFileBuilder.bytes(out -> {
            for (int i = 0; i < count; i++) {
                out.write(one);
            }
        });

        assertThat(RecordBlocks.decompressed(many, 100 * count, "t")).hasSize(100 * count);
    }
}
