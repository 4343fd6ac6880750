package hep.aurum.format.hs3;

import hep.aurum.base.BadInput;
import hep.aurum.likelihood.binned.Workspace;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Read and write workspaces as HS3 documents, usually named {@code *.hs3.json}.
 *
 * <p>What is written is read back with the same parameters, bounds and starting values, and the same −2 ln L up to
 * rounding. Settings that repeat a default are left out.
 *
 * @see <a href="https://hep-statistics-serialization-standard.github.io/">the standard</a>
 */
public final class Hs3 {

    /** The version of the standard that documents are written in. */
    public static final String VERSION = "0.2.9";

    /** Largest document that is read: a quarter of a gigabyte. */
    private static final long MAX_BYTES = 1L << 28;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(64)
                            .maxDocumentLength(MAX_BYTES)
                            .build())
                    // Double.toString gives other digits on Java 17 than on 19 and later.
                    .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .build();

    private Hs3() {}

    /**
     * Read a workspace from a file whose analyses share one likelihood.
     *
     * @throws BadInput if the file cannot be read or is no HS3 document, or if it has several likelihoods
     * @throws hep.aurum.base.NotSupported if it holds what a workspace cannot
     */
    public static Workspace read(Path path) {
        return parse(text(path), path.toString(), Optional.empty());
    }

    /**
     * Read the workspace of one analysis of a file.
     *
     * @throws BadInput if the file cannot be read or is no HS3 document
     * @throws hep.aurum.base.NotFound if it has no such analysis
     * @throws hep.aurum.base.NotSupported if it holds what a workspace cannot
     */
    public static Workspace read(Path path, String analysis) {
        return parse(text(path), path.toString(), Optional.of(analysis));
    }

    /**
     * Read a workspace from text.
     *
     * @param json the document
     * @param origin what to call it in messages
     * @throws BadInput if it is no HS3 document
     * @throws hep.aurum.base.NotSupported if it holds what a workspace cannot
     */
    public static Workspace parse(String json, String origin) {
        return parse(json.getBytes(StandardCharsets.UTF_8), origin, Optional.empty());
    }

    private static byte[] text(Path path) {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(path))) {
            byte[] bytes = in.readNBytes((int) MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new BadInput("the document is larger than 256 MB", path.toString(), "check the path");
            }
            return bytes;
        } catch (IOException e) {
            throw new BadInput("cannot read the document: " + e.getMessage(), path.toString(), "check the path");
        }
    }

    private static Workspace parse(byte[] json, String origin, Optional<String> analysis) {
        return new Hs3Reader(new Hs3Node(tree(json, origin), origin), origin, analysis).read();
    }

    private static JsonNode tree(byte[] json, String origin) {
        JsonNode root;
        try {
            root = MAPPER.readTree(new ByteArrayInputStream(json));
        } catch (JacksonException e) {
            String line = e.getLocation() == null
                    ? ""
                    : " line " + e.getLocation().getLineNr() + " column "
                            + e.getLocation().getColumnNr();
            throw new BadInput(
                    "the document is not valid JSON: " + e.getOriginalMessage(), origin + line, "correct the document");
        }
        return root;
    }

    /** Return the tree of a document. */
    static Hs3Node tree(Path path) {
        return new Hs3Node(tree(text(path), path.toString()), path.toString());
    }

    /**
     * Return a workspace as an indented JSON document with a line feed at the end.
     *
     * @throws hep.aurum.base.NotSupported if the standard cannot hold a setting, naming the parameter
     */
    public static String toJson(Workspace workspace) {
        return text(new Hs3Writer(workspace).toTree());
    }

    /** Return a tree as an indented document. */
    static String text(JsonNode tree) {
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(tree) + "\n";
    }

    /**
     * Write a workspace to a file, replacing it whole or not at all.
     *
     * @throws BadInput if the file cannot be written
     * @throws hep.aurum.base.NotSupported if the standard cannot hold a setting, naming the parameter
     */
    public static void write(Workspace workspace, Path path) {
        write(toJson(workspace), path);
    }

    /** Write the text of a document, whole or not at all. */
    static void write(String json, Path path) {
        Path part = path.resolveSibling(path.getFileName() + ".part");
        try {
            try {
                Files.writeString(part, json);
                Files.move(part, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new BadInput("cannot write the document: " + e.getMessage(), path.toString(), "check the folder");
        }
    }
}
