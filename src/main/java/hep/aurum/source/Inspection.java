package hep.aurum.source;

import hep.aurum.base.Failure;
import hep.aurum.base.Progress;
import hep.aurum.base.ReadingProgress;
import hep.aurum.event.Event;
import hep.aurum.event.EventCursor;
import hep.aurum.event.EventSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Say what a file of events holds.
 *
 * @param format format and version; {@code unknown} for a file that could not be opened
 * @param events how many events are good
 * @param weights names of the weights ({@link hep.aurum.event.EventHeader#weightNames})
 * @param sumOfWeights sum over the good events by name, the nominal weight first under the empty name
 * @param crossSectionPb in pb, before any selection; empty where the file does not tell
 * @param crossSectionErrorPb its error in pb; empty where the file does not tell
 * @param problems what is wrong or odd, in sentences; empty for a sound file
 * @param failure what made the file unreadable, whole or from some event on
 */
public record Inspection(
        String format,
        long events,
        List<String> weights,
        Map<String, Double> sumOfWeights,
        OptionalDouble crossSectionPb,
        OptionalDouble crossSectionErrorPb,
        List<String> problems,
        @Nullable Failure failure) {

    /** Copy the collections. */
    public Inspection {
        weights = List.copyOf(weights);
        sumOfWeights = Collections.unmodifiableMap(new LinkedHashMap<>(sumOfWeights));
        problems = List.copyOf(problems);
    }

    /**
     * Read a file from beginning to end.
     *
     * <p>A file that breaks off or is malformed does not throw: the reason is among the problems and in
     * {@link #failure()}, and the counts are those of the good events before it.
     */
    public static Inspection of(Path file) {
        EventSource source;
        try {
            source = EventSources.open(file);
        } catch (Failure e) {
            return unreadable("unknown", e);
        }
        return of(source);
    }

    /** Return what there is to say of a file that could not be opened. */
    public static Inspection unreadable(String format, Failure failure) {
        return new Inspection(
                format,
                0,
                List.of(),
                Map.of("", 0.0),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                List.of(sentence(failure)),
                failure);
    }

    /** Read events from the first to the last, in the same way. */
    public static Inspection of(EventSource source) {
        return of(source, Progress.NONE);
    }

    /** Read events from the first to the last, in the same way, and tell how far it has come. */
    public static Inspection of(EventSource source, Progress progress) {
        SampleCheck check = SampleCheck.of(source.header());
        Failure failure = null;
        try (EventCursor events = source.open()) {
            ReadingProgress reading = ReadingProgress.of(
                    progress, "reading " + source.header().origin(), "events", Long.MAX_VALUE, events::fraction);
            for (Event event = events.next(); event != null; event = events.next()) {
                check.add(event);
                reading.add();
            }
            reading.finish();
        } catch (Failure e) {
            failure = e;
        }
        return summary(source, check, failure);
    }

    private static Inspection summary(EventSource source, SampleCheck check, @Nullable Failure failure) {
        List<String> problems = new ArrayList<>();
        if (failure != null) {
            problems.add(sentence(failure));
        }
        if (failure == null || check.events() > 0) {
            problems.addAll(check.contradictions());
        }
        problems.addAll(check.remarks());
        Map<String, Double> sums = new LinkedHashMap<>();
        check.sums().forEach((name, weight) -> sums.put(name, weight.sum()));
        return new Inspection(
                source.header().format(),
                check.events(),
                source.header().weightNames(),
                sums,
                check.crossSectionPb(),
                check.crossSectionErrorPb(),
                problems,
                failure);
    }

    private static String sentence(Failure failure) {
        return failure.what();
    }

    /** Return whether the file could be read to its end. */
    public boolean isComplete() {
        return failure == null;
    }

    /**
     * Stop at a file that could not be read to its end.
     *
     * @return this inspection
     * @throws Failure the reason
     */
    public Inspection requireComplete() {
        if (failure != null) {
            throw failure;
        }
        return this;
    }

    /**
     * Return the inspection as the object that {@code aurum inspect --json} prints: {@code format}, {@code events},
     * {@code weights}, {@code sum_of_weights}, {@code cross_section_pb} (null where unknown), {@code problems}.
     */
    public Map<String, @Nullable Object> toMap() {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("format", format);
        map.put("events", events);
        map.put("weights", weights);
        map.put("sum_of_weights", sumOfWeights);
        map.put("cross_section_pb", crossSectionPb.isPresent() ? crossSectionPb.getAsDouble() : null);
        map.put("problems", problems);
        return map;
    }
}
