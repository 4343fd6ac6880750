package org.freehep.application.mdi;

import org.freehep.application.Application;

/** Stands in for the host's type in tests, with a body. */
@SuppressWarnings("serial")
public class MDIApplication extends Application {

    private PageManager pages;

    public MDIApplication(String appName) {
        super(appName);
    }

    public void setPageManager(PageManager pages) {
        this.pages = pages;
    }

    public final PageManager getPageManager() {
        return pages;
    }
}
