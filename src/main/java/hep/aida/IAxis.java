package hep.aida;

/** The bins of an axis. */
public interface IAxis {

    /** The bin of values below the axis. */
    int UNDERFLOW_BIN = -2;

    /** The bin of values above the axis. */
    int OVERFLOW_BIN = -1;

    /** Return whether the bins are equally wide. */
    boolean isFixedBinning();

    /** Return the lower end. */
    double lowerEdge();

    /** Return the upper end. */
    double upperEdge();

    /** Return the number of bins in range. */
    int bins();

    /** Return the lower end of a bin. */
    double binLowerEdge(int index) throws IllegalArgumentException;

    /** Return the upper end of a bin. */
    double binUpperEdge(int index) throws IllegalArgumentException;

    /** Return the width of a bin. */
    double binWidth(int index) throws IllegalArgumentException;

    /** Return the bin of a value. */
    int coordToIndex(double coord);
}
