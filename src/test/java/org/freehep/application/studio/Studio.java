package org.freehep.application.studio;

import org.freehep.application.mdi.MDIApplication;
import org.freehep.util.FreeHEPLookup;

/** Stands in for the host's type in tests, with a body. */
@SuppressWarnings("serial")
public class Studio extends MDIApplication {

    private final transient FreeHEPLookup lookup = new FreeHEPLookup();
    private final transient EventSender sender = new EventSender();

    protected Studio(String name) {
        super(name);
    }

    public final FreeHEPLookup getLookup() {
        return lookup;
    }

    public EventSender getEventSender() {
        return sender;
    }

    /** Add a menu by the host's rules. */
    protected void addMenu(javax.swing.JMenuItem item, long location) {
        throw new UnsupportedOperationException();
    }
}
