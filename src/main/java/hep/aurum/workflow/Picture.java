package hep.aurum.workflow;

import hep.aurum.plot.Figure;

/**
 * Hold a figure of a study before it is written.
 *
 * @param name names its files
 * @param caption what to look at, for the page
 * @param figure what is drawn
 */
record Picture(String name, String caption, Figure figure) {}
