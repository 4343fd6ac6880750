package hep.aurum.jas.host;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * What a plugin says of itself in {@code PLUGIN-inf/plugins.xml}.
 *
 * @param name what the user reads
 * @param version of the plugin
 * @param description the last one, which is the one that the host keeps
 * @param entryClass the subclass of {@code Plugin}
 * @param files the jars that the plugin claims
 * @param minJava the oldest Java, such as 17, or 1.8
 * @param maxJava the newest Java, or an empty text
 * @param minApplication the oldest host, or an empty text
 */
public record Descriptor(
        String name,
        String version,
        String description,
        String entryClass,
        List<String> files,
        String minJava,
        String maxJava,
        String minApplication) {

    /** A descriptor that the host's parser refuses. */
    static final class Invalid extends RuntimeException {

        private static final long serialVersionUID = 1;

        Invalid(String message) {
            super(message);
        }
    }

    /** Read a document, which must be valid; the document type is found by the end of its system id. */
    static List<Descriptor> read(InputStream in) throws IOException {
        Document document = parse(in);
        NodeList plugins = document.getElementsByTagName("plugin");
        List<Descriptor> descriptors = new ArrayList<>();
        for (int i = 0; i < plugins.getLength(); i++) {
            descriptors.add(of((Element) plugins.item(i)));
        }
        return descriptors;
    }

    private static Document parse(InputStream in) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setValidating(true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setEntityResolver((publicId, systemId) -> {
                if (!systemId.endsWith("plugin.dtd")) {
                    throw new SAXException("unknown document type " + systemId);
                }
                return new InputSource(Descriptor.class.getResourceAsStream("plugin.dtd"));
            });
            builder.setErrorHandler(new Strict());
            return builder.parse(in);
        } catch (SAXException e) {
            throw new Invalid(e.getMessage());
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Descriptor of(Element plugin) {
        List<Element> applications = elements(plugin, "application");
        List<Element> javas = elements(plugin, "j2se");
        if (!applications.isEmpty() && javas.isEmpty()) {
            throw new Invalid("the host reads the version of Java whenever the version of the host is asked for");
        }
        return new Descriptor(
                last(plugin, "name"),
                last(plugin, "version"),
                last(plugin, "description"),
                attribute(elements(plugin, "plugin-desc"), "class"),
                elements(plugin, "file").stream()
                        .map(file -> file.getAttribute("location"))
                        .toList(),
                attribute(javas, "minVersion"),
                attribute(javas, "maxVersion"),
                attribute(applications, "minVersion"));
    }

    private static String attribute(List<Element> elements, String name) {
        return elements.isEmpty() ? "" : elements.get(0).getAttribute(name);
    }

    private static String last(Element plugin, String tag) {
        List<Element> found = elements(plugin, tag);
        return found.isEmpty() ? "" : found.get(found.size() - 1).getTextContent();
    }

    private static List<Element> elements(Element parent, String tag) {
        NodeList nodes = parent.getElementsByTagName(tag);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    /** Return whether a version of Java lies in the range that the plugin asks for. */
    boolean fits(int java) {
        return (minJava.isEmpty() || feature(minJava) <= java) && (maxJava.isEmpty() || feature(maxJava) >= java);
    }

    private static int feature(String version) {
        String[] parts = version.split("\\.", -1);
        return Integer.parseInt(parts[0].equals("1") && parts.length > 1 ? parts[1] : parts[0]);
    }

    private static final class Strict implements ErrorHandler {

        @Override
        public void warning(SAXParseException e) {}

        @Override
        public void error(SAXParseException e) throws SAXException {
            throw e;
        }

        @Override
        public void fatalError(SAXParseException e) throws SAXException {
            throw e;
        }
    }
}
