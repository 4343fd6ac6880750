package hep.aurum.observable.collection;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Say what of a table is needed: single columns by number, and collections whose objects are built. Immutable.
 *
 * @param columns numbers of columns
 * @param collections collections; the columns of their momenta are needed without being named
 * @param charges those of them whose objects' charge decides what they are
 */
public record Requirements(Set<Integer> columns, Set<ObjectCollection> collections, Set<ObjectCollection> charges) {

    /** What expressions of generated particles need. */
    public static final Requirements NOTHING = new Requirements(Set.of(), Set.of(), Set.of());

    /** Copy the sets. */
    public Requirements {
        columns = Collections.unmodifiableSet(new LinkedHashSet<>(columns));
        collections = Collections.unmodifiableSet(new LinkedHashSet<>(collections));
        charges = Collections.unmodifiableSet(new LinkedHashSet<>(charges));
    }

    /** Return what is needed for one or the other. */
    public Requirements and(Requirements other) {
        return new Requirements(
                union(columns, other.columns), union(collections, other.collections), union(charges, other.charges));
    }

    private static <T> Set<T> union(Set<T> a, Set<T> b) {
        Set<T> union = new LinkedHashSet<>(a);
        union.addAll(b);
        return union;
    }
}
