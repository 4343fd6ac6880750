package org.freehep.application;

import java.util.EventObject;

/** Stands in for the host's type in tests, with a body. */
@SuppressWarnings("serial")
public class ApplicationEvent extends EventObject {

    private final int id;

    public ApplicationEvent(Application application, int id) {
        super(application);
        this.id = id;
    }

    public int getID() {
        return id;
    }
}
