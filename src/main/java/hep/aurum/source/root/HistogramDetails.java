package hep.aurum.source.root;

import java.util.List;

/**
 * Hold what a file says about a histogram beyond its bins.
 *
 * @param className the class in ROOT, for example {@code TH1F}
 * @param entries number of calls of Fill, or what the writer set it to
 * @param isWeighted whether the sums of squared weights were kept (Sumw2)
 * @param unknownVariances number of bins whose sum of squared weights is not a number, as RooFit writes some; the size
 *     of the height stands in for it
 * @param xLabels {@code [bins]} names of the bins in x, empty for a bin without one; an empty list if none has one
 * @param yLabels the same in y; empty in one dimension
 */
public record HistogramDetails(
        String className,
        double entries,
        boolean isWeighted,
        int unknownVariances,
        List<String> xLabels,
        List<String> yLabels) {

    /** Copy the lists. */
    public HistogramDetails {
        xLabels = List.copyOf(xLabels);
        yLabels = List.copyOf(yLabels);
    }
}
