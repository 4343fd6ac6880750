package hep.aurum.observable.expression;

import hep.aurum.observable.collection.Member;
import hep.aurum.observable.collection.ObjectCollection;
import hep.aurum.observable.collection.Requirements;
import java.util.LinkedHashSet;
import java.util.Set;

/** Collect what of a table an expression names while it is read. */
final class Needs {

    private final Set<Integer> columns = new LinkedHashSet<>();
    private final Set<ObjectCollection> collections = new LinkedHashSet<>();
    private final Set<ObjectCollection> charges = new LinkedHashSet<>();

    void column(int number) {
        columns.add(number);
    }

    void member(Member member) {
        for (int column : member.columns()) {
            columns.add(column);
        }
    }

    void collection(ObjectCollection collection) {
        collections.add(collection);
    }

    void chargeOf(ObjectCollection collection) {
        charges.add(collection);
    }

    void add(Requirements more) {
        columns.addAll(more.columns());
        collections.addAll(more.collections());
        charges.addAll(more.charges());
    }

    Requirements toRequirements() {
        return new Requirements(columns, collections, charges);
    }
}
