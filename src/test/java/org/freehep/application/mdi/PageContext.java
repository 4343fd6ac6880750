package org.freehep.application.mdi;

import java.awt.Component;

/** Stands in for the host's type in tests, with a body. */
public class PageContext {

    private final Component page;
    private String title;
    private boolean closed;
    private int shows;

    public PageContext(Component page, String title) {
        this.page = page;
        this.title = title;
    }

    public Component getPage() {
        return page;
    }

    public String getTitle() {
        return title;
    }

    public void setTitle(String title) {
        this.title = title;
    }

    public void requestShow() {
        shows++;
    }

    public void close() {
        closed = true;
    }

    public boolean isClosed() {
        return closed;
    }

    /** Return how often somebody asked to bring the page to the front. */
    public int shows() {
        return shows;
    }
}
