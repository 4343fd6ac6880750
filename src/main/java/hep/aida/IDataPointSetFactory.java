package hep.aida;

/** Makes sets of points in the tree that it was made for. */
public interface IDataPointSetFactory {

    /** Make an empty set. */
    IDataPointSet create(String path, String title, int dimension) throws IllegalArgumentException;

    /** Make points with symmetric errors. */
    IDataPointSet createXY(String path, String title, double[] x, double[] y, double[] errorX, double[] errorY)
            throws IllegalArgumentException;

    /** Make points with errors upwards and downwards. */
    IDataPointSet createXY(
            String path,
            String title,
            double[] x,
            double[] y,
            double[] errorPlusX,
            double[] errorPlusY,
            double[] errorMinusX,
            double[] errorMinusY)
            throws IllegalArgumentException;

    /** Copy a set, which may be in another tree. */
    IDataPointSet createCopy(String path, IDataPointSet set) throws IllegalArgumentException;

    /** Remove a set from the tree. */
    void destroy(IDataPointSet set) throws IllegalArgumentException;
}
