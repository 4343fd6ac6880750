package org.freehep.application.studio;

import org.freehep.application.mdi.MDIApplication;
import org.freehep.util.FreeHEPLookup;

/** The host: a program made of plugins. */
@SuppressWarnings("serial")
public class Studio extends MDIApplication {

    /** Make a host of that name. */
    protected Studio(String name) {
        super(name);
    }

    /** Return the register of services. */
    public final FreeHEPLookup getLookup() {
        throw new UnsupportedOperationException();
    }

    /** Return the sender of the host's events. */
    public EventSender getEventSender() {
        throw new UnsupportedOperationException();
    }
}
