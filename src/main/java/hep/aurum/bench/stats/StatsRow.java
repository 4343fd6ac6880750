package hep.aurum.bench.stats;

/**
 * Hold the speed of the engine on one workspace; NaN where the peer has no number.
 *
 * @param workspace its name
 * @param parameters number of parameters
 * @param bins number of bins
 * @param fit seconds of a fit with covariance, one thread
 * @param hypotest seconds of an asymptotic test of μ = 1, one thread
 * @param toy seconds of a toy with two fits, one thread
 * @param toyOnTwo seconds between toys on two threads, by the clock
 * @param fitRatio the peer's seconds over ours
 * @param hypotestRatio the peer's seconds over ours
 * @param toyRatio our toys a second on two threads over the peer's
 */
public record StatsRow(
        String workspace,
        int parameters,
        int bins,
        Time fit,
        Time hypotest,
        Time toy,
        Time toyOnTwo,
        double fitRatio,
        double hypotestRatio,
        double toyRatio) {

    /**
     * Hold repeated measurements of one work.
     *
     * @param median seconds by the clock
     * @param spread slowest less fastest repeat, over the median
     * @param cpu median of the processor's seconds, of all threads together
     * @param share of the time by the clock in which the processor ran a thread of this work: well below 1 where other work
     *     shares the machine
     */
    public record Time(double median, double spread, double cpu, double share) {}

    /** Return the smallest share of the processor among the works. */
    public double share() {
        return Math.min(Math.min(fit.share(), hypotest.share()), Math.min(toy.share(), toyOnTwo.share()));
    }
}
