package hep.aurum.workflow;

import hep.aurum.base.BadInput;
import hep.aurum.base.Names;
import hep.aurum.base.NotSupported;
import hep.aurum.base.Progress;
import hep.aurum.estimator.RatioEstimator;
import hep.aurum.format.WorkspaceFormats;
import hep.aurum.format.hs3.JointFile;
import hep.aurum.likelihood.StatisticalModel;
import hep.aurum.likelihood.joint.JointWorkspace;
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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    private static final String LIKELIHOOD = "likelihood.json";
    private static final String RESULT = "result.json";
    private static final long MAX_BYTES = 1L << 28;
    private static final int EXACT_EVENTS = 200;

    private final String name;
    private final List<Subject> subjects;
    private final Map<String, String> notes;
    private final String title;
    private final Path folder;
    private final int threads;
    private final Progress progress;

    private TrustRun(Subject subject, String title, Path folder, int threads, Progress progress) {
        this(subject.name(), List.of(subject), Map.of(), title, folder, threads, progress);
    }

    private TrustRun(
            String name,
            List<Subject> subjects,
            Map<String, String> notes,
            String title,
            Path folder,
            int threads,
            Progress progress) {
        this.name = name;
        this.subjects = List.copyOf(subjects);
        this.notes = notes;
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
     * Take a finished run, or the likelihood that it left in its folder {@code model}.
     *
     * @param named the output folder, or the folder {@code model} in it; where that has no likelihood, the run is meant
     * @throws BadInput if it is neither, or the files that it was made of are not where it found them
     */
    public static TrustRun ofFolder(Path named, int threads, Progress progress) {
        Path likelihood = named.resolve(LIKELIHOOD);
        if (Files.isRegularFile(likelihood) && JointFile.isJoint(likelihood)) {
            return ofLikelihood(likelihood, threads, progress);
        }
        Path folder = named;
        Path parent = named.toAbsolutePath().normalize().getParent();
        if (Files.isRegularFile(named.resolve(StoredModel.DOCUMENT)) && parent != null) {
            folder = parent;
        }
        return of(recorded(folder), folder, threads, progress);
    }

    /**
     * Take a document of one likelihood: the mixture of each of its channels of events, with the simulated events that it carries.
     *
     * @throws BadInput if it cannot be read
     * @throws NotSupported if it has no channel of events, or one that carries no events
     */
    public static TrustRun ofLikelihood(Path file, int threads, Progress progress) {
        if (!WorkspaceFormats.of(file).name().equals("hs3") || !JointFile.isJoint(file)) {
            throw new NotSupported(
                    "a likelihood of bins alone has no learned ratio that could be examined",
                    file.toString(),
                    "aurum fit says how well the model describes the data");
        }
        JointWorkspace joint = progress.during("reading the likelihood", () -> JointFile.read(file));
        StatisticalModel model = joint.model();
        List<Subject> subjects = new ArrayList<>();
        Map<String, String> notes = new LinkedHashMap<>();
        for (JointWorkspace.Part part : joint.parts()) {
            JointSubject one = JointSubject.of(joint, model, part);
            subjects.add(one.subject());
            notes.put("Channel “" + part.channel().name() + "”", one.note());
        }
        notes.put(
                "Labels and training",
                "The document does not carry them: labels are not audited and nothing is trained again."
                        + " The folder of the run or its study file has both.");
        Path folder = Objects.requireNonNullElse(file.toAbsolutePath().getParent(), file);
        return new TrustRun(
                joint.measurement(),
                subjects,
                notes,
                "The likelihood in " + file.getFileName(),
                folder,
                threads,
                progress);
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
                        "name the study file, with --out " + folder + ", or a likelihood, such as "
                                + folder.resolve(JointOutcome.FILE));
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
     * @throws NotSupported if that is asked of a likelihood, which does not carry its training
     */
    public TrustResult examine(long seed, boolean whatToChange) {
        if (whatToChange && !notes.isEmpty()) {
            throw new NotSupported(
                    "a likelihood does not carry what it was trained with",
                    title,
                    "leave out --what-to-change, or name the study file or the folder of the run");
        }
        RandomStreams streams = RandomStreams.of(seed).part("trust");
        TrustReport report = TrustReport.of(name, subjects, TrustChecks.all(), streams, threads, progress);
        Optional<WhatToChange> changes = whatToChange
                ? WhatToChange.of(subjects.get(0), TrustChecks.keyFigures(), streams.part("changes"), threads, progress)
                : Optional.empty();
        int experiment = subjects.stream().mapToInt(Subject::experiment).min().orElseThrow();
        return new TrustResult(title, seed, experiment, report, changes, notes);
    }
}
