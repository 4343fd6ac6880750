package hep.aurum.observable;

import hep.aurum.base.BadInput;
import hep.aurum.base.Check;
import hep.aurum.base.Names;
import hep.aurum.base.NotFound;
import hep.aurum.observable.collection.Requirements;
import hep.aurum.observable.expression.Frame;
import hep.aurum.observable.object.Reconstruction;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Hold the features of a study in order, with unique names. Immutable and safe for any number of threads. */
public final class ObservableSet {

    private final List<Observable> observables;
    private final List<String> names;

    private ObservableSet(List<Observable> observables) {
        this.observables = List.copyOf(observables);
        this.names =
                observables.stream().flatMap(each -> each.features().stream()).toList();
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
            for (String feature : each.features()) {
                if (!names.add(feature)) {
                    throw new BadInput(
                            "two observables are called \"" + feature + "\"",
                            each.expression().text(),
                            "give every observable a name of its own");
                }
            }
        }
        return new ObservableSet(observables);
    }

    /** Return the number of features, d: the observables and their flags. */
    public int size() {
        return names.size();
    }

    /** Return the observables in order. */
    public List<Observable> observables() {
        return observables;
    }

    /** Return the names of the features in order, a flag behind its observable. */
    public List<String> names() {
        return names;
    }

    /** Return the units in order; empty where there is none. */
    public List<String> units() {
        return observables.stream()
                .flatMap(each -> each.features().stream().map(name -> name.equals(each.name()) ? each.unit() : ""))
                .toList();
    }

    /** Return what of a table the observables need. */
    public Requirements requirements() {
        return observables.stream()
                .map(each -> each.expression().requirements())
                .reduce(Requirements.NOTHING, Requirements::and);
    }

    /**
     * Return the position of a name.
     *
     * @throws NotFound if no observable has it; the message suggests the nearest
     */
    public int indexOf(String name) {
        int index = names.indexOf(name);
        if (index < 0) {
            throw new NotFound("no observable is called \"" + name + "\"", "", Names.suggest(name, names));
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
        Check.length("the array of observables", out.length, names.size());
        evaluate(Frame.of(event), out);
    }

    void evaluate(Frame frame, double[] out) {
        int place = 0;
        for (Observable each : observables) {
            place = each.evaluate(frame, out, place);
        }
    }
}
