package hep.aurum.source;

import hep.aurum.base.NotSupported;
import io.airlift.compress.zstd.ZstdInputStream;
import io.airlift.compress.zstd.ZstdOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.apache.commons.compress.compressors.lz4.FramedLZ4CompressorInputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZInputStream;
import org.tukaani.xz.XZOutputStream;

/**
 * Name the compressions of whole files: the bytes by which each is recognised, the ending that asks for it.
 *
 * <p>Files that were compressed in pieces and put together (several gzip members, zstd frames, xz or bzip2 streams) are
 * read as one. Data behind the last piece are an error and not passed over.
 */
public enum Compression {
    /** RFC 1952. */
    GZIP("gzip", ".gz", 0x1f, 0x8b) {
        @Override
        InputStream undo(InputStream in) throws IOException {
            // The JDK's own stream takes a damaged second member for the end of the file.
            return GzipCompressorInputStream.builder()
                    .setInputStream(in)
                    .setDecompressConcatenated(true)
                    .setBufferSize(BUFFER)
                    .get();
        }

        @Override
        OutputStream apply(OutputStream out) throws IOException {
            return new GZIPOutputStream(out, BUFFER);
        }
    },
    /** RFC 8878, windows of at most 8 MiB: what {@code zstd} writes without {@code --ultra} and {@code --long}. */
    ZSTD("zstd", ".zst", 0x28, 0xb5, 0x2f, 0xfd) {
        @Override
        InputStream undo(InputStream in) {
            return new ZstdInputStream(in);
        }

        @Override
        OutputStream apply(OutputStream out) throws IOException {
            return new ZstdOutputStream(out);
        }
    },
    /** The .xz format 1.2, as far as 256 MiB of memory suffice; {@code xz -9} needs 65. */
    XZ("xz", ".xz", 0xfd, '7', 'z', 'X', 'Z', 0) {
        @Override
        InputStream undo(InputStream in) throws IOException {
            return new XZInputStream(in, XZ_MEMORY_KIB);
        }

        @Override
        OutputStream apply(OutputStream out) throws IOException {
            return new XZOutputStream(out, new LZMA2Options());
        }
    },
    /** What {@code bzip2} writes. */
    BZIP2("bzip2", ".bz2", 'B', 'Z', 'h') {
        @Override
        InputStream undo(InputStream in) throws IOException {
            return new BZip2CompressorInputStream(in, true);
        }

        @Override
        OutputStream apply(OutputStream out) throws IOException {
            return new BZip2CompressorOutputStream(out);
        }
    },
    /** LZ4 frames, format 1.6. */
    LZ4("lz4", ".lz4", 0x04, 0x22, 0x4d, 0x18) {
        @Override
        InputStream undo(InputStream in) throws IOException {
            return new FramedLZ4CompressorInputStream(in, true);
        }

        @Override
        OutputStream apply(OutputStream out) {
            throw new NotSupported(
                    "lz4 is only read", "a name that ends in .lz4", "choose one of .gz, .zst, .xz and .bz2");
        }
    };

    /** So many first bytes tell the compression of a file. */
    static final int HEAD = 6;

    private static final int BUFFER = 1 << 16;
    private static final int XZ_MEMORY_KIB = 256 << 10;

    private final String label;
    private final String ending;
    private final int[] signature;

    Compression(String label, String ending, int... signature) {
        this.label = label;
        this.ending = ending;
        this.signature = signature;
    }

    /** Return the name by which users know it. */
    public String label() {
        return label;
    }

    /** Return the ending of file names that asks for it when a file is written, with its point. */
    public String ending() {
        return ending;
    }

    /** Return the compression that a file's name asks for; null if it asks for none. */
    public static @Nullable Compression ofName(String name) {
        for (Compression compression : values()) {
            if (name.endsWith(compression.ending)) {
                return compression;
            }
        }
        return null;
    }

    /** Return a file's name without the ending that asks for a compression. */
    public static String stripEnding(String name) {
        Compression compression = ofName(name);
        return compression == null ? name : name.substring(0, name.length() - compression.ending.length());
    }

    /** Return the compression of a file that begins like this; null if it is none of these. */
    static @Nullable Compression ofHead(byte[] head) {
        for (Compression compression : values()) {
            if (compression.opens(head)) {
                return compression;
            }
        }
        return null;
    }

    private boolean opens(byte[] head) {
        if (head.length < signature.length) {
            return false;
        }
        for (int i = 0; i < signature.length; i++) {
            if ((head[i] & 0xff) != signature[i]) {
                return false;
            }
        }
        return true;
    }

    /** Return the bytes that were compressed; they may throw unchecked exceptions where they are damaged. */
    abstract InputStream undo(InputStream in) throws IOException;

    /** Return a stream that compresses what is written to it; closing it ends the file. */
    abstract OutputStream apply(OutputStream out) throws IOException;
}
