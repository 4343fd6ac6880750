package hep.aurum.workflow;

import hep.aurum.base.BadInput;
import hep.aurum.base.Names;
import hep.aurum.base.Progress;
import hep.aurum.estimator.RatioEstimator;
import hep.aurum.math.random.RandomStreams;
import hep.aurum.simulator.toy.Toy;
import hep.aurum.simulator.toy.ToyCatalogue;
import hep.aurum.trust.SimulatedLaws;
import hep.aurum.trust.Subject;
import hep.aurum.trust.TrustReport;
import hep.aurum.trust.WhatToChange;
import hep.aurum.workflow.study.Study;
import hep.aurum.workflow.study.StudyReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Examine the ratio of a study, of a finished run, or of a simulator whose ratio is known: what {@code aurum trust} does.
 *
 * <pre>{@code
 * TrustRun run = TrustRun.ofFolder(Path.of("results/eft-toy"), 2, Progress.NONE);
 * TrustResult result = run.examine(1, false);
 * }</pre>
 */
public final class TrustRun {

    private static final String RESULT = "result.json";
    private static final long MAX_BYTES = 1L << 28;
    private static final int EXACT_EVENTS = 200;

    private final Subject subject;
    private final String title;
    private final Path folder;
    private final int threads;
    private final Progress progress;

    private TrustRun(Subject subject, String title, Path folder, int threads, Progress progress) {
        this.subject = subject;
        this.title = title;
        this.folder = folder;
        this.threads = threads;
        this.progress = progress;
    }

    /**
     * Take a study, which is run first unless its results are there.
     *
     * @throws hep.aurum.base.Failure what running it may throw
     */
    public static TrustRun ofStudy(Study study, RunOptions options) {
        StudyRun run = StudyRun.of(study, options);
        run.execute();
        return of(study, options.folder(), options.threads(), options.progress());
    }

    /**
     * Take a finished run.
     *
     * @param named its output folder, or the folder {@code model} in it
     * @throws BadInput if it is neither, or the files that it was made of are not where it found them
     */
    public static TrustRun ofFolder(Path named, int threads, Progress progress) {
        Path folder = named;
        Path parent = named.toAbsolutePath().normalize().getParent();
        if (Files.isRegularFile(named.resolve(StoredModel.DOCUMENT)) && parent != null) {
            folder = parent;
        }
        return of(recorded(folder), folder, threads, progress);
    }

    private static TrustRun of(Study study, Path folder, int threads, Progress progress) {
        RatioEstimator ratio = StoredModel.read(folder.resolve("model"));
        Study ready = ExternalSamples.of(study).resolve(progress);
        StudySample sample = SampleReading.read(ready, progress);
        Subject subject = TrustSubject.of(ready, ratio, sample, true, threads, progress);
        return new TrustRun(subject, study.title(), folder, threads, progress);
    }

    private static Study recorded(Path folder) {
        Path file = folder.resolve(RESULT);
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > MAX_BYTES) {
                throw new BadInput(
                        "there is no " + RESULT + " of a finished run in " + folder,
                        "",
                        "name a study file, the folder of a run that finished, or its folder \"model\"");
            }
            JsonNode result = JsonText.parse(Files.readString(file, StandardCharsets.UTF_8));
            Study study = StudyReader.ofConfiguration(file, JsonText.of(result.path("configuration")));
            requireFiles(study, folder);
            return study.withSeed(result.path("seed").asLong(study.seed()));
        } catch (IOException | JacksonException e) {
            throw new BadInput("cannot read " + file + ": " + e.getMessage(), "", "run the study again");
        }
    }

    private static void requireFiles(Study study, Path folder) {
        for (Study.Process process : study.processes()) {
            if (process.simulator().isEmpty()) {
                throw new BadInput(
                        "the run in " + folder + " was made from event files, whose places only its study file knows",
                        "process " + process.name(),
                        "name the study file, with --out " + folder);
            }
        }
    }

    /**
     * Take a simulator with its exact ratio: every check should pass.
     *
     * @param name of the simulator
     * @param folder where the page goes
     */
    public static TrustRun ofExact(String name, Path folder, int threads, Progress progress) {
        if (!ToyCatalogue.names().contains(name)) {
            throw new hep.aurum.base.NotFound(
                    "no simulator with an exact ratio is named \"" + name + "\"",
                    "",
                    Names.suggest(name, ToyCatalogue.names()));
        }
        Toy toy = ToyCatalogue.create(name, Map.of());
        Subject subject = new Subject(
                name + ", exact",
                new ExactToyRatio(toy),
                new SimulatedLaws(toy, toy.reference().toArray()),
                toy.space(),
                EXACT_EVENTS,
                Map.of(),
                Optional.empty(),
                Optional.empty());
        return new TrustRun(subject, "The exact ratio of " + name, folder, threads, progress);
    }

    /** Return where the page goes unless told otherwise. */
    public Path folder() {
        return folder;
    }

    /**
     * Make all checks.
     *
     * @param seed of the events that are drawn
     * @param whatToChange whether the ratio is trained again in other ways, to see what would help
     */
    public TrustResult examine(long seed, boolean whatToChange) {
        RandomStreams streams = RandomStreams.of(seed).part("trust");
        TrustReport report = TrustReport.of(subject, TrustChecks.all(), streams, threads, progress);
        Optional<WhatToChange> changes = whatToChange
                ? WhatToChange.of(subject, TrustChecks.keyFigures(), streams.part("changes"), threads, progress)
                : Optional.empty();
        return new TrustResult(title, seed, subject.experiment(), report, changes);
    }
}
