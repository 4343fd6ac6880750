package org.freehep.jas.services;

/** A part of a page of plots. */
public interface PlotRegion {

    /** Put a plot here. */
    void showPlot(Plotter plotter);

    /** Take the plot away. */
    void clear();

    /** Return the plot here, or null. */
    Plotter currentPlot();
}
