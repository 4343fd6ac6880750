package org.freehep.application.studio;

import javax.swing.JMenuItem;

/** A plugin of the host; subclasses have a public constructor without parameters. */
public abstract class Plugin {

    /** Begin; other plugins and their services may not be there. */
    protected void init() throws Throwable {
        throw new UnsupportedOperationException();
    }

    /** Go on once every plugin has begun; the window is not there. */
    protected void postInit() {
        throw new UnsupportedOperationException();
    }

    /** Go on once the window is there; on the event thread. */
    protected void applicationVisible() {
        throw new UnsupportedOperationException();
    }

    /** Return whether {@link #shutdown} may be called; false unless overridden. */
    public boolean canBeShutDown() {
        throw new UnsupportedOperationException();
    }

    /** End. */
    protected void shutdown() {
        throw new UnsupportedOperationException();
    }

    /** Return the host. */
    public Studio getApplication() {
        throw new UnsupportedOperationException();
    }

    /** Add a menu; groups of three digits of the location are the path, an occupied place throws. */
    protected void addMenu(JMenuItem item, long location) {
        throw new UnsupportedOperationException();
    }
}
