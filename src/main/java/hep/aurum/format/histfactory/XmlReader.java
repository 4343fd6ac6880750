package hep.aurum.format.histfactory;

import hep.aurum.base.BadInput;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Turn an XML file into elements, with bounds on everything that a hostile file could inflate. */
final class XmlReader {

    private static final int MAX_DEPTH = 8;
    private static final int MAX_ELEMENTS = 1_000_000;
    private static final int MAX_BYTES = 1 << 26;

    private final Path path;
    private int elements;

    private XmlReader(Path path) {
        this.path = path;
    }

    /**
     * Read a file.
     *
     * @param root name of its outermost element
     * @throws BadInput if it cannot be read, is not XML, or starts with another element
     */
    static XmlElement read(Path path, String root) {
        XmlElement element = new XmlReader(path).read();
        if (!element.name().equals(root)) {
            throw element.bad(
                    "the file starts with <" + element.name() + ">, expected <" + root + ">",
                    "a combination file names channel files in its <Input> elements");
        }
        return element;
    }

    private XmlElement read() {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(path))) {
            XMLStreamReader xml = factory().createXMLStreamReader(new Bounded(in));
            try {
                return document(xml);
            } finally {
                xml.close();
            }
        } catch (XMLStreamException e) {
            throw bad("is not well-formed XML", String.valueOf(e.getMessage()).replaceAll("\\s+", " "));
        } catch (IOException e) {
            throw bad("cannot be read: " + e.getMessage(), "");
        }
    }

    /** The JDK's own parser, whatever else is on the class path, with everything switched off that fetches. */
    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> InputStream.nullInputStream());
        return factory;
    }

    private XmlElement document(XMLStreamReader xml) throws XMLStreamException {
        Deque<Open> open = new ArrayDeque<>();
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                open.push(start(xml, open));
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                XmlElement done = open.pop().close();
                if (open.isEmpty()) {
                    return done;
                }
                open.element().children.add(done);
            } else if (event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw bad("uses the entity &" + xml.getLocalName() + ";", line(xml));
            } else if (xml.isCharacters() && !open.isEmpty()) {
                open.element().text.append(xml.getText());
            }
        }
        throw bad("has no element", "");
    }

    private Open start(XMLStreamReader xml, Deque<Open> open) {
        if (open.size() >= MAX_DEPTH) {
            throw bad("nests elements deeper than " + MAX_DEPTH, line(xml));
        }
        if (++elements > MAX_ELEMENTS) {
            throw bad("has more than " + MAX_ELEMENTS + " elements", line(xml));
        }
        Map<String, String> attributes = new HashMap<>();
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            attributes.put(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
        }
        String label =
                xml.getLocalName() + (attributes.containsKey("Name") ? " \"" + attributes.get("Name") + "\"" : "");
        String trail = open.isEmpty() ? label : open.element().trail + ", " + label;
        return new Open(
                xml.getLocalName(),
                attributes,
                new ArrayList<>(),
                new StringBuilder(),
                trail,
                path.getFileName() + " " + line(xml) + ": " + trail);
    }

    private static String line(XMLStreamReader xml) {
        return "line " + xml.getLocation().getLineNumber();
    }

    private BadInput bad(String what, String where) {
        return new BadInput(path + " " + what, where, "check the file");
    }

    private record Open(
            String name,
            Map<String, String> attributes,
            List<XmlElement> children,
            StringBuilder text,
            String trail,
            String where) {

        XmlElement close() {
            return new XmlElement(name, attributes, children, text.toString().strip(), where);
        }
    }

    /** Stop after a number of bytes. */
    private static final class Bounded extends FilterInputStream {

        private int left = MAX_BYTES;

        Bounded(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            consume(value < 0 ? 0 : 1);
            return value;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int count = super.read(buffer, offset, length);
            consume(Math.max(0, count));
            return count;
        }

        private void consume(int bytes) throws IOException {
            left -= bytes;
            if (left < 0) {
                throw new IOException("more than " + MAX_BYTES + " bytes of text");
            }
        }
    }
}
