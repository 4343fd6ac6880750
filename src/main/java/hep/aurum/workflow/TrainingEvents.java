package hep.aurum.workflow;

import hep.aurum.param.Parameter;
import hep.aurum.param.ParameterPoint;
import hep.aurum.sample.CrossSection;
import hep.aurum.sample.EventSample;
import java.util.ArrayList;
import java.util.List;

/**
 * Add events that only train to those that tests rest on.
 *
 * <p>Each process keeps the cross-section of the events that tests rest on, so that a simulation that is a little different
 * teaches shapes, and no rates. The two kinds share a process by their numbers of rows.
 */
final class TrainingEvents {

    private final EventSample own;
    private final EventSample more;

    private TrainingEvents(EventSample own, EventSample more) {
        this.own = own;
        this.more = more;
    }

    /**
     * Return both.
     *
     * @param own events of all processes
     * @param more further events of some of them
     */
    static EventSample joined(EventSample own, EventSample more) {
        return new TrainingEvents(own, more).join();
    }

    private EventSample join() {
        List<EventSample> parts = new ArrayList<>();
        for (int p = 0; p < own.processes().size(); p++) {
            int q = more.processes().indexOf(own.processes().get(p));
            int[] rows = own.rowsOf(p);
            int[] further = q < 0 ? new int[0] : more.rowsOf(q);
            double share = (double) rows.length / (rows.length + further.length);
            parts.add(own.subset(rows, share));
            if (further.length > 0) {
                parts.add(more.subset(further, (1 - share) * ratio(p, q)));
            }
        }
        return EventSample.join(parts);
    }

    /** The ratio of cross-sections at the standard point; at the upper ends of the ranges where that has none. */
    private double ratio(int ofOwn, int ofMore) {
        ParameterPoint standard = own.space().standard();
        ParameterPoint upper = ParameterPoint.of(
                own.space().parameters().stream().mapToDouble(Parameter::max).toArray());
        CrossSection wanted = CrossSection.ofProcess(own, ofOwn);
        ParameterPoint at = wanted.value(standard) > 0 ? standard : upper;
        return wanted.value(at) / CrossSection.ofProcess(more, ofMore).value(at);
    }
}
