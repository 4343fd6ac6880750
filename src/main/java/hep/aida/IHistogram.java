package hep.aida;

/** What histograms of any dimension have in common. */
public interface IHistogram extends IBaseHistogram {

    /** Return the number of entries, those out of range too. */
    int allEntries();

    /** Return the number of entries out of range. */
    int extraEntries();

    /** Return the sum of the heights in range. */
    double sumBinHeights();

    /** Return the sum of the heights, those out of range too. */
    double sumAllBinHeights();

    /** Return the sum of the heights out of range. */
    double sumExtraBinHeights();

    /** Multiply heights and errors. */
    void scale(double scaleFactor) throws IllegalArgumentException;
}
