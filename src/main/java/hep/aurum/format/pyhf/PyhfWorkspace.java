package hep.aurum.format.pyhf;

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
import java.util.zip.GZIPInputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Read and write workspaces as pyhf does.
 *
 * @see <a href="https://scikit-hep.org/pyhf/schemas/1.0.0/workspace.json">the schema</a>
 */
public final class PyhfWorkspace {

    /** Largest document, after decompression, that is read: a quarter of a gigabyte. */
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

    private PyhfWorkspace() {}

    /**
     * Read a workspace from a file, compressed with gzip or not.
     *
     * @throws BadInput if the file cannot be read or is not a workspace
     */
    public static Workspace read(Path path) {
        try (InputStream raw = new BufferedInputStream(Files.newInputStream(path));
                InputStream in = isGzip(raw) ? new GZIPInputStream(raw) : raw) {
            return parse(in, path.toString());
        } catch (IOException e) {
            throw new BadInput("cannot read the workspace: " + e.getMessage(), path.toString(), "check the path");
        }
    }

    /**
     * Read a workspace from text.
     *
     * @param json the document
     * @param origin what to call it in messages
     * @throws BadInput if it is not a workspace
     */
    public static Workspace parse(String json, String origin) {
        return parse(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), origin);
    }

    private static Workspace parse(InputStream in, String origin) {
        JsonNode root;
        try {
            root = MAPPER.readTree(in);
        } catch (JacksonException e) {
            throw new BadInput(
                    "the workspace is not valid JSON: " + e.getOriginalMessage(),
                    origin + position(e),
                    "correct the document");
        }
        return new WorkspaceReader(origin).read(root).validated(origin);
    }

    private static String position(JacksonException e) {
        return e.getLocation() == null
                ? ""
                : " line " + e.getLocation().getLineNr() + " column "
                        + e.getLocation().getColumnNr();
    }

    private static boolean isGzip(InputStream in) throws IOException {
        in.mark(2);
        int first = in.read();
        int second = in.read();
        in.reset();
        return first == 0x1f && second == 0x8b;
    }

    /** Return a workspace as an indented JSON document with a line feed at the end. */
    public static String toJson(Workspace workspace) {
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(WorkspaceWriter.toTree(workspace)) + "\n";
    }

    /**
     * Write a workspace to a file, replacing it whole or not at all.
     *
     * @throws BadInput if the file cannot be written
     */
    public static void write(Workspace workspace, Path path) {
        Path part = path.resolveSibling(path.getFileName() + ".part");
        try {
            try {
                Files.writeString(part, toJson(workspace));
                Files.move(part, path, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new BadInput("cannot write the workspace: " + e.getMessage(), path.toString(), "check the folder");
        }
    }
}
