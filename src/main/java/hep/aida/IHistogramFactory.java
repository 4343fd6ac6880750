package hep.aida;

/** Makes histograms in the tree that it was made for. */
public interface IHistogramFactory {

    /** Make a histogram of one axis with equal bins. */
    IHistogram1D createHistogram1D(String path, String title, int bins, double lowerEdge, double upperEdge)
            throws IllegalArgumentException;

    /** Make a histogram of one axis with bins between edges. */
    IHistogram1D createHistogram1D(String path, String title, double[] binEdges) throws IllegalArgumentException;

    /** Make a profile with equal bins. */
    IProfile1D createProfile1D(String path, String title, int bins, double lowerEdge, double upperEdge)
            throws IllegalArgumentException;

    /** Make a profile with bins between edges. */
    IProfile1D createProfile1D(String path, String title, double[] binEdges) throws IllegalArgumentException;

    /** Make a histogram of two axes with equal bins. */
    IHistogram2D createHistogram2D(
            String path,
            String title,
            int binsX,
            double lowerEdgeX,
            double upperEdgeX,
            int binsY,
            double lowerEdgeY,
            double upperEdgeY)
            throws IllegalArgumentException;

    /** Make a histogram of two axes with bins between edges. */
    IHistogram2D createHistogram2D(String path, String title, double[] binEdgesX, double[] binEdgesY)
            throws IllegalArgumentException;

    /** Make an unbinned sample. */
    ICloud1D createCloud1D(String path, String title) throws IllegalArgumentException;

    /** Copy a histogram of one axis, which may be in another tree, with its contents as they are. */
    IHistogram1D createCopy(String path, IHistogram1D histogram) throws IllegalArgumentException;

    /** Copy a histogram of two axes. */
    IHistogram2D createCopy(String path, IHistogram2D histogram) throws IllegalArgumentException;

    /** Copy a profile. */
    IProfile1D createCopy(String path, IProfile1D profile) throws IllegalArgumentException;

    /** Remove an object from the tree. */
    void destroy(IBaseHistogram histogram) throws IllegalArgumentException;
}
