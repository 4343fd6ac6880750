package hep.aida;

/** A point with errors. */
public interface IDataPoint {

    /** Return the number of coordinates. */
    int dimension();

    /** Return a coordinate. */
    IMeasurement coordinate(int coordinate);
}
