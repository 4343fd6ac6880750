package org.freehep.application;

import javax.swing.BoundedRangeModel;
import javax.swing.JPanel;

/** A bar in the status bar, with a button to stop. */
@SuppressWarnings("serial")
public class ProgressMeter extends JPanel {

    /** Make a bar with a button. */
    public ProgressMeter() {}

    /** Make a bar with or without a button. */
    public ProgressMeter(boolean showStopButton) {}

    /** Show or hide the button. */
    public void setShowStopButton(boolean showStopButton) {
        throw new UnsupportedOperationException();
    }

    /** Follow a model, or none if null. */
    public void setModel(BoundedRangeModel model) {
        throw new UnsupportedOperationException();
    }

    /** Follow the model of work that the button stops, or none if null. */
    public void setStoppable(Stoppable stop) {
        throw new UnsupportedOperationException();
    }

    /** Say that nobody knows how far the work is. */
    public void setIndeterminate(boolean indeterminate) {
        throw new UnsupportedOperationException();
    }

    /** Let the button be pressed. */
    public void setStopEnabled(boolean enabled) {
        throw new UnsupportedOperationException();
    }
}
