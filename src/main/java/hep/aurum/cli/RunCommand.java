package hep.aurum.cli;

import hep.aurum.base.Progress;
import hep.aurum.nn.Backend;
import hep.aurum.workflow.HistogramRun;
import hep.aurum.workflow.RunOptions;
import hep.aurum.workflow.SimulatorRun;
import hep.aurum.workflow.StudyRun;
import hep.aurum.workflow.study.HistogramStudy;
import hep.aurum.workflow.study.HistogramStudyReader;
import hep.aurum.workflow.study.SimulatorStudy;
import hep.aurum.workflow.study.SimulatorStudyReader;
import hep.aurum.workflow.study.Study;
import hep.aurum.workflow.study.StudyReader;
import java.nio.file.Path;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Run a study from events to results. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Run a study: read the events, audit the labels, train the ratio, test the hypotheses.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  aurum run examples/vbf-higgs/study.yaml",
            "  aurum run study.yaml --out results/seed7 --seed 7 --threads 2",
            "  aurum run examples/higgs-to-four-leptons/study.yaml -D folder=DATA",
            "  aurum run study.yaml --json > result.json"
        })
final class RunCommand implements Callable<Integer> {

    /** What is shown while a study file is read. */
    static final String READING = "reading the study";

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "STUDY", description = "The study file (YAML).")
    private @Nullable Path study;

    @Option(names = "--out", paramLabel = "DIR", description = "Output folder; default results/NAME.")
    private @Nullable Path out;

    @Mixin
    private StudyVariables variables = new StudyVariables();

    @Option(names = "--force", description = "Replace the results of another study or of an earlier run.")
    private boolean force;

    @Option(names = "--seed", paramLabel = "N", description = "Seed in place of the study's.")
    private @Nullable Long seed;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Threads; default all cores. Results do not depend on it.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--backend",
            paramLabel = "NAME",
            description = {
                "Train the networks on fused or nd4j in place of the",
                "study's choice. Results agree to rounding only."
            })
    private @Nullable String backend;

    @Option(names = "--json", description = "Print result.json on standard output, nothing else.")
    private boolean json;

    @Mixin
    private final ProgressOptions progressOptions = new ProgressOptions();

    @Override
    public Integer call() {
        CommandSpec command = Objects.requireNonNull(spec);
        OptionalLong wanted = seed == null ? OptionalLong.empty() : OptionalLong.of(Arguments.seed(command, seed));
        int checkedThreads = Arguments.threads(command, threads);
        String text;
        try (ProgressListener progress = progressOptions.open(json)) {
            text = run(Objects.requireNonNull(study), wanted, checkedThreads, progress);
        }
        System.out.println(text);
        return 0;
    }

    /** Return what is printed. */
    private String run(Path file, OptionalLong wanted, int checkedThreads, Progress progress) {
        if (HistogramStudyReader.accepts(file, variables.values())) {
            return runHistograms(HistogramStudyReader.read(file, variables.values()), checkedThreads, progress);
        }
        if (SimulatorStudyReader.accepts(file, variables.values())) {
            SimulatorStudy read = SimulatorStudyReader.read(file, variables.values());
            return runSimulator(
                    wanted.isPresent() ? read.withSeed(wanted.getAsLong()) : read, checkedThreads, progress);
        }
        Study read = progress.during(READING, () -> StudyReader.read(file, variables.values()));
        Study seeded = wanted.isPresent() ? read.withSeed(wanted.getAsLong()) : read;
        Study chosen = backend == null
                ? seeded
                : seeded.withBackend(Backend.named(backend).name());
        StudyRun run = StudyRun.of(chosen, options(chosen.name(), checkedThreads, progress));
        run.execute();
        return json ? run.resultText() : run.summaryText();
    }

    /** A study of histograms draws no random numbers and trains nothing: seed and backend do not matter to it. */
    private String runHistograms(HistogramStudy histograms, int checkedThreads, Progress progress) {
        HistogramRun run = HistogramRun.of(histograms, options(histograms.name(), checkedThreads, progress));
        run.execute();
        return json ? run.resultText() : run.summaryText();
    }

    private String runSimulator(SimulatorStudy study, int checkedThreads, Progress progress) {
        SimulatorStudy chosen = backend == null
                ? study
                : study.withBackend(Backend.named(backend).name());
        SimulatorRun run = SimulatorRun.of(chosen, options(chosen.name(), checkedThreads, progress));
        run.execute();
        return json ? run.resultText() : run.summaryText();
    }

    private RunOptions options(String name, int checkedThreads, Progress progress) {
        Path folder = out == null ? Path.of("results", name) : out;
        return new RunOptions(folder, force, checkedThreads, progress);
    }
}
