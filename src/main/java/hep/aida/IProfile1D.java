package hep.aida;

/** The mean of one quantity in bins of another. */
public interface IProfile1D extends IProfile {

    /** Count a pair once. */
    void fill(double x, double y) throws IllegalArgumentException;

    /** Count a pair with a weight. */
    void fill(double x, double y, double weight) throws IllegalArgumentException;

    /** Return the number of entries of a bin. */
    int binEntries(int index) throws IllegalArgumentException;

    /** Return the mean of y in a bin. */
    double binHeight(int index) throws IllegalArgumentException;

    /** Return the error of the mean of y in a bin. */
    double binError(int index) throws IllegalArgumentException;

    /** Return the standard deviation of y in a bin. */
    double binRms(int index) throws IllegalArgumentException;

    /** Return the axis. */
    IAxis axis();
}
