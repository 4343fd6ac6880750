package hep.aurum.bench.speed;

/** Do a piece of work over and over. */
@FunctionalInterface
interface Load {

    /** Do it once and return the number of samples that it took. */
    int run();
}
