package org.freehep.jas.services;

/** A page of plots. */
public interface PlotPage {

    /** Cut the page into a grid. */
    void createRegions(int columns, int rows);

    /** Return a part of the grid. */
    PlotRegion region(int index);

    /** Return the part that the next plot goes to. */
    PlotRegion currentRegion();

    /** Choose the part that the next plot goes to. */
    void setCurrentRegion(PlotRegion region);

    /** Return how many parts there are. */
    int numberOfRegions();

    /** Show the page. */
    void showPage();

    /** Hide the page. */
    void hidePage();
}
