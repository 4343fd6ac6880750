package hep.aurum.script;

import hep.aurum.base.BadInput;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Describe simulated events and what is asked of them, step by step; every step makes a new description. {@link #labels} reads
 * them.
 *
 * <p>The words are those of a study file, and what they put together is one: {@link #study()} shows it. Maps may come from any
 * language; they are taken in the order of their keys, since a Python {@code dict} has none.
 */
public final class Events {

    private static final String SIGNAL = "signal";
    private static final String PROCESSES = "processes";
    private static final String EVENTS = "events";

    private final Session session;
    private final Document document;

    private Events(Session session, Document document) {
        this.session = session;
        this.document = document;
    }

    static Events of(Session session, Object file) {
        Document empty = Document.EMPTY
                .with(1, "aurum")
                .with("script", "name")
                // It enters the tests alone, which say their own.
                .with(1, "luminosity");
        return new Events(session, empty).file(file);
    }

    private Events with(Document changed) {
        return new Events(session, changed);
    }

    /** Give the study a name, which is also that of its folder of results; {@code script} otherwise. */
    public Events named(String name) {
        return with(document.with(name, "name"));
    }

    /** Add another file of signal events. */
    public Events file(Object path) {
        return with(document.plus(Map.of("file", Values.path(path).toString()), PROCESSES, SIGNAL, EVENTS));
    }

    /**
     * Say at which values of the parameters a weight of the events was computed.
     *
     * @param weight the name of the weight, as {@code aurum.inspect} lists it
     * @param point the parameters, by name
     */
    public Events benchmark(String weight, Map<?, ?> point) {
        return with(document.with(
                Values.plainNumbers("the benchmark " + weight, point), PROCESSES, SIGNAL, "benchmarks", weight));
    }

    /** Say at which benchmark, or at which point, the last file was generated. */
    public Events generatedAt(Object benchmark) {
        List<@Nullable Object> files = new ArrayList<>(document.list(PROCESSES, SIGNAL, EVENTS));
        return with(document.with(changedLast(files, "generated_at", benchmark), PROCESSES, SIGNAL, EVENTS));
    }

    /** Read no more than this many events of the last file. */
    public Events maximum(Number events) {
        List<@Nullable Object> files = new ArrayList<>(document.list(PROCESSES, SIGNAL, EVENTS));
        return with(document.with(changedLast(files, "maximum", events), PROCESSES, SIGNAL, EVENTS));
    }

    private static List<@Nullable Object> changedLast(List<@Nullable Object> files, String key, Object value) {
        Map<String, @Nullable Object> last = new LinkedHashMap<>();
        if (files.get(files.size() - 1) instanceof Map<?, ?> map) {
            map.forEach((name, item) -> last.put(String.valueOf(name), item));
        }
        last.put(key, Values.plain(value));
        files.set(files.size() - 1, last);
        return files;
    }

    /** Let a parameter multiply the rate of the signal: its strength, which a discovery tests against zero. */
    public Events rate(String parameter) {
        return with(document.with(parameter, PROCESSES, SIGNAL, "rate"));
    }

    /** Add a background whose shape depends on no parameter. */
    public Events background(String name, Object file) {
        Document changed = document.with("background", PROCESSES, name, "role");
        return with(changed.plus(Map.of("file", Values.path(file).toString()), PROCESSES, name, EVENTS));
    }

    /** Add an observable that the network looks at. */
    public Events observable(String name, String expression) {
        return with(document.with(expression, "observables", name));
    }

    /** Add the observables that the network looks at, expression by name, in the order of their names. */
    public Events observables(Map<?, ?> expressions) {
        Events more = this;
        for (Map.Entry<?, ?> entry : named(expressions, Values::plain).entrySet()) {
            more = more.with(more.document.with(entry.getValue(), "observables", String.valueOf(entry.getKey())));
        }
        return more;
    }

    private static Map<String, @Nullable Object> named(Map<?, ?> map, Function<Object, @Nullable Object> value) {
        Map<String, @Nullable Object> sorted = new LinkedHashMap<>();
        if (value.apply(map) instanceof Map<?, ?> plain) {
            plain.forEach((key, item) -> sorted.put(String.valueOf(key), item));
        }
        return sorted;
    }

    /** Add a cut, such as {@code count(lepton) >= 2}; cuts apply in order. */
    public Events select(String condition) {
        return with(document.plus(condition, "selection"));
    }

    /** Seed every random number of the study; 20260 otherwise. */
    public Events seed(Number seed) {
        return with(document.with(Values.plain(seed), "seed"));
    }

    /**
     * Set any key of a study file that has no verb here.
     *
     * @param path the key, its parents before it with dots, such as {@code processes.signal.copies}
     * @param value text, number, list or map
     */
    public Events set(String path, Object value) {
        return with(document.with(Values.plain(value), path.split("\\.", -1)));
    }

    /** Return the study that has been described so far, as JSON; a file with this text runs by {@code aurum run}. */
    public String study() {
        return document.toString();
    }

    /**
     * Read the events, evaluate observables and cuts, compute the joint ratio and the joint score of every event, and audit them.
     *
     * @param ranges of each parameter the range {@code [min, max]} in which it is learned and tested, by name
     * @throws hep.aurum.base.Refused if the audit says that the labels are wrong
     */
    public Sample labels(Map<?, ?> ranges) {
        Document whole = document;
        for (Map.Entry<String, @Nullable Object> entry :
                named(ranges, Values::plain).entrySet()) {
            if (!(entry.getValue() instanceof List<?> range) || range.size() != 2) {
                throw Values.refuse("the range of " + entry.getKey(), "[min, max]", entry.getValue());
            }
            whole = whole.with(range, "parameters", entry.getKey(), "range");
            if (entry.getKey().equals(document.get(PROCESSES, SIGNAL, "rate"))) {
                whole = whole.with(1, "parameters", entry.getKey(), "standard");
            }
        }
        if (!whole.has("observables")) {
            throw new BadInput(
                    "the events have no observables", "", "declare what the network sees: observables({...})");
        }
        return Sample.read(session, whole);
    }
}
