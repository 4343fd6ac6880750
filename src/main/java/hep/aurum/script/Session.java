package hep.aurum.script;

import hep.aurum.base.Names;
import hep.aurum.base.NotFound;
import hep.aurum.base.Progress;
import hep.aurum.base.Version;
import hep.aurum.format.histogram.HistogramFiles;
import hep.aurum.hist.AnalysisObject;
import hep.aurum.hist.Histogram1D;
import hep.aurum.plot.Figure;
import hep.aurum.plot.FigureWriter;
import hep.aurum.sample.AuditReport;
import hep.aurum.source.convert.Conversion;
import hep.aurum.source.convert.ConversionResult;
import hep.aurum.workflow.HistogramRun;
import hep.aurum.workflow.RunOptions;
import hep.aurum.workflow.SimulatorRun;
import hep.aurum.workflow.StudyRun;
import hep.aurum.workflow.TemplateTest;
import hep.aurum.workflow.study.HistogramStudyReader;
import hep.aurum.workflow.study.SimulatorStudyReader;
import hep.aurum.workflow.study.StudyReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Offer the verbs to a script that calls them on the object {@code aurum}, with settings of its own: who hears of the progress, how
 * many threads, whether results are replaced.
 *
 * <p>{@link Aurum} has the same verbs for the usual settings. A session does not change; {@code with…} makes another.
 */
public final class Session {

    private final Progress progress;
    private final int threads;
    private final boolean replacing;
    private final Map<String, String> variables;

    private Session(Progress progress, int threads, boolean replacing, Map<String, String> variables) {
        this.progress = progress;
        this.threads = threads;
        this.replacing = replacing;
        this.variables = Map.copyOf(variables);
    }

    /** Return the usual session: all cores, no word of progress, results of others are never replaced. */
    static Session usual() {
        return new Session(Progress.NONE, Runtime.getRuntime().availableProcessors(), false, Map.of());
    }

    /** Tell a listener how far a task has come. */
    public Session withProgress(Progress listener) {
        return new Session(listener, threads, replacing, variables);
    }

    /** Use this many threads; no number depends on it. */
    public Session withThreads(int count) {
        if (count < 1) {
            throw Values.refuse("the number of threads", "at least 1", count);
        }
        return new Session(progress, count, replacing, variables);
    }

    /** Replace the results of another study in a folder, where they would be refused otherwise. */
    public Session withReplacing(boolean yes) {
        return new Session(progress, threads, yes, variables);
    }

    /** Give the variables of study files other values, as {@code aurum run -D} does. */
    public Session withVariables(Map<?, ?> values) {
        Map<String, String> all = new LinkedHashMap<>(variables);
        values.forEach((name, value) -> all.put(String.valueOf(name), String.valueOf(Values.plain(value))));
        return new Session(progress, threads, replacing, all);
    }

    Progress progress() {
        return progress;
    }

    int threads() {
        return threads;
    }

    RunOptions options(Path folder) {
        return new RunOptions(folder, replacing, threads, progress);
    }

    /** Where {@code aurum run} writes as well. */
    Path results(String name) {
        return Path.of("results", name);
    }

    /** See {@link Aurum#events}. */
    public Events events(Object file) {
        return Events.of(this, file);
    }

    /** See {@link Aurum#run(Object)}. */
    public Result run(Object study) {
        return run(study, null);
    }

    /** See {@link Aurum#run(Object, Object)}. */
    public Result run(Object study, @Nullable Object folder) {
        Path file = Values.path(study);
        if (HistogramStudyReader.accepts(file, variables)) {
            var histograms = HistogramStudyReader.read(file, variables);
            Path out = folder == null ? results(histograms.name()) : Values.path(folder);
            HistogramRun run = HistogramRun.of(histograms, options(out));
            run.execute();
            return Result.of(out, run.summaryText(), run.resultText());
        }
        if (SimulatorStudyReader.accepts(file, variables)) {
            var simulated = SimulatorStudyReader.read(file, variables);
            Path out = folder == null ? results(simulated.name()) : Values.path(folder);
            SimulatorRun run = SimulatorRun.of(simulated, options(out));
            run.execute();
            return Result.of(out, run.summaryText(), run.resultText());
        }
        var read = StudyReader.read(file, variables);
        StudyRun run = StudyRun.of(read, options(folder == null ? results(read.name()) : Values.path(folder)));
        run.execute();
        return Result.of(run.folder(), run.summaryText(), run.resultText());
    }

