package hep.aurum.observable;

import hep.aurum.base.BadInput;
import hep.aurum.base.Check;
import hep.aurum.base.Names;
import hep.aurum.base.NotFound;
import hep.aurum.observable.expression.Frame;
import hep.aurum.observable.object.Reconstruction;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Hold the features of a study in order, with unique names. Immutable and safe for any number of threads. */
public final class ObservableSet {

    private final List<Observable> observables;

    private ObservableSet(List<Observable> observables) {
        this.observables = List.copyOf(observables);
    }

    /**
     * Return a set of observables.
     *
     * @throws BadInput if there is none or two share a name
     */
    public static ObservableSet of(List<Observable> observables) {
        if (observables.isEmpty()) {
            throw new BadInput("no observable is declared", "", "declare at least one");
        }
        Set<String> names = new HashSet<>();
        for (Observable each : observables) {
            if (!names.add(each.name())) {
                throw new BadInput(
                        "two observables are called \"" + each.name() + "\"",
                        each.expression().text(),
                        "give every observable a name of its own");
            }
        }
        return new ObservableSet(observables);
    }

    /** Return the number of observables, d. */
    public int size() {
        return observables.size();
    }

    /** Return the observables in order. */
    public List<Observable> observables() {
        return observables;
    }

    /** Return the names in order. */
    public List<String> names() {
        return observables.stream().map(Observable::name).toList();
    }

    /** Return the units in order; empty where there is none. */
    public List<String> units() {
        return observables.stream().map(Observable::unit).toList();
    }

    /**
     * Return the position of a name.
     *
     * @throws NotFound if no observable has it; the message suggests the nearest
     */
    public int indexOf(String name) {
        int index = names().indexOf(name);
        if (index < 0) {
            throw new NotFound("no observable is called \"" + name + "\"", "", Names.suggest(name, names()));
        }
        return index;
    }

    /**
     * Compute every observable of an event.
     *
     * @param out the values {@code [d]}, in order; every one is finite on return
     * @throws BadInput if a value is missing without a default, or not finite
     */
    public void evaluate(Reconstruction event, double[] out) {
        Check.length("the array of observables", out.length, observables.size());
        evaluate(Frame.of(event), out);
    }

    void evaluate(Frame frame, double[] out) {
        for (int i = 0; i < out.length; i++) {
            out[i] = observables.get(i).value(frame);
        }
    }
}
