package hep.aurum.source;

import hep.aurum.base.BadInput;
import hep.aurum.base.MeasuredInput;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Open a file and undo its compression, recognised by its first bytes and not by its name.
 *
 * <p>Known are gzip, zstd, xz, bzip2 and LZ4 frames ({@link Compression}). The bytes come as a stream in constant memory
 * whatever their number, so there is no bound on it; who reads them bounds what is kept. Behind the first mebibyte a
 * second thread decompresses ahead of the reader ({@link ReadAhead}).
 */
public final class Decompression {

    private static final int BUFFER = 1 << 16;

    private Decompression() {}

    /**
     * Open a file.
     *
     * @return the decompressed bytes; reading them throws {@link IOException} where the compressed data break off
     * @throws BadInput if the file does not exist, cannot be read, or is compressed twice
     */
    public static InputStream open(Path file) {
        if (Files.isDirectory(file)) {
            throw new BadInput(file + " is a directory, expected a file of events", "", "name the file inside it");
        }
        try {
            long size = Files.size(file);
            CountedInput counted = new CountedInput(Files.newInputStream(file), size);
            InputStream raw = new BufferedInputStream(counted, BUFFER);
            try {
                return new MeasuredInput(undo(raw, file), counted::fraction);
            } catch (IOException | RuntimeException e) {
                raw.close();
                throw e;
            }
        } catch (NoSuchFileException e) {
            throw new BadInput("there is no file " + file, "", "check the name and the folder");
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static BadInput unreadable(Path file, IOException e) {
        return new BadInput("cannot read " + file + ": " + reason(e), "", "check the file and its permissions");
    }

    /**
     * Return the first bytes of a file, decompressed.
     *
     * @param length how many at most; fewer where the file is shorter or breaks off
     */
    public static byte[] head(Path file, int length) {
        byte[] head = new byte[length];
        int filled = 0;
        try (InputStream in = open(file)) {
            int count = 0;
            while (filled < length && count >= 0) {
                filled += count;
                count = in.read(head, filled, length - filled);
            }
        } catch (IOException e) {
            if (filled == 0) {
                throw unreadable(file, e);
            }
            // What could be read before the break decides on the format; its reader reports the break in full.
            return Arrays.copyOf(head, filled);
        }
        return Arrays.copyOf(head, filled);
    }

    /** Phrase the reason of a failed read. */
    public static String reason(IOException e) {
        String message = e.getMessage();
        if (e instanceof EOFException) {
            return Decompressed.CUT.equals(message) ? Decompressed.CUT : "the file ends too early";
        }
        return message == null ? e.getClass().getSimpleName() : message;
    }

    private static InputStream undo(InputStream raw, Path file) throws IOException {
        Compression compression = Compression.ofHead(peek(raw));
        if (compression == null) {
            return raw;
        }
        InputStream plain = new BufferedInputStream(decode(raw, compression), BUFFER);
        Compression inner = Compression.ofHead(peek(plain));
        if (inner != null) {
            throw new BadInput(
                    file + " is compressed twice, " + inner.label() + " inside " + compression.label(),
                    "",
                    "undo the outer compression");
        }
        return ReadAhead.of(plain);
    }

    private static InputStream decode(InputStream raw, Compression compression) throws IOException {
        try {
            return new Decompressed(compression.undo(raw), compression);
        } catch (IOException | RuntimeException e) {
            throw Decompressed.damaged(e, compression);
        }
    }

    private static byte[] peek(InputStream in) throws IOException {
        in.mark(Compression.HEAD);
        byte[] head = in.readNBytes(Compression.HEAD);
        in.reset();
        return head;
    }
}
