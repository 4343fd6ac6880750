package hep.aurum.simulator.process;

import hep.aurum.base.Check;
import hep.aurum.param.ParameterPoint;

/**
 * Ask a program for one sample of events.
 *
 * @param theta the point at which they are generated
 * @param seed the program's seed, not negative
 * @param events how many, at least 1
 */
public record ProcessJob(ParameterPoint theta, long seed, long events) {

    /** Check the numbers. */
    public ProcessJob {
        Check.argument(seed >= 0, "the seed of a job is %s, expected a number that is not negative", seed);
        Check.argument(events > 0, "a job asks for %s events, expected at least 1", events);
    }
}
