package hep.aurum.format.xml;

import hep.aurum.base.BadInput;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Turn an XML stream into elements, with bounds on everything that a hostile file could inflate.
 *
 * @param <E> what elements become
 */
public final class XmlReader<E> {

    private final String origin;
    private final Limits limits;
    private final Function<XmlNode<E>, E> builder;
    private int elements;

    private XmlReader(String origin, Limits limits, Function<XmlNode<E>, E> builder) {
        this.origin = origin;
        this.limits = limits;
        this.builder = builder;
    }

    /**
     * Bound a document.
     *
     * @param depth how deep elements may be nested
     * @param elements how many there may be
     * @param bytes how many bytes the document may have
     */
    public record Limits(int depth, int elements, long bytes) {}

    /**
     * Read a document.
     *
     * @param in its bytes, decompressed; not closed
     * @param origin the file as the user named it, for messages
     * @param builder makes an element where its end tag stands
     * @return the outermost element
     * @throws BadInput if it is not XML, uses an entity, or exceeds a limit
     */
    public static <E> E read(InputStream in, String origin, Limits limits, Function<XmlNode<E>, E> builder) {
        return new XmlReader<>(origin, limits, builder).read(in);
    }

    private E read(InputStream in) {
        try {
            XMLStreamReader xml = factory().createXMLStreamReader(XmlText.decoded(new BoundedStream(in, limits.bytes)));
            try {
                return document(xml);
            } finally {
                xml.close();
            }
        } catch (IOException e) {
            throw bad("cannot be read: " + e.getMessage(), "", "check the file");
        } catch (XMLStreamException e) {
            String reason =
                    String.valueOf(e.getMessage()).replaceAll("\\s+", " ").strip();
            throw bad("is not well-formed XML", reason, "the file may be truncated, or not XML at all");
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

    private E document(XMLStreamReader xml) throws XMLStreamException {
        @Nullable XmlNode<E> open = null;
        int depth = 0;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                open = start(xml, open, depth++);
            } else if (event == XMLStreamConstants.END_ELEMENT && open != null) {
                E done = builder.apply(open);
                open = open.parent();
                depth--;
                if (open == null) {
                    return done;
                }
                open.add(done);
            } else if (event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw bad("uses the entity &" + xml.getLocalName() + ";", line(xml), "write the text itself");
            } else if (xml.isCharacters() && open != null) {
                open.add(xml.getText());
            }
        }
        throw bad("has no element", "", "check the file");
    }

    private XmlNode<E> start(XMLStreamReader xml, @Nullable XmlNode<E> parent, int depth) {
        if (depth >= limits.depth) {
            throw bad("nests elements deeper than " + limits.depth, line(xml), "check the file");
        }
        if (++elements > limits.elements) {
            throw bad("has more than " + limits.elements + " elements", line(xml), "split the file");
        }
        Map<String, String> attributes = new LinkedHashMap<>();
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            attributes.put(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
        }
        return new XmlNode<>(
                parent, xml.getLocalName(), attributes, xml.getLocation().getLineNumber());
    }

    private static String line(XMLStreamReader xml) {
        return "line " + xml.getLocation().getLineNumber();
    }

    private BadInput bad(String what, String where, String fix) {
        return new BadInput(origin + " " + what, where, fix);
    }
}
