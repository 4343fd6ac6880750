package hep.aurum.source;

import hep.aurum.base.BadInput;
import hep.aurum.event.Event;
import hep.aurum.event.EventDetails;
import hep.aurum.event.EventHeader;
import hep.aurum.event.WeightMeaning;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Add up the weights of a sample in one pass and compare them with what its header promises.
 *
 * <pre>{@code
 * SampleCheck check = SampleCheck.of(source.header());
 * for (Event event = events.next(); event != null; event = events.next()) {
 *     check.add(event);
 * }
 * check.requireConsistent();
 * }</pre>
 *
 * <p>The nominal weights must give the header's cross-section σ: their mean or their sum (see {@link WeightMeaning})
 * within
 *
 * <p>\[ |\bar w - \sigma| \le 2\cdot10^{-4}\,|\sigma| + 5\sqrt{s^2 + \delta^2} + 10\,w_\mathrm{max}/n , \]
 *
 * <p>where σ is that of the last event that states one (see {@link EventDetails}), else the header's; and where the first
 * term stands for the digits of the file; \(s\) is the standard error of the mean and \(\delta\) the
 * header's error on σ, both 0 for equal weights, which a generator scales to σ itself; and the last term, for weights that
 * may change sign, is what up to five of n events of the other sign would do that a short file happens to lack. Unit
 * weights say nothing of σ.
 */
public final class SampleCheck {

    private static final double DIGITS = 2e-4;
    private static final double SIGMAS = 5;
    private static final double UNSEEN = 10;

    private final EventHeader header;
    private final WeightSums nominal = new WeightSums();
    private final List<WeightSums> named = new ArrayList<>();
    private double lastPb = Double.NaN;
    private double lastErrorPb = Double.NaN;

    private SampleCheck(EventHeader header) {
        this.header = header;
        header.weightNames().forEach(name -> named.add(new WeightSums()));
    }

    /** Start a check with no events. */
    public static SampleCheck of(EventHeader header) {
        return new SampleCheck(header);
    }

    /** Add one event of the sample. */
    public void add(Event event) {
        nominal.add(event.weight());
        for (int i = 0; i < named.size(); i++) {
            named.get(i).add(event.weight(i));
        }
        EventDetails details = event.details();
        if (!Double.isNaN(details.crossSectionPb())) {
            lastPb = details.crossSectionPb();
            lastErrorPb = details.crossSectionErrorPb();
        }
    }

    /** Return the number of events so far. */
    public long events() {
        return nominal.count();
    }

    /** Return the sums of the nominal weight. */
    public WeightSums nominal() {
        return nominal;
    }

    /** Return the sums of all weights by name in the order of the header, the nominal one first under the empty name. */
    public Map<String, WeightSums> sums() {
        Map<String, WeightSums> sums = new LinkedHashMap<>();
        sums.put("", nominal);
        for (int i = 0; i < named.size(); i++) {
            sums.put(header.weightNames().get(i), named.get(i));
        }
        return Collections.unmodifiableMap(sums);
    }

    /** Return the cross-section in pb that the nominal weights give; empty for unit weights and for no events. */
    public OptionalDouble crossSectionFromWeightsPb() {
        return header.meaning() == WeightMeaning.UNIT_WEIGHTS || events() == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(nominal.mean() * scale());
    }

    /** Return the Monte Carlo error of {@link #crossSectionFromWeightsPb()} in pb; empty for fewer than two events. */
    public OptionalDouble crossSectionErrorFromWeightsPb() {
        return header.meaning() == WeightMeaning.UNIT_WEIGHTS || events() < 2
                ? OptionalDouble.empty()
                : OptionalDouble.of(nominal.meanError() * scale());
    }

    /**
     * Return the cross-section in pb: that of the last event that states one, for generators come to know it better and
     * better; else the header's, else the weights'; empty if none gives one.
     */
    public OptionalDouble crossSectionPb() {
        OptionalDouble stated = statedPb();
        return stated.isPresent() ? stated : crossSectionFromWeightsPb();
    }

