package hep.aurum.cli;

import hep.aurum.base.Failure;
import hep.aurum.base.NotSupported;
import hep.aurum.base.Progress;
import hep.aurum.format.WorkspaceFormat;
import hep.aurum.format.WorkspaceFormats;
import hep.aurum.trust.TrustReport;
import hep.aurum.workflow.RunOptions;
import hep.aurum.workflow.TrustResult;
import hep.aurum.workflow.TrustRun;
import hep.aurum.workflow.study.HistogramStudyReader;
import hep.aurum.workflow.study.Study;
import hep.aurum.workflow.study.StudyReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Say whether a learned ratio can be trusted. */
@Command(
        name = "trust",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Say whether a learned ratio can be trusted: every check is made on it and on a twin",
            "that was broken on purpose, on events that the training did not see."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  aurum trust examples/eft-toy/study.yaml",
            "  aurum trust results/eft-toy",
            "  aurum trust results/eft-toy --output /tmp/page --what-to-change",
            "  aurum trust results/bump/model/likelihood.json",
            "  aurum trust eft-toy --exact",
            "",
            "Writes trust.html and trust.json beside the results. Exit codes: 0 proved, 1 do not use,",
            "7 no proof (a check could not tell the ratio from its broken twin)."
        })
final class TrustCommand implements Callable<Integer> {

    /** Exit code if nothing speaks against the ratio, and not enough for it. */
    static final int NO_PROOF = 7;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(
            paramLabel = "STUDY|MODEL",
            description = {
                "A study file (YAML), which is run unless its results are there;",
                "the folder of a finished run; a likelihood of events, such as RESULT/model/likelihood.json,",
                "or the folder model that has one."
            })
    private @Nullable String what;

    @Option(names = "--out", paramLabel = "DIR", description = "Results of the study; default results/NAME.")
    private @Nullable Path out;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            description = "Where trust.html and trust.json go; default the folder of the results.")
    private @Nullable Path output;

    @Mixin
    private StudyVariables variables = new StudyVariables();

    @Option(
            names = "--what-to-change",
            description = {
                "Train again with more events, wider networks, an ensemble and another seed, and",
                "say which of them moved the figures. Takes several times as long as the run."
            })
    private boolean whatToChange;

    @Option(names = "--exact", description = "STUDY is a simulator of aurum simulate, with its exact ratio.")
    private boolean exact;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Seed of the events that are drawn; default ${DEFAULT-VALUE}. The training keeps its own.")
    private long seed = 1;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Threads; default all cores. Results do not depend on it.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--json", description = "Print trust.json on standard output, nothing else.")
    private boolean json;

    @Mixin
    private final ProgressOptions progressOptions = new ProgressOptions();

    @Override
    public Integer call() {
        CommandSpec command = Objects.requireNonNull(spec);
        Arguments.seed(command, seed);
        Arguments.threads(command, threads);
        TrustResult result;
        Path folder;
        try (ProgressListener progress = progressOptions.open(json)) {
            TrustRun run = open(Objects.requireNonNull(what), progress);
            result = run.examine(seed, whatToChange);
            folder = output == null ? run.folder() : output;
        }
        result.write(folder);
        System.out.println(json ? result.json() : result.text());
        if (!json) {
            System.out.println("  page: " + folder.resolve(TrustResult.PAGE));
        }
        return exitCode(result.report().state());
    }

    private TrustRun open(String name, Progress progress) {
        if (exact) {
            return TrustRun.ofExact(name, Path.of("results", name + "-exact"), threads, progress);
        }
        Path path = Path.of(name);
        if (Files.isDirectory(path)) {
            return TrustRun.ofFolder(path, threads, progress);
        }
        if (isWorkspace(path)) {
            return TrustRun.ofLikelihood(path, threads, progress);
        }
        if (HistogramStudyReader.accepts(path, variables.values())) {
            throw new NotSupported(
                    "a study of histograms learns no ratio that could be examined",
                    name,
                    "aurum fit says how well the model describes the data");
        }
        Study study = progress.during(RunCommand.READING, () -> StudyReader.read(path, variables.values()));
        Path results = out == null ? Path.of("results", study.name()) : out;
        return TrustRun.ofStudy(study, new RunOptions(results, false, threads, progress));
    }

    /** A document that says it is HS3, or a file that can be read as a model of bins, is no study. */
    private static boolean isWorkspace(Path path) {
        try {
            WorkspaceFormat format = WorkspaceFormats.of(path);
            return format.name().equals("hs3")
                    || !format.reader().apply(path).workspace().channels().isEmpty();
        } catch (Failure unknown) {
            // Whoever reads a study says what is wrong with it.
            return false;
        }
    }

    private static int exitCode(TrustReport.State state) {
        return switch (state) {
            case PROVED -> 0;
            case POWERLESS -> NO_PROOF;
            case BROKEN -> 1;
        };
    }
}
