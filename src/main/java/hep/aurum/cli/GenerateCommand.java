package hep.aurum.cli;

import hep.aurum.param.ParameterPoint;
import hep.aurum.param.ParameterSpace;
import hep.aurum.simulator.process.JobState;
import hep.aurum.workflow.ExternalSamples;
import hep.aurum.workflow.study.Study;
import hep.aurum.workflow.study.StudyReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Run the generators that a study names, and nothing else. */
@Command(
        name = "generate",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Run the event generators that a study names, and show which jobs are done.",
            "A run that was stopped goes on where it was; finished jobs are not run again."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  aurum generate study.yaml", "  aurum generate study.yaml --status"})
final class GenerateCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "STUDY", description = "The study file (YAML).")
    private @Nullable Path study;

    @Mixin
    private StudyVariables variables = new StudyVariables();

    @Option(names = "--status", description = "Run nothing; only show how far the jobs are.")
    private boolean status;

    @Option(names = "--seed", paramLabel = "N", description = "Seed in place of the study's.")
    private @Nullable Long seed;

    @Mixin
    private final ProgressOptions progressOptions = new ProgressOptions();

    @Override
    public Integer call() {
        CommandSpec command = Objects.requireNonNull(spec);
        Path file = Objects.requireNonNull(study);
        OptionalLong wanted = seed == null ? OptionalLong.empty() : OptionalLong.of(Arguments.seed(command, seed));
        try (ProgressListener progress = progressOptions.open(false)) {
            Study read = progress.during(RunCommand.READING, () -> StudyReader.read(file, variables.values()));
            generate(wanted.isPresent() ? read.withSeed(wanted.getAsLong()) : read, progress);
        }
        return 0;
    }

    private void generate(Study chosen, ProgressListener progress) {
        ExternalSamples samples = ExternalSamples.of(chosen);
        List<String> remarks = List.of();
        try {
            remarks = status ? remarks : samples.generate(progress);
        } finally {
            progress.clear();
            // After a failure too: which jobs are done is what its reader asks next.
            print(chosen.parameters(), samples.samples());
        }
        remarks.forEach(remark -> System.out.println("remark: " + remark));
    }

    private static void print(ParameterSpace space, List<ExternalSamples.Sample> samples) {
        if (samples.isEmpty()) {
            System.out.println("no process of this study names a command");
            return;
        }
        for (ExternalSamples.Sample sample : samples) {
            System.out.printf(
                    Locale.ROOT,
                    "%-7s  %s  %s  seed %d, %d events  %s%n",
                    sample.state().name().toLowerCase(Locale.ROOT),
                    sample.process(),
                    point(space, sample.job().theta()),
                    sample.job().seed(),
                    sample.job().events(),
                    sample.file());
        }
        long done = samples.stream().filter(s -> s.state() == JobState.DONE).count();
        System.out.println(done + " of " + samples.size() + " jobs are done");
    }

    private static String point(ParameterSpace space, ParameterPoint theta) {
        return IntStream.range(0, space.size())
                .mapToObj(i -> space.get(i).name() + "=" + theta.get(i))
                .collect(Collectors.joining(" "));
    }
}
