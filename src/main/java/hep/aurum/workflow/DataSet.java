package hep.aurum.workflow;

import hep.aurum.param.ParameterPoint;
import hep.aurum.sample.EventSample;
import java.util.List;
import java.util.Optional;

/** Hold the observed events: rows of a sample, with the truth where they are pseudo-data. */
final class DataSet {

    private final EventSample events;
    private final int[] rows;
    private final Optional<ParameterPoint> truth;
    private final List<String> warnings;

    DataSet(EventSample events, int[] rows, Optional<ParameterPoint> truth, List<String> warnings) {
        this.events = events;
        this.rows = rows.clone();
        this.truth = truth;
        this.warnings = List.copyOf(warnings);
    }

    /** Return the sample that the rows belong to, spectators included. */
    EventSample events() {
        return events;
    }

    /** Return the observed rows; a row can occur more than once. */
    int[] rows() {
        return rows.clone();
    }

    /** Return the number of observed events. */
    int size() {
        return rows.length;
    }

    /** Return θ from which pseudo-data were drawn; empty for recorded data. */
    Optional<ParameterPoint> truth() {
        return truth;
    }

    /** Return what limits the use of these data. */
    List<String> warnings() {
        return warnings;
    }
}
