package hep.aurum.cli;

import hep.aurum.base.Pace;
import hep.aurum.base.Progress;
import hep.aurum.base.ProgressRecord;
import java.util.OptionalDouble;
import java.util.function.LongSupplier;

/** Hold what is known of one task while it runs. */
final class RunningTask {

    /** Sums of tenths of a second are not quite whole seconds. */
    static final double ROUNDING = 1e-6;

    private final String name;
    private final Pace pace;
    private double fraction = Double.NaN;
    private boolean counted;
    private long done;
    private long total;
    private String unit = "";
    private int reports;
    private double shown = Double.NEGATIVE_INFINITY;

    RunningTask(String name, LongSupplier nanos) {
        this.name = name;
        this.pace = new Pace(nanos);
    }

    void take(double newFraction) {
        reports++;
        fraction = Math.min(1.0, Math.max(0.0, newFraction));
        // A count that ends with a bare "finished" keeps its rate.
        if (!counted) {
            pace.take(fraction);
        }
    }

    void take(long newDone, long newTotal, String newUnit) {
        reports++;
        counted = true;
        done = newDone;
        total = newTotal;
        unit = newUnit;
        fraction = Progress.fraction(newDone, newTotal);
        pace.take(newDone);
    }

    /** Return whether this is nothing but a message: it was finished when it was first heard of. */
    boolean isMessage() {
        return reports == 1 && isFinished();
    }

    String name() {
        return name;
    }

    /** Return the part that is done, or NaN. */
    double fraction() {
        return fraction;
    }

    boolean isFinished() {
        return fraction >= 1.0;
    }

    boolean isCounted() {
        return counted;
    }

    long done() {
        return done;
    }

    String unit() {
        return unit;
    }

    double seconds() {
        return pace.seconds();
    }

    /** Return how many a second, of what is counted. */
    OptionalDouble rate() {
        return counted ? pace.rate() : OptionalDouble.empty();
    }

    double meanRate() {
        return pace.meanRate();
    }

    /** Return the seconds that are left. */
    OptionalDouble remaining() {
        return pace.remaining(!counted ? 1.0 : total > 0 ? total : Double.NaN);
    }

    /** Return whether a time has passed since this was last shown, and take note that it is shown now. */
    boolean isDue(double now, double interval) {
        boolean due = now - shown >= interval - ROUNDING;
        shown = due ? now : shown;
        return due;
    }

    ProgressRecord snapshot() {
        // A count that ends with a bare "finished" is complete, however much of it was heard of.
        return counted && (done > 0 || !isFinished())
                ? ProgressRecord.of(name, done, isFinished() ? done : total, unit, seconds())
                : ProgressRecord.of(name, fraction, seconds());
    }
}
