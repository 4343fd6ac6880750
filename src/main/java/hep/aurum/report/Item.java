package hep.aurum.report;

/** Stand for one thing on a page. */
public sealed interface Item permits FigureItem, TableItem, FactsItem, Listing, Citations {}
