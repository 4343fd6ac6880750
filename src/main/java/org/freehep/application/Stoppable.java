package org.freehep.application;

import javax.swing.BoundedRangeModel;

/** Work that the user can stop from a progress meter. */
public interface Stoppable {

    /** Stop the work. */
    void stop();

    /** Return how far the work is. */
    BoundedRangeModel getModel();
}
