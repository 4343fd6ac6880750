package hep.aida;

/** What histograms, profiles and clouds have in common. */
public interface IBaseHistogram {

    /** Return the title. */
    String title();

    /** Change the title. */
    void setTitle(String title) throws IllegalArgumentException;

    /** Return the texts that go with the object. */
    IAnnotation annotation();

    /** Return the number of axes. */
    int dimension();

    /** Forget every entry. */
    void reset() throws RuntimeException;

    /** Return the number of entries in range. */
    int entries();
}
