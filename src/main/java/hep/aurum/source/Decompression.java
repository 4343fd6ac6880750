package hep.aurum.source;

import hep.aurum.base.BadInput;
import hep.aurum.base.NotSupported;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

/**
 * Open a file and undo its compression, recognised by its first bytes and not by its name.
 *
 * <p>Plain files and gzip (RFC 1952, several members allowed) are read; zstd, xz and bzip2 are recognised and named.
 */
public final class Decompression {

    private static final int BUFFER = 1 << 16;

    /** The signatures of compressions, in the order in which they are tried. */
    private enum Kind {
        GZIP("gzip", 0x1f, 0x8b),
        ZSTD("zstd", 0x28, 0xb5, 0x2f, 0xfd),
        XZ("xz", 0xfd, '7', 'z', 'X', 'Z'),
        BZIP2("bzip2", 'B', 'Z', 'h');

        private final String label;
        private final int[] signature;

        Kind(String label, int... signature) {
            this.label = label;
            this.signature = signature;
        }

        boolean opens(byte[] head) {
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
    }

    private Decompression() {}

    /**
     * Open a file.
     *
     * @return the decompressed bytes; reading them throws {@link IOException} where the compressed data break off
     * @throws BadInput if the file does not exist or cannot be read
     * @throws NotSupported if it is compressed in a way that this version cannot undo
     */
    public static InputStream open(Path file) {
        if (Files.isDirectory(file)) {
            throw new BadInput(file + " is a directory, expected a file of events", "", "name the file inside it");
        }
        try {
            InputStream raw = new BufferedInputStream(Files.newInputStream(file), BUFFER);
            try {
                return undo(raw, file);
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
        if (e instanceof java.io.EOFException) {
            return "the compressed data end too early";
        }
        return message == null ? e.getClass().getSimpleName() : message;
    }

    private static InputStream undo(InputStream raw, Path file) throws IOException {
        raw.mark(BUFFER);
        byte[] head = raw.readNBytes(6);
        raw.reset();
        for (Kind kind : Kind.values()) {
            if (kind.opens(head)) {
                if (kind != Kind.GZIP) {
                    throw new NotSupported(
                            file + " is compressed with " + kind.label + ", which this version cannot undo",
                            "",
                            "decompress it, or compress it with gzip");
                }
                return new GZIPInputStream(raw, BUFFER);
            }
        }
        return raw;
    }
}
