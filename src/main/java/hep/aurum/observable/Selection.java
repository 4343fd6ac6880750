package hep.aurum.observable;

import hep.aurum.base.BadInput;
import hep.aurum.observable.collection.Requirements;
import hep.aurum.observable.expression.Expression;
import hep.aurum.observable.expression.ExpressionType;
import hep.aurum.observable.expression.Frame;
import hep.aurum.observable.expression.Scope;
import hep.aurum.observable.object.Reconstruction;
import java.util.ArrayList;
import java.util.List;

/**
 * Hold cuts in order: an event is selected if every one holds. Immutable and safe for any number of threads.
 *
 * <p>A cut is asked only if those before it hold, so {@code count(jet) >= 2} protects {@code pt(jet[2]) > 30}.
 */
public final class Selection {

    private final List<Expression> cuts;

    private Selection(List<Expression> cuts) {
        this.cuts = List.copyOf(cuts);
    }

    /** Return the selection of all events. */
    public static Selection all() {
        return new Selection(List.of());
    }

    /**
     * Read the cuts.
     *
     * @param texts expressions of conditions
     * @param scope which names they may use
     * @throws BadInput if one is malformed or no condition; {@link hep.aurum.base.NotFound} for unknown names
     */
    public static Selection of(List<String> texts, Scope scope) {
        List<Expression> cuts = new ArrayList<>();
        for (String text : texts) {
            cuts.add(Expression.parse(text, scope).require(ExpressionType.CONDITION, "cut " + (cuts.size() + 1)));
        }
        return new Selection(cuts);
    }

    /** Return the number of cuts. */
    public int size() {
        return cuts.size();
    }

    /** Return the cuts as they were written. */
    public List<String> texts() {
        return cuts.stream().map(Expression::text).toList();
    }

    /**
     * Return whether an event passes every cut.
     *
     * @throws BadInput if a cut needs an object that the event lacks, or compares an undefined number
     */
    public boolean passes(Reconstruction event) {
        return passed(Frame.of(event)) == cuts.size();
    }

    /**
     * Return how many cuts an event passes before the first that it fails: {@link #size()} if it is selected.
     *
     * @throws BadInput as {@link #passes} does
     */
    public int passed(Reconstruction event) {
        return passed(Frame.of(event));
    }

    int passed(Frame frame) {
        for (int i = 0; i < cuts.size(); i++) {
            if (!holds(i, frame)) {
                return i;
            }
        }
        return cuts.size();
    }

    private boolean holds(int index, Frame frame) {
        Expression cut = cuts.get(index);
        frame.clear();
        boolean holds = cut.holds(frame);
        String missing = frame.missing();
        if (missing != null) {
            String remedy = missing.startsWith(Frame.VALUE)
                    ? "remove such rows from the table, or cut on the length of the list before"
                    : "guard the cut with exists(" + missing + ") and ...";
            throw Refusals.missing("cut " + (index + 1), cut, missing, frame, remedy);
        }
        String hollow = frame.hollow();
        if (hollow != null) {
            throw Refusals.hollow("cut " + (index + 1), cut, hollow, frame, "remove such rows from the table");
        }
        if (frame.isUndefined()) {
            throw Refusals.undefined("cut " + (index + 1), cut, Double.NaN, frame);
        }
        return holds;
    }

    /** Return what of a table the cuts need. */
    public Requirements requirements() {
        return cuts.stream().map(Expression::requirements).reduce(Requirements.NOTHING, Requirements::and);
    }

    /** Return an empty cut flow for this selection. */
    public CutFlow newCutFlow() {
        return new CutFlow(texts());
    }
}
