package hep.aurum.script;

import hep.aurum.base.NotSupported;
import hep.aurum.event.Event;
import hep.aurum.event.EventCursor;
import hep.aurum.hist.Axis;
import hep.aurum.hist.Histogram1D;
import hep.aurum.workflow.LearnedObservable;
import hep.aurum.workflow.LearnedStudy;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Hold \(\log\hat r(x|\theta_0,\theta_1)\) between two points: the observable that separates them best. */
public final class LogRatio {

    private static final double FB_PER_PB = 1000;

    private final LearnedObservable learned;
    private final @Nullable LearnedStudy study;

    LogRatio(LearnedObservable learned, @Nullable LearnedStudy study) {
        this.learned = learned;
        this.study = study;
    }

    /**
     * Return the value of one event.
     *
     * @param x the observables, by name or in the order of the model
     */
    public double of(Object x) {
        return learned.logRatio(Values.features(learned.featureNames(), x));
    }

    /** Return the values of the selected events of a file, in order; no detector is applied to them. */
    public double[] ofFile(Object file) {
        LearnedObservable.Reader reader = learned.open(Values.path(file));
        double[] values = new double[1024];
        int n = 0;
        try (EventCursor events = reader.source().open()) {
            for (Event event = events.next(); event != null; event = events.next()) {
                var value = reader.logRatio(event);
                if (value.isPresent()) {
                    values = n < values.length ? values : Arrays.copyOf(values, 2 * n);
                    values[n++] = value.getAsDouble();
                }
            }
        }
        return Arrays.copyOf(values, n);
    }

    /**
     * Return the histogram that is expected under a hypothesis, from the events that took no part in the training.
     *
     * @param title the title
     * @param theta the hypothesis
     * @param luminosity in fb⁻¹
     * @param bins number of bins
     * @param low lower edge
     * @param high upper edge
     */
    public H1D histogram(String title, Map<?, ?> theta, Number luminosity, int bins, Number low, Number high) {
        if (study == null) {
            throw new NotSupported(
                    "cannot histogram what a hypothesis expects: the model was read from a folder, without its events",
                    "",
                    "train it in this script, or fill a histogram with ofFile(\"events.lhe\")");
        }
        Histogram1D.Builder histogram = Histogram1D.builder(
                title, Axis.uniform("log r", "", bins, Values.number("low", low), Values.number("high", high)));
        double scale = FB_PER_PB * Values.number("the luminosity", luminosity);
        study.heldOut(
                Values.point(learned.space(), theta),
                (x, weight) -> histogram.fill(learned.logRatio(x), scale * weight));
        return H1D.of(histogram.build());
    }

    @Override
    public String toString() {
        return "log r(x | " + learned.numerator() + ", " + learned.denominator() + ")";
    }
}
