package hep.aurum.format.hs3;

import hep.aurum.base.Bug;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;

/**
 * Name a file that lies beside a document, with what it must hold.
 *
 * @param file a plain name
 * @param sha256 of its content, in hexadecimal
 */
record Sidecar(String file, String sha256) {

    static final String FILE = "file";
    static final String SHA256 = "sha256";

    /** Say what lies beside a document: the ending of its name and its largest size. */
    enum Kind {
        NETWORK("onnx", 1L << 28),
        RATIO("aurum", 1L << 30),
        TABLE("npy", 1L << 31);

        private final String ending;
        private final long most;

        Kind(String ending, long most) {
            this.ending = ending;
            this.most = most;
        }

        String ending() {
            return ending;
        }

        long most() {
            return most;
        }

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Add the two keys. */
    ObjectNode putInto(ObjectNode node) {
        return node.put(FILE, file).put(SHA256, sha256);
    }

    static String sha256(Path file) throws IOException {
        MessageDigest digest = digest();
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new Bug("this Java has no SHA-256", "", "use a complete Java runtime: " + e.getMessage());
        }
    }
}
