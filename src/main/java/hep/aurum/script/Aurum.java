package hep.aurum.script;

import hep.aurum.base.Progress;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Speak the verbs of an analysis: the same lines in Java, JShell, Groovy, Jython and BeanShell.
 *
 * <pre>{@code
 * Model model = Aurum.events("signal.lhe.gz")
 *     .benchmark("sm", Map.of("c", 0)).benchmark("plus", Map.of("c", 1)).benchmark("minus", Map.of("c", -1))
 *     .generatedAt("sm")
 *     .observables(Map.of("pt_l", "pt(lepton[1])", "m_ll", "mass(lepton[1] + lepton[2])"))
 *     .select("count(lepton) >= 2")
 *     .labels(Map.of("c", List.of(-1, 1)))
 *     .train("rascal");
 * Result result = model.test(Map.of("c", 0.5), 300);
 * }</pre>
 *
 * <p>The chain puts together a study and takes the steps of {@code aurum run}: the equivalent study file gives the same numbers, bit
 * for bit. Arguments are paths, numbers, lists and maps of any language. In a script the object {@code aurum} has the same verbs; it
 * is a {@link Session}, which has settings as well.
 *
 * <p>Whatever goes wrong is a {@link hep.aurum.base.Failure}: a sentence, where, and what to do.
 */
public final class Aurum {

    private Aurum() {}

    /** Return the object that scripts call {@code aurum}. */
    public static Session session() {
        return Session.usual();
    }

    /** Return the verbs with a listener that is told how far a task has come. */
    public static Session withProgress(Progress listener) {
        return session().withProgress(listener);
    }

    /**
     * Begin with simulated events of the signal.
     *
     * @param file LHE, HepMC, ROOT, HDF5, Parquet, CSV …, recognised by its content
     */
    public static Events events(Object file) {
        return session().events(file);
    }

    /** Run a study file, of events or of histograms, and write to {@code results/NAME}. */
    public static Result run(Object study) {
        return session().run(study);
    }

    /**
     * Run a study file, of events or of histograms. What was run to its end before, with the same events, seed and version, is not
     * run again.
     *
     * @param study the path of the study file
     * @param folder where the results go
     */
    public static Result run(Object study, @Nullable Object folder) {
        return session().run(study, folder);
    }

    /**
     * Read the events of a study file and audit their labels.
     *
     * @return the checks, a line each
     * @throws hep.aurum.base.Refused if one fails
     */
    public static String audit(Object study) {
        return session().audit(study);
    }

    /** Read a model: the results of a study, or what {@link Model#save} wrote. */
    public static Model model(Object folder) {
        return session().model(folder);
    }

    /** Read a binned model: JSON of pyhf, HS3, HistFactory XML or a card of Combine. */
    public static ModelTest workspace(Object file) {
        return session().workspace(file);
    }

    /**
     * Test a signal over backgrounds with one histogram of expected events each.
     *
     * @param signal its histogram at strength 1
     * @param backgrounds one histogram or a list of them, with different titles
     * @param data observed events; nothing for what is expected at strength 1
     */
    public static ModelTest test(Object signal, Object backgrounds, @Nullable Object data) {
        return session().test(signal, backgrounds, data);
    }

    /**
     * Test a signal over backgrounds whose rates are uncertain.
     *
     * @param rateUncertainties relative uncertainties by title, such as {@code {"top": 0.1}}
     */
    public static ModelTest test(
            Object signal, Object backgrounds, @Nullable Object data, Map<?, ?> rateUncertainties) {
        return session().test(signal, backgrounds, data, rateUncertainties);
    }

    /** Read all objects of a file of histograms, by path, each an {@link H1D} or the like: AIDA, YODA, ROOT, JSON, CSV. */
    public static Map<String, Object> read(Object file) {
        return session().read(file);
    }

    /** Read one object of a file of histograms. */
    public static Object read(Object file, String path) {
        return session().read(file, path);
    }

    /**
     * Write histograms in the format that the ending says: .aida, .yoda, .json, .csv.
     *
     * @param objects one, a list, or a map from paths
     * @return what the format does not keep, a sentence each
     */
    public static List<String> write(Object file, Object objects) {
        return session().write(file, objects);
    }

    /**
     * Draw objects in one frame.
     *
     * @param objects what {@link HPlot#draw} takes, one or a list, or a figure
     * @param file ends in .pdf, .svg or .png
     */
    public static void plot(Object objects, Object file) {
        session().plot(objects, file);
    }

    /** Say what a file holds: events, weights, cross-section, trees, histograms, units, problems. */
    public static Map<String, @Nullable Object> inspect(Object file) {
        return session().inspect(file);
    }

    /**
     * Write events or a table in the format that the ending says.
     *
     * @return what the format does not keep, a sentence each
     */
    public static List<String> convert(Object in, Object out) {
        return session().convert(in, out);
    }

    /** Return the version. */
    public static String version() {
        return session().version();
    }

    /** Say that Aurum is there, and its version. */
    public static String hello() {
        return session().hello();
    }

    /** List the verbs. */
    public static String help() {
        return session().help();
    }
}
