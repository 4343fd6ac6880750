package hep.aida;

/** Points with errors. */
public interface IDataPointSet {

    /** Return the title. */
    String title();

    /** Change the title. */
    void setTitle(String title) throws IllegalArgumentException;

    /** Return the texts that go with the set. */
    IAnnotation annotation();

    /** Return the number of coordinates. */
    int dimension();

    /** Return the number of points. */
    int size();

    /** Remove every point. */
    void clear();

    /** Return a point. */
    IDataPoint point(int index);

    /** Add a point at the origin. */
    IDataPoint addPoint() throws RuntimeException;
}
