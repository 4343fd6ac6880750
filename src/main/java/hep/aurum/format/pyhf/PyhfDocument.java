package hep.aurum.format.pyhf;

import hep.aurum.base.BadInput;
import hep.aurum.base.Names;
import hep.aurum.base.NotFound;
import hep.aurum.likelihood.binned.Workspace;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Hold a JSON document as it was written: keys in their order, whole numbers apart from others.
 *
 * <p>What a patch refers to and what a digest is taken of is the document, not the model that it describes. Immutable.
 *
 * <pre>{@code
 * PyhfDocument background = PyhfDocument.read(Path.of("BkgOnly.json"));
 * Workspace workspace = PatchSet.read(Path.of("patchset.json")).apply(background, "sbottom_1300_205_60").workspace();
 * }</pre>
 */
public final class PyhfDocument {

    /** The algorithms of Python's hashlib that Java has too, and Java's names of them. */
    private static final Map<String, String> ALGORITHMS = new LinkedHashMap<>();

    static {
        ALGORITHMS.put("sha256", "SHA-256");
        ALGORITHMS.put("md5", "MD5");
        ALGORITHMS.put("sha1", "SHA-1");
        ALGORITHMS.put("sha224", "SHA-224");
        ALGORITHMS.put("sha384", "SHA-384");
        ALGORITHMS.put("sha512", "SHA-512");
    }

    private final JsonNode root;
    private final String origin;

    private PyhfDocument(JsonNode root, String origin) {
        this.root = root;
        this.origin = origin;
    }

    /**
     * Read a file, compressed with gzip or not.
     *
     * @throws BadInput if it cannot be read or is not JSON
     */
    public static PyhfDocument read(Path path) {
        return new PyhfDocument(Documents.read(path), path.toString());
    }

    /**
     * Read a text.
     *
     * @param json the document
     * @param origin what to call it in messages
     * @throws BadInput if it is not JSON
     */
    public static PyhfDocument parse(String json, String origin) {
        return new PyhfDocument(Documents.parse(json, origin), origin);
    }

    /** Return the document of a workspace. */
    public static PyhfDocument of(Workspace workspace) {
        return new PyhfDocument(WorkspaceWriter.toTree(workspace), "the workspace");
    }

    /** Return what messages call the document. */
    public String origin() {
        return origin;
    }

    /** Return whether the document is a list, as patches are, and not an object. */
    public boolean isList() {
        return root.isArray();
    }

    /**
     * Return the workspace that the document holds.
     *
     * @throws BadInput if it holds none
     */
    public Workspace workspace() {
        return new WorkspaceReader(origin).read(root).validated(origin);
    }

    /**
     * Return this document with a patch applied.
     *
     * @throws BadInput if the patch does not fit
     */
    public PyhfDocument patched(JsonPatch patch) {
        return new PyhfDocument(patch.apply(root, origin), origin);
    }

    /**
     * Return the digest that pyhf gives the document: that of Python's
     * {@code json.dumps(document, sort_keys=True, ensure_ascii=False)} in UTF-8.
     *
     * <p>The order of keys and the layout do not matter; {@code 50} and {@code 50.0} have different digests.
     *
     * @param algorithm as Python names it: md5, sha1, sha224, sha256, sha384 or sha512
     * @return lower-case hexadecimal digits
     * @throws NotFound if there is no such algorithm
     * @see <a href="https://pyhf.readthedocs.io/en/v0.7.6/_generated/pyhf.utils.digest.html">pyhf.utils.digest</a>
     */
    public String digest(String algorithm) {
        String name = ALGORITHMS.get(algorithm);
        if (name == null) {
            throw new NotFound("no digest is named \"" + algorithm + "\"", "", Names.suggest(algorithm, algorithms()));
        }
        try {
            byte[] text = PythonJson.dumps(root, origin).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance(name).digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java lacks " + name, e);
        }
    }

    /** Return the algorithms of {@link #digest}, the usual one first. */
    public static List<String> algorithms() {
        return List.copyOf(ALGORITHMS.keySet());
    }

    /** Return indented JSON with a line feed at the end. */
    public String toJson() {
        return Documents.text(root);
    }

    /**
     * Write the document to a file, replacing it whole or not at all; a name that ends in {@code .gz} is compressed.
     *
     * @throws BadInput if the file cannot be written
     */
    public void write(Path path) {
        Documents.write(toJson(), path);
    }

    JsonNode root() {
        return root;
    }
}
