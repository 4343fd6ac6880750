package hep.aurum.format.aida;

import hep.aurum.base.BadInput;
import hep.aurum.base.Check;
import hep.aurum.base.Names;
import hep.aurum.base.NotFound;
import hep.aurum.format.xml.XmlReader;
import hep.aurum.source.Decompression;
import hep.aurum.source.OutputFile;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/**
 * Hold an AIDA document: objects in folders.
 *
 * @param objects the objects in document order, no two of the same full path
 */
public record AidaTree(List<AidaObject> objects) {

    static final XmlReader.Limits LIMITS = new XmlReader.Limits(16, 5_000_000, 1L << 29);
    private static final int BUFFER = 1 << 16;

    /** Copy the list and check that the full paths are unique. */
    public AidaTree {
        objects = List.copyOf(objects);
        Set<String> seen = new LinkedHashSet<>();
        for (AidaObject object : objects) {
            Check.argument(seen.add(object.fullPath()), "two objects of the path %s", object.fullPath());
        }
    }

    /** Create a document from objects. */
    public static AidaTree of(List<AidaObject> objects) {
        return new AidaTree(objects);
    }

    /** Return whether a file that begins like this, decompressed, is an AIDA document. */
    public static boolean accepts(byte[] head) {
        String text = new String(head, StandardCharsets.ISO_8859_1).stripLeading();
        return text.startsWith("<") && text.contains("<aida");
    }

    /**
     * Read a file, plain or compressed; its first bytes say which.
     *
     * @throws BadInput if it cannot be read, is not AIDA XML or exceeds the bounds
     */
    public static AidaTree read(Path path) {
        try (InputStream in = Decompression.open(path)) {
            return parse(in, path.toString());
        } catch (IOException e) {
            throw new BadInput(
                    path + " cannot be read to its end: " + Decompression.reason(e), "", "the file may be truncated");
        }
    }

    /**
     * Read a stream, plain or compressed.
     *
     * @param origin how messages name the stream
     * @throws BadInput if it is not AIDA XML or exceeds the bounds
     */
    public static AidaTree parse(InputStream in, String origin) {
        AidaElement root = read(in, origin);
        if (!root.name().equals("aida")) {
            throw new BadInput(origin + " is not AIDA XML", "root element <" + root.name() + ">", "expected <aida>");
        }
        List<AidaObject> objects = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        for (AidaElement child : root.children()) {
            if (!child.name().equals("implementation")) {
                AidaObject object = new AidaObject(child);
                if (!seen.add(object.fullPath())) {
                    throw new BadInput(origin + " has two objects " + object.fullPath(), child.toString(), "");
                }
                objects.add(object);
            }
        }
        return new AidaTree(objects);
    }

    private static AidaElement read(InputStream in, String origin) {
        try {
            return XmlReader.read(
                    decompressed(in),
                    origin,
                    LIMITS,
                    node -> new AidaElement(node.name(), node.attributes(), node.children()));
        } catch (IOException e) {
            throw new BadInput(
                    origin + " cannot be read to its end", String.valueOf(e.getMessage()), "the file may be truncated");
        }
    }

    private static InputStream decompressed(InputStream in) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(in, BUFFER);
        buffered.mark(2);
        boolean gzip = buffered.read() == 0x1f && buffered.read() == 0x8b;
        buffered.reset();
        return gzip ? new GZIPInputStream(buffered, BUFFER) : buffered;
    }

    /**
     * Find an object by its full path, such as {@code /higgs4l/m4l}.
     *
     * @throws NotFound with the nearest known path
     */
    public AidaObject find(String fullPath) {
        return objects.stream()
                .filter(object -> object.fullPath().equals(fullPath))
                .findFirst()
                .orElseThrow(() -> new NotFound("no object " + fullPath, "", Names.suggest(fullPath, paths())));
    }

    /** Return the full paths in document order. */
    public List<String> paths() {
        return objects.stream().map(AidaObject::fullPath).toList();
    }

    /**
     * Write a file, compressed if its name says so; the file appears whole or not at all.
     *
     * @throws BadInput if the folder cannot be written
     */
    public void write(Path path) {
        try (OutputFile file = OutputFile.create(path)) {
            try {
                Writer text = new OutputStreamWriter(file.stream(), StandardCharsets.UTF_8);
                AidaXmlWriter.write(root(), text);
                text.flush();
            } catch (IOException e) {
                throw file.failed("write", e);
            }
            file.finish();
        }
    }

    private AidaElement root() {
        List<AidaElement> children = new ArrayList<>();
        children.add(AidaElement.leaf("implementation", "package", "Aurum", "version", "1.0"));
        objects.forEach(object -> children.add(object.element()));
        return AidaElement.leaf("aida", "version", "3.3").with(children);
    }
}
