package hep.aida;

/** A histogram of one axis; a bin is 0, 1 … or {@link IAxis#UNDERFLOW_BIN}, {@link IAxis#OVERFLOW_BIN}. */
public interface IHistogram1D extends IHistogram {

    /** Count a value once. */
    void fill(double x) throws IllegalArgumentException;

    /** Count a value with a weight. */
    void fill(double x, double weight) throws IllegalArgumentException;

    /** Return the mean of the values in a bin. */
    double binMean(int index) throws IllegalArgumentException;

    /** Return the number of entries of a bin. */
    int binEntries(int index) throws IllegalArgumentException;

    /** Return the sum of weights of a bin. */
    double binHeight(int index) throws IllegalArgumentException;

    /** Return the error of a bin. */
    double binError(int index) throws IllegalArgumentException;

    /** Return the mean of the values in range. */
    double mean();

    /** Return the standard deviation of the values in range. */
    double rms();

    /** Return the axis. */
    IAxis axis();

    /** Return the bin of a value. */
    int coordToIndex(double coord);

    /** Add a histogram of the same axis. */
    void add(IHistogram1D histogram) throws IllegalArgumentException;
}