    /** Return the error in pb of the cross-section that the events or the header state; empty if they state none. */
    public OptionalDouble crossSectionErrorPb() {
        return Double.isNaN(lastPb) ? header.crossSectionErrorPb() : optional(lastErrorPb);
    }

    private OptionalDouble statedPb() {
        return Double.isNaN(lastPb) ? header.crossSectionPb() : optional(lastPb);
    }

    private static OptionalDouble optional(double value) {
        return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    private double scale() {
        return header.meaning() == WeightMeaning.SUM_IS_CROSS_SECTION ? events() : 1;
    }

    /**
     * Return every way in which the weights contradict the header, in sentences; a study must not go on with any.
     */
    public List<String> contradictions() {
        List<String> found = new ArrayList<>();
        if (events() == 0) {
            found.add("the file has no events");
            return found;
        }
        for (Map.Entry<String, WeightSums> entry : sums().entrySet()) {
            if (entry.getValue().greatestMagnitude() == 0) {
                String weight = entry.getKey().isEmpty() ? "the nominal weight" : "weight \"" + entry.getKey() + "\"";
                found.add(weight + " is 0 in every event");
            }
        }
        OptionalDouble stated = statedPb();
        if (stated.isPresent() && header.meaning() != WeightMeaning.UNIT_WEIGHTS) {
            compare(stated.getAsDouble(), found);
        }
        return found;
    }

    private void compare(double stated, List<String> found) {
        double value = nominal.mean() * scale();
        double tolerance = tolerancePb(stated);
        if (Math.abs(value - stated) <= tolerance) {
            return;
        }
        boolean sum = header.meaning() == WeightMeaning.SUM_IS_CROSS_SECTION;
        String sentence = String.format(
                Locale.ROOT,
                "the %s of the nominal weights is %.7g pb, expected the cross-section %.7g pb of the header within %.2g pb",
                sum ? "sum" : "mean",
                value,
                stated,
                tolerance);
        double other = sum ? nominal.mean() : nominal.sum();
        boolean swapped = Math.abs(other - stated) <= tolerance;
        found.add(sentence + (swapped ? " (it is their " + (sum ? "mean" : "sum") + ")" : ""));
    }

    /** Return how far the weights may be from a stated cross-section, in pb (see the class). */
    double tolerancePb(double stated) {
        double tolerance = DIGITS * Math.abs(stated);
        double error = nominal.meanError() * scale();
        if (error > 0 && events() > 1) {
            tolerance += SIGMAS * StrictMath.hypot(error, crossSectionErrorPb().orElse(0));
        }
        return tolerance + UNSEEN * nominal.greatestMagnitude() * scale() / events();
    }

    /** Return what is odd about the sample but does not forbid its use, in sentences; the header's problems first. */
    public List<String> remarks() {
        List<String> remarks = new ArrayList<>(header.problems());
        OptionalDouble stated = statedPb();
        double error = crossSectionErrorPb().orElse(0);
        if (stated.isPresent() && error >= Math.abs(stated.getAsDouble())) {
            remarks.add(String.format(
                    Locale.ROOT,
                    "the %s a cross-section of %.6g ± %.6g pb, which looks like a placeholder",
                    Double.isNaN(lastPb) ? "header states" : "events state",
                    stated.getAsDouble(),
                    error));
        }
        if (stated.isEmpty() && header.meaning() == WeightMeaning.UNIT_WEIGHTS) {
            remarks.add("neither the header nor the weights give a cross-section");
        }
        return remarks;
    }

    /**
     * Stop a study whose sample contradicts itself.
     *
     * @throws BadInput with the first of {@link #contradictions()}
     */
    public void requireConsistent() {
        List<String> found = contradictions();
        if (!found.isEmpty()) {
            throw new BadInput(
                    header.origin() + " contradicts itself: " + found.get(0),
                    events() + " events, " + header.format() + ", " + header.meaning(),
                    "check event_norm and IDWTUP, and that the file was not cut, merged or rescaled by hand");
        }
    }
}
