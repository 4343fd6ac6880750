package hep.aurum.format.aida;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;

/** Write elements as indented XML with the AIDA document type. */
final class AidaXmlWriter {

    private static final String HEAD = """
            <?xml version="1.0" encoding="UTF-8"?>
            <!DOCTYPE aida SYSTEM "http://aida.freehep.org/schemas/3.3/aida.dtd">
            """;

    private final Writer out;

    private AidaXmlWriter(Writer out) {
        this.out = out;
    }

    static void write(AidaElement root, Writer out) throws IOException {
        out.write(HEAD);
        new AidaXmlWriter(out).element(root, "");
    }

    /** Return the XML text of an element. */
    static String text(AidaElement element) {
        StringWriter text = new StringWriter();
        try {
            new AidaXmlWriter(text).element(element, "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private void element(AidaElement element, String indent) throws IOException {
        out.append(indent).append('<').append(element.name());
        for (var attribute : element.attributes().entrySet()) {
            out.append(' ').append(attribute.getKey()).append("=\"");
            escape(attribute.getValue());
            out.append('"');
        }
        if (element.children().isEmpty()) {
            out.append("/>\n");
            return;
        }
        out.append(">\n");
        for (AidaElement child : element.children()) {
            element(child, indent + "  ");
        }
        out.append(indent).append("</").append(element.name()).append(">\n");
    }

    /** Escape what an attribute may not hold; white space becomes references, or the reader would turn it to blanks. */
    private void escape(String value) throws IOException {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '&' -> out.write("&amp;");
                case '<' -> out.write("&lt;");
                case '"' -> out.write("&quot;");
                case '\n', '\r', '\t' -> out.write("&#" + (int) c + ";");
                default -> out.write(c < ' ' ? '\uFFFD' : c);
            }
        }
    }
}
