package hep.aurum.hist;

/** Mark what a file of histograms may hold; {@link AnalysisObject} adds the path. */
public sealed interface Content permits Binned, Counter, Cloud, Points, Estimate, NamedColumns, Unread {

    /** Return the title, as a figure would print it; may be empty. */
    String title();
}
