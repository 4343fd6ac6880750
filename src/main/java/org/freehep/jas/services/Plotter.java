package org.freehep.jas.services;

import java.awt.Component;
import java.util.List;

/** A plot of data. */
public interface Plotter {

    /** Replace what is shown. */
    int NORMAL = 0;

    /** Draw on top of what is shown. */
    int OVERLAY = 1;

    /** Add to what is shown. */
    int ADD = 2;

    /** Stack on what is shown. */
    int STACK = 3;

    /** Draw data in one of the modes. */
    void plot(Object data, int mode);

    /** Draw data in one of the modes and a style. */
    void plot(Object data, int mode, Object style, String options);

    /** Remove data. */
    void remove(Object data);

    /** Remove all data. */
    void clear();

    /** Return the component that shows the plot. */
    Component viewable();

    /** Return the data that are shown. */
    List<Object> getData();
}
