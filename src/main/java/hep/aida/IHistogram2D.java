package hep.aida;

/** A histogram of two axes. */
public interface IHistogram2D extends IHistogram {

    /** Count a pair once. */
    void fill(double x, double y) throws IllegalArgumentException;

    /** Count a pair with a weight. */
    void fill(double x, double y, double weight) throws IllegalArgumentException;

    /** Return the number of entries of a bin. */
    int binEntries(int indexX, int indexY) throws IllegalArgumentException;

    /** Return the sum of weights of a bin. */
    double binHeight(int indexX, int indexY) throws IllegalArgumentException;

    /** Return the error of a bin. */
    double binError(int indexX, int indexY) throws IllegalArgumentException;

    /** Return the mean along x. */
    double meanX();

    /** Return the mean along y. */
    double meanY();

    /** Return the standard deviation along x. */
    double rmsX();

    /** Return the standard deviation along y. */
    double rmsY();

    /** Return the axis of x. */
    IAxis xAxis();

    /** Return the axis of y. */
    IAxis yAxis();

    /** Return the bin of a value of x. */
    int coordToIndexX(double coord);

    /** Return the bin of a value of y. */
    int coordToIndexY(double coord);
}
