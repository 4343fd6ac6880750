/**
 * Run an event generator or a detector simulation as a program of its own, and hand out the events that it makes at θ.
 *
 * <p>A {@link hep.aurum.simulator.process.ProcessCommand} is a list of arguments and cards with placeholders; a
 * {@link hep.aurum.simulator.process.ProcessJob} is one point θ, a seed and a number of events. A
 * {@link hep.aurum.simulator.process.ProcessSimulator} runs the program for a job: into a file that a
 * {@link hep.aurum.simulator.process.ProcessCache} keeps, complete or not at all, or through a named pipe or standard
 * output, so that the events are never on disk. A {@link hep.aurum.simulator.process.ProcessPool} runs several jobs at a
 * time and gives their files in the order of the jobs.
 *
 * <pre>{@code
 * ProcessCommand command = ProcessCommand.of(
 *                 List.of("main132", "-c", "{work}/run.cmnd", "-o", "{output}"), "events.hepmc3")
 *         .withFiles(Map.of("run.cmnd", "Random:setSeed = on\nRandom:seed = {seed}\nMain:numberOfEvents = {events}\n"))
 *         .withTimeLimit(Duration.ofHours(1));
 * ProcessSimulator pythia =
 *         ProcessSimulator.of(command, space, EventSources::open, ProcessCache.at(Path.of("generated")));
 * List<ProcessOutput> files = ProcessPool.of(pythia, 2).run(jobs, Progress.NONE);
 * }</pre>
 *
 * <p>No shell is involved unless the command names one. Finished jobs survive a kill of this program, and are not run
 * again: their key is the SHA-256 of everything that is known to decide on the events.
 *
 * <p>This room opens no file formats: whoever creates a simulator passes the {@link hep.aurum.simulator.process.EventOpener}.
 */
@NullMarked
package hep.aurum.simulator.process;

import org.jspecify.annotations.NullMarked;
