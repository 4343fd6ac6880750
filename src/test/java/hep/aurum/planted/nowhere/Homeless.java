package hep.aurum.planted.nowhere;

/** Lives in a package without a line in the table and without a package-info. */
public final class Homeless {}
