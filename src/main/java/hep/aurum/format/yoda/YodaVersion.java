package hep.aurum.format.yoda;

/** Choose the version of the blocks to write. */
public enum YodaVersion {
    /** Version 2, which YODA from 1.7 on and YODA 2 read: totals are kept, flow bins of two variables are not. */
    V2,
    /** Version 3, of YODA 2: all flow bins and error sources are kept, totals are not. */
    V3
}
