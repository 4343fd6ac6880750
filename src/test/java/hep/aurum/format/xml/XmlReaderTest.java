package hep.aurum.format.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hep.aurum.base.BadInput;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XmlReaderTest {

    private static final XmlReader.Limits LIMITS = new XmlReader.Limits(3, 5, 500);

    /** Write what was read in another notation. */
    private static String read(String document) {
        return XmlReader.read(
                new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)),
                "model.xml",
                LIMITS,
                node -> node.line() + ":" + node.name() + node.attributes() + "'" + node.text() + "'"
                        + node.children());
    }

    @Test
    void elementsKeepTheirOrderTextAndLines() {
        assertThat(read("<?xml version='1.0'?>\n<a z='1' y='2'> one <b/> two\n<c>three</c></a>"))
                .isEqualTo("2:a{z=1, y=2}'one  two'[2:b{}''[], 3:c{}'three'[]]");
    }

    @Test
    void aNodeKnowsWhatIsAroundIt() {
        String document = "<a><b><c/></b></a>";

        String innermost = XmlReader.<String>read(
                new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)),
                "model.xml",
                LIMITS,
                node -> node.children().isEmpty()
                        ? trail(node)
                        : node.children().get(0));

        assertThat(innermost).isEqualTo("a/b/c");
    }

    private static String trail(XmlNode<String> node) {
        XmlNode<String> parent = node.parent();
        return parent == null ? node.name() : trail(parent) + "/" + node.name();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<a><b><c><d/></c></b></a>        | deeper than 3",
                "<a><b/><b/><b/><b/><b/></a>      | more than 5 elements",
                "<a>&name;</a>                    | uses the entity &name;",
                "<a><b></a>                       | not well-formed",
                "<a>                              | not well-formed",
                "hello                            | not well-formed",
                "<!DOCTYPE a [<!ENTITY e 'x'>]><a>&e;</a>                            | uses the entity &e;",
                "<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/hostname'>]><a>&e;</a>  | uses the entity &e;",
            })
    void whatCouldInflateIsRefused(String document, String why) {
        assertThatThrownBy(() -> read(document))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("model.xml")
                .hasMessageContaining(why);
    }

    @Test
    void aLongDocumentIsRefused() {
        assertThatThrownBy(() -> read("<a>" + " ".repeat(100_000) + "</a>"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("more than 500 bytes");
    }
}
