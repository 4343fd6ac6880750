package hep.aurum.format.aida;

import hep.aurum.base.BadInput;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Turn an XML stream into elements, with bounds on everything that a hostile file could inflate. */
final class AidaXmlReader {

    private static final int MAX_DEPTH = 16;
    private static final int MAX_ELEMENTS = 5_000_000;
    private static final long MAX_BYTES = 1L << 29;

    private final String origin;
    private int elements;

    private AidaXmlReader(String origin) {
        this.origin = origin;
    }

    /** Read the root element; the stream may be compressed. */
    static AidaElement read(InputStream in, String origin) {
        return new AidaXmlReader(origin).read(in);
    }

    private AidaElement read(InputStream in) {
        try {
            XMLStreamReader xml = factory().createXMLStreamReader(new Bounded(decompressed(in)));
            try {
                return document(xml);
            } finally {
                xml.close();
            }
        } catch (XMLStreamException e) {
            throw bad("is not well-formed XML", oneLine(e), "the file may be truncated or not AIDA XML at all");
        } catch (IOException e) {
            throw bad("cannot be read to its end", String.valueOf(e.getMessage()), "the file may be truncated");
        }
    }

    private static InputStream decompressed(InputStream in) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(in, 1 << 16);
        buffered.mark(2);
        boolean gzip = buffered.read() == 0x1f && buffered.read() == 0x8b;
        buffered.reset();
        return gzip ? new GZIPInputStream(buffered, 1 << 16) : buffered;
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

    private AidaElement document(XMLStreamReader xml) throws XMLStreamException {
        Deque<Open> open = new ArrayDeque<>();
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                open.push(start(xml, open.size()));
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                AidaElement done = open.pop().close();
                if (open.isEmpty()) {
                    return done;
                }
                open.element().children.add(done);
            } else if (event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw bad("uses the entity &" + xml.getLocalName() + ";", line(xml), "write the text itself");
            }
        }
        throw bad("has no root element", "", "");
    }

    private Open start(XMLStreamReader xml, int depth) {
        if (depth >= MAX_DEPTH) {
            throw bad("nests elements deeper than " + MAX_DEPTH, line(xml), "");
        }
        if (++elements > MAX_ELEMENTS) {
            throw bad("has more than " + MAX_ELEMENTS + " elements", line(xml), "split the file");
        }
        Map<String, String> attributes = new LinkedHashMap<>();
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            attributes.put(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
        }
        return new Open(xml.getLocalName(), attributes, new ArrayList<>());
    }

    private static String line(XMLStreamReader xml) {
        return "line " + xml.getLocation().getLineNumber();
    }

    private static String oneLine(XMLStreamException e) {
        return String.valueOf(e.getMessage()).replace('\n', ' ').strip();
    }

    private BadInput bad(String what, String where, String fix) {
        return new BadInput(origin + " " + what, where, fix);
    }

    private record Open(String name, Map<String, String> attributes, List<AidaElement> children) {

        AidaElement close() {
            return new AidaElement(name, attributes, children);
        }
    }

    /** Stop after a number of bytes, so that a small compressed file cannot fill the memory. */
    private static final class Bounded extends FilterInputStream {

        private long left = MAX_BYTES;

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
