package hep.aurum.trust;

/** Break posteriors on purpose. */
final class PosteriorTwins {

    /** The width that a broken posterior has, in units of its own. */
    static final double WIDTH = 0.7;

    private PosteriorTwins() {}

    /** Return the subject with posteriors of 0.7 times their width. */
    static Twin narrow(Subject subject) {
        return new Twin("width × 0.7", subject.withRatio(new SharpRatio(subject.ratio(), 1 / (WIDTH * WIDTH))));
    }
}
