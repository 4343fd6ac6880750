package org.freehep.jas.services;

/** Makes plots and the pages that hold them. */
public interface PlotFactory {

    /** Return a plotter for data of a class, or null. */
    Plotter createPlotterFor(Class<?> dataType);

    /** Return whether data of a class can be plotted. */
    boolean canCreatePlotterFor(Class<?> dataType);

    /** Make a page, which is not shown yet. */
    PlotPage createPage(String name);

    /** Return the page in front, or null. */
    PlotPage currentPage();
}
