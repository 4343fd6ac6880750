package hep.aurum.source;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/** Turn what decoders throw at damaged data, whatever it is, into an {@link IOException} that says so in words. */
final class Decompressed extends FilterInputStream {

    /** Decoders drop what they have when they find the data cut; they are asked for little at a time. */
    private static final int PIECE = 1 << 12;

    /** What is said of compressed data that are cut. */
    static final String CUT = "the compressed data end too early";

    private final Compression compression;

    Decompressed(InputStream decoder, Compression compression) {
        super(decoder);
        this.compression = compression;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        try {
            return in.read(bytes, from, Math.min(length, PIECE));
        } catch (IOException | RuntimeException e) {
            throw damaged(e, compression);
        }
    }

    /** Phrase what a decoder threw. */
    static IOException damaged(Exception e, Compression compression) {
        String reason = String.valueOf(e.getMessage());
        if (reason.startsWith("Window size too large")) {
            return new IOException("its zstd window is larger than 8 MiB; compress it without --ultra and --long", e);
        }
        String lower = reason.toLowerCase(Locale.ROOT);
        if (e instanceof EOFException || lower.startsWith("not enough input") || lower.contains("end of")) {
            EOFException cut = new EOFException(CUT);
            cut.initCause(e);
            return cut;
        }
        return new IOException("the " + compression.label() + " data are damaged (" + reason + ")", e);
    }
}
