package hep.aurum.format.histfactory;

import hep.aurum.base.BadInput;
import hep.aurum.format.xml.XmlNode;
import hep.aurum.format.xml.XmlReader;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Turn a file of HistFactory into elements that know the line and the elements around them. */
final class ElementReader {

    private static final XmlReader.Limits LIMITS = new XmlReader.Limits(8, 1_000_000, 1L << 26);

    private ElementReader() {}

    /**
     * Read a file.
     *
     * @param root name of its outermost element
     * @throws BadInput if it cannot be read, is not XML, or starts with another element
     */
    static XmlElement read(Path path, String root) {
        XmlElement element = read(path);
        if (!element.name().equals(root)) {
            throw element.bad(
                    "the file starts with <" + element.name() + ">, expected <" + root + ">",
                    "a combination file names channel files in its <Input> elements");
        }
        return element;
    }

    private static XmlElement read(Path path) {
        String file = String.valueOf(path.getFileName());
        try (InputStream in = new BufferedInputStream(Files.newInputStream(path))) {
            return XmlReader.read(in, path.toString(), LIMITS, node -> element(node, file));
        } catch (IOException e) {
            throw new BadInput(path + " cannot be read: " + e.getMessage(), "", "check the file");
        }
    }

    private static XmlElement element(XmlNode<XmlElement> node, String file) {
        return new XmlElement(
                node.name(),
                node.attributes(),
                node.children(),
                node.text(),
                file + " line " + node.line() + ": " + trail(node));
    }

    private static String trail(XmlNode<XmlElement> node) {
        @Nullable String own = node.attributes().get("Name");
        String label = node.name() + (own == null ? "" : " \"" + own + "\"");
        XmlNode<XmlElement> parent = node.parent();
        return parent == null ? label : trail(parent) + ", " + label;
    }
}
