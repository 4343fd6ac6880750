package hep.aida;

/** Makes every other factory. */
public abstract class IAnalysisFactory {

    /** Make a factory by itself; a plugin asks the register of services instead, for the one whose trees the host shows. */
    public static IAnalysisFactory create() {
        throw new UnsupportedOperationException();
    }

    /** Return the maker of trees. */
    public ITreeFactory createTreeFactory() {
        throw new UnsupportedOperationException();
    }

    /** Return the maker of histograms that live in a tree. */
    public IHistogramFactory createHistogramFactory(ITree tree) {
        throw new UnsupportedOperationException();
    }

    /** Return the maker of sets of points that live in a tree. */
    public IDataPointSetFactory createDataPointSetFactory(ITree tree) {
        throw new UnsupportedOperationException();
    }
}
