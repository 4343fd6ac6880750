package hep.aida;

/** Texts by key that go with an object. */
public interface IAnnotation {

    /** Add a text. */
    void addItem(String key, String value) throws IllegalArgumentException;

    /** Return the text of a key. */
    String value(String key) throws IllegalArgumentException;

    /** Return whether there is a text of a key. */
    boolean hasKey(String key);

    /** Change the text of a key. */
    void setValue(String key, String value) throws IllegalArgumentException;
}
