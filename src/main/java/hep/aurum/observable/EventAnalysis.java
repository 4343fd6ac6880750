package hep.aurum.observable;

import hep.aurum.base.Check;
import hep.aurum.event.Event;
import hep.aurum.math.random.RandomStreams;
import hep.aurum.observable.collection.RowReader;
import hep.aurum.observable.detector.Detector;
import hep.aurum.observable.detector.RowResponse;
import hep.aurum.observable.expression.Frame;
import hep.aurum.observable.object.ParticleClasses;
import hep.aurum.observable.object.Reconstruction;
import org.jspecify.annotations.Nullable;

/**
 * Lead an event through detector, selection and observables. Immutable and safe for any number of threads.
 *
 * <p>Give every sample its own streams, {@code RandomStreams.of(seed).part("sample " + name)}, so that events of equal
 * number in two files are smeared independently.
 */
public final class EventAnalysis {

    private final Detector detector;
    private final Selection selection;
    private final ObservableSet observables;
    private final RandomStreams streams;
    private final @Nullable RowReader rows;
    private final @Nullable RowResponse response;

    private EventAnalysis(
            Detector detector,
            Selection selection,
            ObservableSet observables,
            RandomStreams streams,
            @Nullable RowReader rows,
            @Nullable RowResponse response) {
        this.detector = detector;
        this.selection = selection;
        this.observables = observables;
        this.streams = streams;
        this.rows = rows;
        this.response = response;
    }

    /** Return the analysis of one sample. */
    public static EventAnalysis of(
            Detector detector, Selection selection, ObservableSet observables, RandomStreams streams) {
        return new EventAnalysis(detector, selection, observables, streams, null, null);
    }

    /**
     * Return the analysis of rows of a table, which a detector has seen already: no response is applied to them.
     *
     * @param selection and
     * @param observables of the scope of the table
     * @param rows reads what they need
     */
    public static EventAnalysis ofRows(Selection selection, ObservableSet observables, RowReader rows) {
        return new EventAnalysis(
                Detector.ideal(ParticleClasses.standard()), selection, observables, RandomStreams.of(0), rows, null);
    }

    /** Return this analysis of rows with a response to them: the table is of particle level. */
    public EventAnalysis withResponse(RowResponse response, RandomStreams others) {
        return new EventAnalysis(detector, selection, observables, others, rows, response);
    }

    /** Return this analysis with the random numbers of another sample. */
    public EventAnalysis withStreams(RandomStreams others) {
        return new EventAnalysis(detector, selection, observables, others, rows, response);
    }

    /** Return the reader of rows; null if the events are generated. */
    public @Nullable RowReader rows() {
        return rows;
    }

    /** Return the detector. */
    public Detector detector() {
        return detector;
    }

    /** Return the selection. */
    public Selection selection() {
        return selection;
    }

    /** Return the observables. */
    public ObservableSet observables() {
        return observables;
    }

    /**
     * Evaluate one event.
     *
     * @param event the generated event, or the row
     * @param eventId what tells it from every other event of the sample, usually its number; below \(2^{42}\)
     * @param copy which of the independent detector responses to it, from 0; below \(2^{20}\)
     * @param out the observables {@code [d]}; written only if the event is selected
     * @return whether the event is selected
     * @throws hep.aurum.base.BadInput if an object that is needed is missing, or a value is not finite
     */
    public boolean evaluate(Event event, long eventId, int copy, double[] out) {
        return evaluate(event, eventId, copy, out, null);
    }

    /** Evaluate one event as {@link #evaluate(Event, long, int, double[])} does and count it with its nominal weight. */
    public boolean evaluate(Event event, long eventId, int copy, double[] out, @Nullable CutFlow flow) {
        Check.length("the array of observables", out.length, observables.size());
        Frame frame = Frame.of(reconstruct(event, eventId, copy));
        int passed = selection.passed(frame);
        if (flow != null) {
            flow.add(passed, event.weight());
        }
        if (passed < selection.size()) {
            return false;
        }
        observables.evaluate(frame, out);
        return true;
    }

    private Reconstruction reconstruct(Event event, long eventId, int copy) {
        if (rows == null) {
            return detector.reconstruct(event, streams, eventId, copy);
        }
        Reconstruction row = rows.reconstruct(event);
        return response == null ? row : response.see(row, streams, eventId, copy);
    }
}
