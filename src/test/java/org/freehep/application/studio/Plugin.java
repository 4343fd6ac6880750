package org.freehep.application.studio;

import javax.swing.JMenuItem;

/** Stands in for the host's type in tests, with a body. */
public abstract class Plugin {

    private Studio application;

    protected void init() throws Throwable {}

    protected void postInit() {}

    protected void applicationVisible() {}

    public boolean canBeShutDown() {
        return false;
    }

    protected void shutdown() {}

    public Studio getApplication() {
        return application;
    }

    protected void addMenu(JMenuItem item, long location) {
        application.addMenu(item, location);
    }

    void setApplication(Studio application) {
        this.application = application;
    }
}
