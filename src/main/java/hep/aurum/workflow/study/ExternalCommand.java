package hep.aurum.workflow.study;

import hep.aurum.param.ParameterPoint;
import hep.aurum.simulator.process.ProcessCommand;
import java.util.List;
import java.util.OptionalLong;

/**
 * Describe the program that generates a process's events.
 *
 * @param command how it is called
 * @param events how many events a job asks for
 * @param at the points, all different
 * @param jobs how many jobs there are per point
 * @param parallel how many jobs run at a time
 * @param seed the seed in place of the study's
 * @param minSeed smallest seed of a job
 * @param maxSeed largest seed of a job
 * @param cache folder of the generated events, relative to that of the study file
 */
public record ExternalCommand(
        ProcessCommand command,
        long events,
        List<ParameterPoint> at,
        int jobs,
        int parallel,
        OptionalLong seed,
        long minSeed,
        long maxSeed,
        String cache) {

    /** Copy the list. */
    public ExternalCommand {
        at = List.copyOf(at);
    }
}
