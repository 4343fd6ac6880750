package hep.aurum.workflow;

import hep.aurum.base.BadInput;
import hep.aurum.base.Progress;
import hep.aurum.math.random.RandomStreams;
import hep.aurum.param.ParameterPoint;
import hep.aurum.simulator.process.EventOpener;
import hep.aurum.simulator.process.JobSeeds;
import hep.aurum.simulator.process.JobState;
import hep.aurum.simulator.process.ProcessCache;
import hep.aurum.simulator.process.ProcessJob;
import hep.aurum.simulator.process.ProcessOutput;
import hep.aurum.simulator.process.ProcessPool;
import hep.aurum.simulator.process.ProcessSimulator;
import hep.aurum.source.EventSources;
import hep.aurum.workflow.study.ExternalCommand;
import hep.aurum.workflow.study.Study;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Generate the events of the processes that name a program, as ordinary event files.
 *
 * <p>The files are kept beside the study; what is there is not generated again. Every job has a seed of its own, which
 * depends on the study's seed (or the command's), the process, the point and the number of the job.
 */
public final class ExternalSamples {

    private final Study study;
    private final Map<String, Generation> generations = new LinkedHashMap<>();

    /** The program of a process and its jobs. */
    private record Generation(ExternalCommand command, ProcessSimulator simulator, List<ProcessJob> jobs) {}

    /**
     * Describe one job of a study.
     *
     * @param process name of its process
     * @param job point, seed and number of events
     * @param state how far it is
     * @param file where its events are, or will be
     */
    public record Sample(String process, ProcessJob job, JobState state, Path file) {}

    private ExternalSamples(Study study) {
        this.study = study;
        study.processes()
                .forEach(process -> process.command()
                        .ifPresent(command -> generations.put(process.name(), generation(process.name(), command))));
    }

    /** Look at the programs of a study; nothing is run. */
    public static ExternalSamples of(Study study) {
        return new ExternalSamples(study);
    }

    private Generation generation(String process, ExternalCommand command) {
        Path folder = study.file().toAbsolutePath().getParent();
        Path cache = (folder == null ? Path.of("") : folder).resolve(command.cache());
        ProcessSimulator simulator = ProcessSimulator.of(
                command.command(), study.parameters(), (EventOpener) EventSources::open, ProcessCache.at(cache));
        RandomStreams streams = RandomStreams.of(command.seed().orElse(study.seed()))
                .part("generation")
                .part(process);
        JobSeeds seeds = JobSeeds.of(streams, command.minSeed(), command.maxSeed());
        List<ProcessJob> jobs = new ArrayList<>();
        for (ParameterPoint point : command.at()) {
            for (int i = 0; i < command.jobs(); i++) {
                jobs.add(new ProcessJob(point, seeds.next(point, i), command.events()));
            }
        }
        return new Generation(command, simulator, jobs);
    }

    /** Return all jobs as the cache shows them now. */
    public List<Sample> samples() {
        List<Sample> samples = new ArrayList<>();
        generations.forEach((process, generation) -> {
            for (ProcessJob job : generation.jobs()) {
                ProcessSimulator simulator = generation.simulator();
                samples.add(new Sample(process, job, simulator.state(job), simulator.file(job)));
            }
        });
        return samples;
    }

    /**
     * Run the jobs that are not done.
     *
     * @return what a person should know: attempts that failed before one succeeded, damaged files that were made again
     * @throws BadInput if a program fails; the jobs that are done are kept
     */
    public List<String> generate(Progress progress) {
        List<String> remarks = new ArrayList<>();
        generations
                .values()
                .forEach(generation -> run(generation, progress).forEach(output -> remarks.addAll(output.remarks())));
        return remarks;
    }

    private static List<ProcessOutput> run(Generation generation, Progress progress) {
        return ProcessPool.of(generation.simulator(), generation.command().parallel())
                .run(generation.jobs(), progress);
    }

    /**
     * Generate the events of a study that is about to be read.
     *
     * @return the study with the files of its programs
     */
    Study resolve(Progress progress) {
        study.processes().stream().filter(p -> p.command().isPresent()).forEach(this::requireComparable);
        return study.withProcesses(study.processes().stream()
                .map(process -> resolve(process, progress))
                .toList());
    }

    private Study.Process resolve(Study.Process process, Progress progress) {
        Generation generation = generations.get(process.name());
        if (generation == null) {
            return process;
        }
        return process.withFiles(run(generation, progress).stream()
                .map(output -> new Study.EventFile(output.file(), output.job().theta(), OptionalLong.empty()))
                .toList());
    }

    /** Without weights, samples at several points would be taken for samples of one law. */
    private void requireComparable(Study.Process process) {
        long points = process.command().map(command -> command.at().size()).orElse(0);
        if (points > 1 && process.benchmarks().isEmpty()) {
            throw new BadInput(
                    "process " + process.name() + " is generated at " + points + " points but has no benchmarks",
                    study.file() + ", key processes." + process.name() + ".command.at",
                    "let the generator write weights and declare them as benchmarks, or generate at one point;"
                            + " aurum generate makes the files for other uses");
        }
    }
}
