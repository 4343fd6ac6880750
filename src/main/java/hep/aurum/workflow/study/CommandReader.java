package hep.aurum.workflow.study;

import hep.aurum.param.ParameterPoint;
import hep.aurum.param.ParameterSpace;
import hep.aurum.simulator.process.Delivery;
import hep.aurum.simulator.process.EventOpener;
import hep.aurum.simulator.process.JobSeeds;
import hep.aurum.simulator.process.ProcessCache;
import hep.aurum.simulator.process.ProcessCommand;
import hep.aurum.simulator.process.ProcessSimulator;
import hep.aurum.source.EventSources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/** Read the program that generates the events of a process. */
final class CommandReader {

    private static final long LARGEST_TEMPLATE = 4 << 20;
    private static final long MOST_JOBS = 100_000;

    private final ParameterSpace space;
    private final Function<Section, Path> resolve;
    private final Function<Section, ParameterPoint> benchmark;

    /**
     * Create a reader.
     *
     * @param resolve how the path of a file is found
     * @param benchmark how the name of a benchmark is looked up
     */
    CommandReader(ParameterSpace space, Function<Section, Path> resolve, Function<Section, ParameterPoint> benchmark) {
        this.space = space;
        this.resolve = resolve;
        this.benchmark = benchmark;
    }

    Optional<ExternalCommand> read(Section process) {
        if (!process.has("command")) {
            return Optional.empty();
        }
        Section section = process.section("command");
        ProcessCommand command = section.located(() -> command(section));
        String cache = section.text("cache", "generated");
        // Creating the simulator checks the placeholders; nothing is written.
        section.located(() ->
                ProcessSimulator.of(command, space, (EventOpener) EventSources::open, ProcessCache.at(Path.of(cache))));
        List<Double> seeds = section.numbers("seeds");
        List<ParameterPoint> points = points(section);
        int jobs = section.integer("jobs", 1);
        requireFew(section, (long) points.size() * jobs, seeds);
        return Optional.of(new ExternalCommand(
                command,
                (long) section.number("events", 0),
                points,
                jobs,
                section.integer("parallel", 1),
                section.has("seed") ? OptionalLong.of((long) section.number("seed", 0)) : OptionalLong.empty(),
                seeds.isEmpty() ? 1 : seeds.get(0).longValue(),
                seeds.isEmpty() ? JobSeeds.LARGEST_STANDARD : seeds.get(1).longValue(),
                cache));
    }

    private static void requireFew(Section section, long jobs, List<Double> seeds) {
        if (jobs > MOST_JOBS) {
            throw section.refuse(
                    "there are " + jobs + " jobs, at most " + MOST_JOBS, "jobs", "ask for more events per job");
        }
        // Half of the range at most, so that drawing different seeds takes two draws each at most.
        if (!seeds.isEmpty() && seeds.get(1) - seeds.get(0) + 1 < 2 * jobs) {
            throw section.refuse(
                    "there are too few seeds for " + jobs + " jobs: "
                            + seeds.get(0).longValue() + " to " + seeds.get(1).longValue(),
                    "seeds",
                    "write [smallest, largest], at least twice as many as jobs");
        }
    }

    private ProcessCommand command(Section section) {
        List<String> run = section.items("run").stream().map(Section::text).toList();
        requireFindable(section, run.get(0));
        ProcessCommand.Limits standard = ProcessCommand.Limits.STANDARD;
        Duration time = section.has("timeout")
                ? Duration.ofMillis(Math.round(1000 * section.number("timeout", 0)))
                : standard.time();
        return ProcessCommand.of(run, section.text("output", ""))
                .withFiles(templates(section.section("files")))
                .withInputs(inputs(section.section("inputs")))
                .withDelivery(delivery(section.text("through", "file")))
                .withEnvironment(environment(section))
                .withLimits(new ProcessCommand.Limits(
                        time, standard.grace(), section.integer("retries", 0), standard.logBytes()))
                .withVersion(section.text("version", ""));
    }

    /** A relative path would be looked for in the working folder of the job, where nobody has put a program. */
    private static void requireFindable(Section section, String program) {
        if (program.contains("/") && !program.startsWith("/") && !program.startsWith("{")) {
            throw section.refuse(
                    "the program " + program + " is a relative path, but it runs in a folder of its own",
                    "run",
                    "name it under inputs, program: " + program + ", and call \"{input.program}\"");
        }
    }

    private static Delivery delivery(String through) {
        return switch (through) {
            case "pipe" -> Delivery.PIPE;
            case "stdout" -> Delivery.STANDARD_OUTPUT;
            default -> Delivery.FILE;
        };
    }

    private Map<String, String> templates(Section section) {
        Map<String, String> templates = new LinkedHashMap<>();
        section.children().forEach((name, item) -> templates.put(name, template(item)));
        return templates;
    }

    private String template(Section item) {
        Path file = resolve.apply(item);
        try {
            if (Files.size(file) > LARGEST_TEMPLATE) {
                throw item.refuse(
                        file + " has more than " + LARGEST_TEMPLATE + " bytes", "", "name it under inputs instead");
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw item.refuse("cannot read " + file + " as UTF-8 text: " + e, "", "name it under inputs instead");
        }
    }

    private Map<String, Path> inputs(Section section) {
        Map<String, Path> inputs = new LinkedHashMap<>();
        section.children().forEach((name, item) -> inputs.put(name, resolve.apply(item)));
        return inputs;
    }

    private static ProcessCommand.Environment environment(Section section) {
        Map<String, String> set = new LinkedHashMap<>();
        section.section("environment").children().forEach((name, value) -> set.put(name, value.text()));
        List<String> allowed =
                section.items("inherit").stream().map(Section::text).toList();
        return new ProcessCommand.Environment(!section.has("inherit"), allowed, set);
    }

    private List<ParameterPoint> points(Section section) {
        if (!section.has("at")) {
            return List.of(space.standard());
        }
        List<ParameterPoint> points = section.items("at").stream()
                .map(at -> at.isText() ? benchmark.apply(at) : at.located(() -> space.point(at.point())))
                .toList();
        if (new HashSet<>(points).size() != points.size()) {
            throw section.refuse("a point is named twice", "at", "ask for more jobs per point instead");
        }
        return points;
    }
}
