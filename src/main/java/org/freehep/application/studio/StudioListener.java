package org.freehep.application.studio;

import java.util.EventListener;
import java.util.EventObject;

/** Receives events of the host. */
public interface StudioListener extends EventListener {

    /** Take an event. */
    void handleEvent(EventObject event);
}