    /** See {@link Aurum#audit}. */
    public String audit(Object study) {
        Map<String, AuditReport> reports = StudyRun.audit(StudyReader.read(Values.path(study), variables), progress);
        reports.values().forEach(AuditReport::require);
        return AuditText.of(reports);
    }

    /** See {@link Aurum#model}. */
    public Model model(Object folder) {
        return Model.read(this, folder);
    }

    /** See {@link Aurum#workspace}. */
    public ModelTest workspace(Object file) {
        return ModelTest.read(Values.path(file));
    }

    /** See {@link Aurum#test(Object, Object, Object)}. */
    public ModelTest test(Object signal, Object backgrounds, @Nullable Object data) {
        return test(signal, backgrounds, data, Map.of());
    }

    /** See {@link Aurum#test(Object, Object, Object, Map)}. */
    public ModelTest test(Object signal, Object backgrounds, @Nullable Object data, Map<?, ?> rateUncertainties) {
        List<Histogram1D> under = new ArrayList<>();
        Values.items(backgrounds).forEach(background -> under.add(ScriptObjects.histogram("a background", background)));
        TemplateTest test = TemplateTest.of(ScriptObjects.histogram("the signal", signal), under);
        if (data != null) {
            test = test.withData(ScriptObjects.histogram("the data", data));
        }
        for (Map.Entry<String, Double> rate :
                Values.numbers("the rate uncertainties", rateUncertainties).entrySet()) {
            test = test.withRateUncertainty(rate.getKey(), rate.getValue());
        }
        return ModelTest.of(test.workspace());
    }

    /** See {@link Aurum#read(Object)}. */
    public Map<String, Object> read(Object file) {
        Map<String, Object> byPath = new LinkedHashMap<>();
        HistogramFiles.read(Values.path(file))
                .forEach(object -> byPath.put(object.path(), ScriptObjects.of(object.content())));
        return byPath;
    }

    /** See {@link Aurum#read(Object, String)}. */
    public Object read(Object file, String path) {
        Map<String, Object> all = read(file);
        return Optional.ofNullable(all.get(path))
                .or(() -> Optional.ofNullable(all.get("/" + path)))
                .orElseThrow(() -> new NotFound(
                        "no object of " + file + " is named \"" + path + "\"", "", Names.suggest(path, all.keySet())));
    }

    /** See {@link Aurum#write}. */
    public List<String> write(Object file, Object objects) {
        List<AnalysisObject> named = new ArrayList<>();
        if (objects instanceof Map<?, ?> map) {
            map.forEach((path, object) -> named.add(ScriptObjects.named(String.valueOf(path), object)));
        } else {
            Values.items(objects).forEach(object -> named.add(ScriptObjects.titled(object)));
        }
        return HistogramFiles.write(Values.output(file), named);
    }

    /** See {@link Aurum#plot}. */
    public void plot(Object objects, Object file) {
        Path path = Values.output(file);
        if (objects instanceof Figure figure) {
            FigureWriter.write(figure, path);
        } else {
            HPlot plot = new HPlot();
            Values.items(objects).forEach(object -> plot.draw(Objects.requireNonNull(object, "nothing to draw")));
            FigureWriter.write(plot.figure(), path);
        }
    }

    /** See {@link Aurum#inspect}. */
    public Map<String, @Nullable Object> inspect(Object file) {
        return FileFacts.of(Values.path(file), progress);
    }

    /** See {@link Aurum#convert}. */
    public List<String> convert(Object in, Object out) {
        ConversionResult result =
                Conversion.of(Values.path(in), Values.output(out)).run(progress);
        return result.losses();
    }

    /** See {@link Aurum#version}. */
    public String version() {
        return Version.number();
    }

    /** See {@link Aurum#hello}. */
    public String hello() {
        return "Aurum " + version() + " on Java " + Runtime.version() + "; aurum.help() lists the verbs";
    }

    /** See {@link Aurum#help}. */
    public String help() {
        return HelpText.VERBS;
    }

    @Override
    public String toString() {
        return hello();
    }
}
