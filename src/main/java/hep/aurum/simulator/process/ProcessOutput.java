package hep.aurum.simulator.process;

import java.nio.file.Path;
import java.util.List;

/**
 * Name the file that a job has left in the cache.
 *
 * @param job the job
 * @param file the events; the folder {@code record} beside it holds {@code job.txt}, which says what made them, the
 *     cards, and the end of what the program printed
 * @param bytes its size
 * @param sha256 its checksum, in hexadecimal
 * @param isFromCache whether it was there before
 * @param remarks what a person should know, such as that a damaged file was made again
 */
public record ProcessOutput(
        ProcessJob job, Path file, long bytes, String sha256, boolean isFromCache, List<String> remarks) {

    /** Copy the list. */
    public ProcessOutput {
        remarks = List.copyOf(remarks);
    }
}
