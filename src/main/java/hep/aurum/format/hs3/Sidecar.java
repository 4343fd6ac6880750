package hep.aurum.format.hs3;

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
}
