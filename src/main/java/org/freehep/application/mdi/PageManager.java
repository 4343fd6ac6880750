package org.freehep.application.mdi;

import java.awt.Component;
import javax.swing.Icon;

/** Keeps the pages of one area of the window. */
public abstract class PageManager {

    /** Add a page and show it; {@code icon} may be null. */
    public PageContext openPage(Component page, String title, Icon icon) {
        throw new UnsupportedOperationException();
    }

    /** Return how many pages there are. */
    public int getPageCount() {
        throw new UnsupportedOperationException();
    }

    /** Return the page in front, or null. */
    public PageContext getSelectedPage() {
        throw new UnsupportedOperationException();
    }
}
