package hep.aurum.format.xml;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Hold an element while it is read.
 *
 * @param <E> what finished elements are
 */
public final class XmlNode<E> {

    private final @Nullable XmlNode<E> parent;
    private final String name;
    private final Map<String, String> attributes;
    private final int line;
    private final List<E> children = new ArrayList<>();
    private @Nullable StringBuilder text;

    XmlNode(@Nullable XmlNode<E> parent, String name, Map<String, String> attributes, int line) {
        this.parent = parent;
        this.name = name;
        this.attributes = Collections.unmodifiableMap(attributes);
        this.line = line;
    }

    void add(E child) {
        children.add(child);
    }

    void add(String characters) {
        if (text == null) {
            text = new StringBuilder();
        }
        text.append(characters);
    }

    /** Return the element around this one; null for the outermost. */
    public @Nullable XmlNode<E> parent() {
        return parent;
    }

    /** Return the name without a prefix. */
    public String name() {
        return name;
    }

    /** Return the attributes in the order of the document. */
    public Map<String, String> attributes() {
        return attributes;
    }

    /** Return the elements inside it that have ended, in the order of the document. */
    public List<E> children() {
        return Collections.unmodifiableList(children);
    }

    /** Return the text between its tags, stripped. */
    public String text() {
        return text == null ? "" : text.toString().strip();
    }

    /** Return the line of its start tag, from 1. */
    public int line() {
        return line;
    }
}
