package hep.aurum.workflow;

import hep.aurum.base.BadInput;
import hep.aurum.base.Check;
import hep.aurum.estimator.MixtureRatio;
import hep.aurum.event.Event;
import hep.aurum.event.EventSource;
import hep.aurum.observable.EventAnalysis;
import hep.aurum.param.ParameterPoint;
import hep.aurum.param.ParameterSpace;
import hep.aurum.workflow.study.DataFile;
import hep.aurum.workflow.study.Study;
import hep.aurum.workflow.study.StudyReader;
import hep.aurum.workflow.study.TableSpec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import tools.jackson.core.JacksonException;

/**
 * Evaluate what a finished study has learned on any event: \(\log\hat r(x|\theta_0,\theta_1)\) with the observables and the
 * selection of the study.
 *
 * <p>The hypotheses are those of the study's test of a rate, \(\mu=1\) against \(\mu=0\), or else the point of its
 * pseudo-data against the standard point, until {@link #between} says others. No detector is applied: the events are taken
 * as they are, as recorded ones would be.
 *
 * <pre>{@code
 * LearnedObservable learned = LearnedObservable.read(Path.of("results/vbf"));
 * LearnedObservable.Reader reader = learned.open(Path.of("events.lhe.gz"));
 * try (EventCursor events = reader.source().open()) {
 *     for (Event event = events.next(); event != null; event = events.next()) {
 *         reader.logRatio(event).ifPresent(histogram::fill);
 *     }
 * }
 * }</pre>
 */
public final class LearnedObservable {

    static final String STUDY = "study.json";
    private static final String RESULT = "result.json";
    private static final long MAX_BYTES = 1L << 28;

    private final Study study;
    private final MixtureRatio ratio;
    private final ParameterPoint theta0;
    private final ParameterPoint theta1;

    private LearnedObservable(Study study, MixtureRatio ratio, ParameterPoint theta0, ParameterPoint theta1) {
        this.study = study;
        this.ratio = ratio;
        this.theta0 = theta0;
        this.theta1 = theta1;
    }

    /**
     * Read what a run left, or {@link LearnedStudy#save}.
     *
     * @param results its output folder, with {@code model/} and {@code result.json}, or {@code study.json} where no test was
     *     made
     * @throws BadInput if a file is missing, was changed, or is not what the run wrote
     */
    public static LearnedObservable read(Path results) {
        Path saved = results.resolve(STUDY);
        Path document = Files.isRegularFile(saved) ? saved : results.resolve(RESULT);
        Study study = StudyReader.ofConfiguration(document, configuration(document));
        MixtureRatio ratio = StoredModel.read(results.resolve("model"));
        return of(study, ratio);
    }

    /** Evaluate what was learned of a study. */
    static LearnedObservable of(Study study, MixtureRatio ratio) {
        ParameterPoint theta0 =
                study.discovery().map(test -> withRate(test, 1)).orElseGet(() -> StudyHistograms.alternative(study));
        ParameterPoint theta1 = study.discovery()
                .map(test -> withRate(test, 0))
                .orElseGet(() -> study.parameters().standard());
        return new LearnedObservable(study, ratio, theta0, theta1);
    }

    private static String configuration(Path document) {
        try {
            if (!Files.isRegularFile(document)) {
                throw new BadInput(
                        "there is no " + document, "", "name the output folder of a run of a study that finished");
            }
            if (Files.size(document) > MAX_BYTES) {
                throw new BadInput(document + " has more than " + MAX_BYTES + " bytes", "", "run the study again");
            }
            String text = Files.readString(document, StandardCharsets.UTF_8);
            return document.endsWith(STUDY)
                    ? text
                    : JsonText.of(JsonText.parse(text).path("configuration"));
        } catch (IOException | JacksonException e) {
            throw new BadInput("cannot read " + document, String.valueOf(e.getMessage()), "run the study again");
        }
    }

    private static ParameterPoint withRate(Study.Discovery test, double rate) {
        double[] theta = test.at().toArray();
        theta[test.poi()] = rate;
        return ParameterPoint.of(theta);
    }

    /**
     * Return the ratio between two other points.
     *
     * @throws IllegalArgumentException if a point has another number of parameters than the model
     */
    public LearnedObservable between(ParameterPoint numerator, ParameterPoint denominator) {
        Check.length("parameters of the numerator", numerator.size(), space().size());
        Check.length("parameters of the denominator", denominator.size(), space().size());
        return new LearnedObservable(study, ratio, numerator, denominator);
    }

    /** Return the name of the study. */
    public String name() {
        return study.name();
    }

    /** Return the ratio to its reference, for every point. */
    public MixtureRatio ratio() {
        return ratio;
    }

    /** Return the parameters. */
    public ParameterSpace space() {
        return ratio.space();
    }

    /** Return the observables that the ratio looks at, in the order of x. */
    public List<String> featureNames() {
        return ratio.featureNames();
    }

    /** Return \(\theta_0\). */
    public ParameterPoint numerator() {
        return theta0;
    }

    /** Return \(\theta_1\). */
    public ParameterPoint denominator() {
        return theta1;
    }

    /**
     * Return \(\log\hat r(x|\theta_0,\theta_1)\).
     *
     * @param x the observables {@code [d]}
     */
    public double logRatio(double[] x) {
        return ratio.logRatio(x, theta0.toArray()) - ratio.logRatio(x, theta1.toArray());
    }

    /**
     * Prepare to evaluate the events of a file, of any format that is read.
     *
     * @throws BadInput if the file lacks what the observables need
     */
    public Reader open(Path file) {
        return new Reader(OpenedFile.ofData(study, new DataFile(file, TableSpec.USUAL)));
    }

    /** Evaluate the events of one file; a reader belongs to one thread. */
    public final class Reader {

        private final EventSource source;
        private final EventAnalysis analysis;
        private final double[] values;

        private Reader(OpenedFile file) {
            this.source = file.source();
            this.analysis = file.analysis();
            this.values = new double[analysis.observables().size()];
        }

        /** Return the events. */
        public EventSource source() {
            return source;
        }

        /** Return \(\log\hat r\) of an event of this file; empty if it is not selected. */
        public OptionalDouble logRatio(Event event) {
            if (!analysis.evaluate(event, event.number(), 0, values)) {
                return OptionalDouble.empty();
            }
            // Spectators stand behind the features.
            return OptionalDouble.of(LearnedObservable.this.logRatio(
                    Arrays.copyOf(values, featureNames().size())));
        }
    }
}
