package hep.aurum.nn.nd4j;

import hep.aurum.base.NotSupported;
import hep.aurum.nn.Backend;
import hep.aurum.nn.NetworkShape;
import hep.aurum.nn.Pass;

/**
 * Compute on whole arrays of ND4J, on whatever hardware its library on the class path drives.
 *
 * <p>No class of ND4J is loaded before {@link #open}.
 */
public final class Nd4jBackend implements Backend {

    /** Create the backend. */
    public Nd4jBackend() {}

    @Override
    public String name() {
        return "nd4j";
    }

    /**
     * Open a pass for one thread.
     *
     * @throws NotSupported if ND4J or its natives for this platform are not on the class path, or if the activation of the
     *     network has no formula here
     */
    @Override
    public Pass open(NetworkShape shape, boolean training) {
        try {
            return new Nd4jPass(shape, training);
        } catch (LinkageError e) {
            throw new NotSupported(
                    "the backend nd4j cannot start: " + e,
                    "",
                    "put nd4j-native and its natives for this platform on the class path, or use the backend fused");
        }
    }
}
