package hep.aurum.hist;

import hep.aurum.base.Check;

/**
 * Hold a weighted count without bins.
 *
 * @param title what is counted
 * @param entries number of fills, with fractions of fills that were shared
 * @param sumW \(\sum w\)
 * @param sumW2 \(\sum w^2\)
 */
public record Counter(String title, double entries, double sumW, double sumW2) implements Content {

    /** Check that the sums are finite and possible. */
    public Counter {
        Check.finite("the sum of weights", sumW);
        Check.argument(entries >= 0 && Double.isFinite(entries), "a counter has %s entries, expected >= 0", entries);
        Check.argument(sumW2 >= 0 && Double.isFinite(sumW2), "the sum of squared weights is %s, expected >= 0", sumW2);
    }

    /** Return \(\sqrt{\sum w^2}\). */
    public double error() {
        return Math.sqrt(sumW2);
    }

    /** Return \((\sum w)^2/\sum w^2\), 0 for no entries. */
    public double effectiveEntries() {
        return BinSums.effective(sumW, sumW2);
    }

    /** Add another count. */
    public Counter plus(Counter other) {
        return new Counter(title, entries + other.entries, sumW + other.sumW, sumW2 + other.sumW2);
    }
}
