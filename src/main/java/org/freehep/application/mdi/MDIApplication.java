package org.freehep.application.mdi;

import org.freehep.application.Application;

/** A program whose window holds pages. */
@SuppressWarnings("serial")
public class MDIApplication extends Application {

    /** Make a program of that name. */
    public MDIApplication(String appName) {
        super(appName);
    }

    /** Return the keeper of the pages. */
    public final PageManager getPageManager() {
        throw new UnsupportedOperationException();
    }
}
