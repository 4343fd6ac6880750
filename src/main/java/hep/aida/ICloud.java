package hep.aida;

/** What unbinned samples of any dimension have in common. */
public interface ICloud extends IBaseHistogram {

    /** Return the sum of weights. */
    double sumOfWeights();

    /** Return whether the values have been put into bins. */
    boolean isConverted();
}
