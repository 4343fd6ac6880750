package hep.aurum.planted.util;

/** Lives in a package whose name says nothing. */
public final class Drawer {}
