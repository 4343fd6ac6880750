package hep.aurum.source.root;

import hep.aurum.base.BadInput;
import hep.aurum.base.NotSupported;
import io.airlift.compress.MalformedInputException;
import io.airlift.compress.lz4.Lz4Decompressor;
import io.airlift.compress.zstd.ZstdDecompressor;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.tukaani.xz.XZInputStream;

/**
 * Undo the compression of a record, which is cut into blocks of at most 16 MB before compression.
 *
 * <p>A block starts with two letters that name the method, a byte for its version, and its lengths compressed and
 * decompressed, 3 bytes each with the lowest first: {@code ZL} zlib, {@code CS} deflate without zlib's frame (before
 * ROOT 3), {@code XZ} xz, {@code L4} LZ4 behind a checksum, {@code ZS} zstd.
 */
final class RecordBlocks {

    private static final int HEADER = 9;
    private static final int CHECKSUM = 8;
    /** A dictionary of 64 MB, which is the largest that the levels of xz use, and what goes with it. */
    private static final int XZ_KIBIBYTES = 80_000;

    private final byte[] bytes;
    private final String where;

    private RecordBlocks(byte[] bytes, String where) {
        this.bytes = bytes;
        this.where = where;
    }

    /**
     * Return the object of a record.
     *
     * @param bytes what follows the key
     * @param length the length when decompressed
     * @param where file, object and offset, for messages
     */
    static byte[] decompressed(byte[] bytes, int length, String where) {
        return length <= bytes.length ? bytes : new RecordBlocks(bytes, where).all(length);
    }

    private byte[] all(int length) {
        if (length > RootBytes.MAX_PIECE || claimed() != length) {
            throw bad(0, "its blocks add up to " + claimed() + " bytes, expected " + length);
        }
        // The buffer grows with what was really decompressed, never with what is only claimed.
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        int at = 0;
        while (at < bytes.length) {
            byte[] block = block(at);
            if (block.length == length) {
                return block;
            }
            all.write(block, 0, block.length);
            at += HEADER + compressed(at);
        }
        return all.toByteArray();
    }

    private long claimed() {
        long sum = 0;
        int at = 0;
        while (at < bytes.length) {
            if (at > bytes.length - HEADER || compressed(at) > bytes.length - HEADER - at) {
                throw bad(at, "a block reaches beyond the record");
            }
            sum += original(at);
            at += HEADER + compressed(at);
        }
        return sum;
    }

    private int compressed(int at) {
        return length(at + 3);
    }

    private int original(int at) {
        return length(at + 6);
    }

    private int length(int at) {
        return bytes[at] & 0xff | (bytes[at + 1] & 0xff) << 8 | (bytes[at + 2] & 0xff) << 16;
    }

    private byte[] block(int at) {
        String method = new String(bytes, at, 2, StandardCharsets.ISO_8859_1);
        byte[] out = new byte[original(at)];
        int from = at + HEADER;
        int length = compressed(at);
        int count;
        try {
            count = switch (method) {
                case "ZL" -> inflate(from, length, out, false);
                case "CS" -> inflate(from, length, out, true);
                case "XZ" -> unXz(from, length, out);
                case "L4" -> unLz4(at, from, length, out);
                case "ZS" -> new ZstdDecompressor().decompress(bytes, from, length, out, 0, out.length);
                default -> throw unknown(at, method);
            };
        } catch (DataFormatException
                | IOException
                | MalformedInputException
                | IllegalArgumentException
                | IndexOutOfBoundsException e) {
            throw bad(at, method + " data are damaged: " + e.getMessage());
        }
        if (count != out.length) {
            throw bad(at, "a block of " + method + " gives " + count + " bytes, expected " + out.length);
        }
        return out;
    }

    private int inflate(int from, int length, byte[] out, boolean isBare) throws DataFormatException {
        Inflater inflater = new Inflater(isBare);
        try {
            inflater.setInput(bytes, from, length);
            int filled = 0;
            while (filled < out.length) {
                int count = inflater.inflate(out, filled, out.length - filled);
                if (count == 0) {
                    return filled;
                }
                filled += count;
            }
            // The checksum at the end is compared only when the end is asked for.
            return filled + inflater.inflate(new byte[1]);
        } finally {
            inflater.end();
        }
    }

    private int unXz(int from, int length, byte[] out) throws IOException {
        try (XZInputStream in = new XZInputStream(new ByteArrayInputStream(bytes, from, length), XZ_KIBIBYTES)) {
            int filled = in.readNBytes(out, 0, out.length);
            // The checksum at the end is compared only when the end is asked for.
            return in.read() < 0 ? filled : filled + 1;
        }
    }

    private int unLz4(int at, int from, int length, byte[] out) {
        if (length < CHECKSUM) {
            throw bad(at, "a block of L4 has no checksum");
        }
        long stated = ByteBuffer.wrap(bytes).getLong(from);
        if (XxHash64.of(bytes, from + CHECKSUM, length - CHECKSUM) != stated) {
            throw bad(at, "the checksum of a block of L4 is wrong");
        }
        return new Lz4Decompressor().decompress(bytes, from + CHECKSUM, length - CHECKSUM, out, 0, out.length);
    }

    private NotSupported unknown(int at, String method) {
        return new NotSupported(
                "cannot undo the compression \"" + method + "\" of a ROOT record",
                where + ", block at " + at,
                "known are ZL, XZ, L4, ZS and CS; the file may be damaged");
    }

    private BadInput bad(int at, String what) {
        return new BadInput(
                "cannot decompress a ROOT record: " + what, where + ", block at " + at, "copy the file again");
    }
}
