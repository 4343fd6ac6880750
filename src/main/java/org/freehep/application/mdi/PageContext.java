package org.freehep.application.mdi;

import java.awt.Component;
import javax.swing.Icon;

/** A page of the window. */
public class PageContext {

    /** Made by the page manager. */
    PageContext(Component component, String title, Icon icon, String type) {}

    /** Return what the page shows. */
    public Component getPage() {
        throw new UnsupportedOperationException();
    }

    /** Return the title of the page. */
    public String getTitle() {
        throw new UnsupportedOperationException();
    }

    /** Change the title of the page. */
    public void setTitle(String title) {
        throw new UnsupportedOperationException();
    }

    /** Bring the page to the front. */
    public void requestShow() {
        throw new UnsupportedOperationException();
    }

    /** Close the page. */
    public void close() {
        throw new UnsupportedOperationException();
    }
}
