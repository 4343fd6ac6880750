package hep.aurum.likelihood.joint;

import java.util.List;

/**
 * Give the density of one process relative to a reference law, \(r(x|s) = p(x|s)/p_{ref}(x)\) with \(E_{ref}[r] = 1\) at every s.
 *
 * <p>All processes of a channel share the reference law, which drops out of every test. Immutable and safe for any number of
 * threads.
 */
public interface ShapeRatio {

    /** Return the names of the parameters that move the density, {@code [m]}; none for a fixed one. */
    List<String> parameters();

    /** Return the names of the features, {@code [d]}. */
    List<String> features();

    /**
     * Fix the events.
     *
     * @param events {@code [n*d]} by rows
     */
    EventShape at(double[] events);
}
