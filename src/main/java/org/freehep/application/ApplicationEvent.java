package org.freehep.application;

import java.util.EventObject;

/** What happened to the program. */
@SuppressWarnings("serial")
public class ApplicationEvent extends EventObject {

    /** Made by the host. */
    ApplicationEvent(Application application, int id) {
        super(application);
    }

    /** Return which event it is. */
    public int getID() {
        throw new UnsupportedOperationException();
    }
}
