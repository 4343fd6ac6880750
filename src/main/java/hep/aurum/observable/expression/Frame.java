package hep.aurum.observable.expression;

import hep.aurum.observable.object.Reconstruction;
import hep.aurum.physics.FourVector;
import org.jspecify.annotations.Nullable;

/**
 * Carry one event, or one object, through the evaluation of expressions, and note what went wrong. For one thread; cheap
 * to create.
 */
public final class Frame {

    /** What a missing object stands for: every function of it is undefined. */
    static final FourVector UNDEFINED = new FourVector(Double.NaN, Double.NaN, Double.NaN, Double.NaN);

    /** How the name of a missing value of a column begins, in {@link #missing()}. */
    public static final String VALUE = "the value ";

    private static final Reconstruction NOTHING = Reconstruction.builder(0).build();

    private final Reconstruction event;
    private FourVector object;
    private int position = -1;
    private @Nullable String missing;
    private @Nullable String hollow;
    private boolean undefined;

    private Frame(Reconstruction event) {
        this.event = event;
        this.object = UNDEFINED;
    }

    /** Return a frame for the expressions of one event. */
    public static Frame of(Reconstruction event) {
        return new Frame(event);
    }

    /** Return a frame for expressions of single objects: give each with {@link #enter}. */
    public static Frame ofObjects() {
        return new Frame(NOTHING);
    }

    /** Make an object the one whose {@code pt}, {@code eta} … an expression means, and return the one before. */
    public FourVector enter(FourVector next) {
        FourVector before = object;
        object = next;
        return before;
    }

    /** Make the object at a position of the event the one that an expression means, none for −1; return the one before. */
    int enter(int next) {
        int before = position;
        position = next;
        object = next < 0 ? UNDEFINED : event.momentum(next);
        return before;
    }

    /** Return the position in the event of the object that was entered last. */
    int position() {
        return position;
    }

    /** Forget what went wrong in the last evaluation. */
    public void clear() {
        missing = null;
        hollow = null;
        undefined = false;
    }

    /** Return the first object that an evaluation asked for in vain since {@link #clear}, such as {@code jet[2]}. */
    public @Nullable String missing() {
        return missing;
    }

    /** Return the first column in which an evaluation met a value that is no finite number since {@link #clear}. */
    public @Nullable String hollow() {
        return hollow;
    }

    /** Return whether a comparison met an undefined number since {@link #clear}. */
    public boolean isUndefined() {
        return undefined;
    }

    /** Return the event. */
    public Reconstruction event() {
        return event;
    }

    /** Return the object that was entered last. */
    public FourVector object() {
        return object;
    }

    /** Note that an object is missing and return the vector that stands for it. */
    FourVector miss(String what) {
        if (missing == null) {
            missing = what;
        }
        return UNDEFINED;
    }

    /** Note that a row has no value at a place of a column. */
    double missValue(String what) {
        miss(VALUE + what);
        return Double.NaN;
    }

    /** Note that a column has no finite number for the event. */
    void noteHollow(String column) {
        if (hollow == null) {
            hollow = column;
        }
    }

    /** Set back what is missing: what {@code exists(…)} found out is an answer, not a failure. */
    void restoreMissing(@Nullable String before) {
        missing = before;
    }

    /** Note a comparison that has no answer; where an object or a value is missing, that is the reason and noted already. */
    void noteUndefined() {
        undefined |= missing == null && hollow == null;
    }
}
