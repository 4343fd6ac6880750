package hep.aida;

/** An unbinned sample of one quantity. */
public interface ICloud1D extends ICloud {

    /** Keep a value. */
    void fill(double x) throws IllegalArgumentException;

    /** Keep a value with a weight. */
    void fill(double x, double weight) throws IllegalArgumentException;
}
