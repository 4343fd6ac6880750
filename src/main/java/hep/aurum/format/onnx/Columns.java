package hep.aurum.format.onnx;

/** Name what stands in the columns of a network's input. */
public enum Columns {
    /** The d features of an event. */
    X,
    /** The k parameters. */
    THETA
}
