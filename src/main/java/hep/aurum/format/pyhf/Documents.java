package hep.aurum.format.pyhf;

import hep.aurum.base.BadInput;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Read JSON from strangers and write it: bounded in size and depth, one document, every key once. */
final class Documents {

    /** Deepest nesting of lists and objects; a workspace has nine levels. */
    static final int MAX_DEPTH = 64;

    /** Most values and keys of one document: those of a hundred times the largest public workspace. */
    static final long MAX_TOKENS = 1L << 25;

    /** Largest document, after decompression, that is read: a quarter of a gigabyte. */
    private static final long MAX_BYTES = 1L << 28;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxTokenCount(MAX_TOKENS)
                            .maxDocumentLength(MAX_BYTES)
                            .build())
                    // Double.toString gives other digits on Java 17 than on 19 and later.
                    .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .defaultPrettyPrinter(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")))
            .build();

    private Documents() {}

    /** Read a file, compressed with gzip or not. */
    static JsonNode read(Path path) {
        try (InputStream raw = new BufferedInputStream(Files.newInputStream(path));
                InputStream in = isGzip(raw) ? new GZIPInputStream(raw) : raw) {
            return parse(in, path.toString());
        } catch (NoSuchFileException e) {
            throw new BadInput("there is no file " + path, "", "check the path");
        } catch (IOException e) {
            throw new BadInput("cannot read the document: " + e.getMessage(), path.toString(), "check the file");
        }
    }

    static JsonNode parse(String json, String origin) {
        return parse(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), origin);
    }

    private static JsonNode parse(InputStream in, String origin) {
        try {
            return MAPPER.readTree(in);
        } catch (JacksonIOException e) {
            throw new BadInput(
                    "cannot read the document to its end: " + e.getOriginalMessage(),
                    origin,
                    "the file looks truncated or damaged; fetch it again");
        } catch (JacksonException e) {
            throw new BadInput(
                    "the document is not valid JSON: " + e.getOriginalMessage(),
                    origin + position(e),
                    "correct the document");
        }
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

    /** Return indented text with a line feed at the end, on every system. */
    static String text(JsonNode root) {
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    }

    /** Write text to a file, whole or not at all; compressed if its name ends in {@code .gz}. */
    static void write(String text, Path path) {
        Path part = path.resolveSibling(path.getFileName() + ".part");
        try {
            try {
                try (OutputStream out = open(part, path.toString().endsWith(".gz"))) {
                    out.write(text.getBytes(StandardCharsets.UTF_8));
                }
                Files.move(part, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new BadInput("cannot write the document: " + e.getMessage(), path.toString(), "check the folder");
        }
    }

    private static OutputStream open(Path path, boolean isGzip) throws IOException {
        OutputStream raw = new BufferedOutputStream(Files.newOutputStream(path));
        return isGzip ? new GZIPOutputStream(raw) : raw;
    }
}
