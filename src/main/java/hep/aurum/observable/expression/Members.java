package hep.aurum.observable.expression;

import hep.aurum.base.BadInput;
import hep.aurum.base.Names;
import hep.aurum.base.NotFound;
import hep.aurum.observable.collection.Member;
import hep.aurum.observable.collection.ObjectCollection;
import hep.aurum.observable.collection.TableLayout;
import hep.aurum.observable.object.Reconstruction;
import hep.aurum.physics.PdgIds;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Find what objects have beside a four-vector: the further columns of their collection; of a generated particle, its
 * {@code charge}.
 */
final class Members {

    private static final String CHARGE = "charge";
    private static final List<ObjectCollection> NOBODY = List.of();

    private final @Nullable TableLayout table;
    private final Words words;
    private final Needs needs;

    /** The collections that the objects between the open braces are from, the innermost first. */
    private final Deque<List<ObjectCollection>> open = new ArrayDeque<>();

    Members(@Nullable TableLayout table, Words words, Needs needs) {
        this.table = table;
        this.words = words;
        this.needs = needs;
    }

    void enter(CollectionTerm collection) {
        open.push(collection.owners());
    }

    void leave() {
        open.pop();
    }

    /** Return the object that is meant between braces, or by a resolution. */
    VectorTerm current() {
        return open.isEmpty()
                ? new VectorTerm(Frame::object)
                : new VectorTerm(Frame::object, Frame::position, open.element());
    }

    boolean isOfCurrent(String name) {
        return !open.isEmpty()
                && (table == null
                        ? name.equals(CHARGE)
                        : open.element().stream().anyMatch(owner -> owner.member(name) != null));
    }

    Set<String> namesOfCurrent() {
        return open.isEmpty() ? Set.of() : namesOf(open.element());
    }

    private Set<String> namesOf(List<ObjectCollection> owners) {
        Set<String> names = new LinkedHashSet<>();
        owners.forEach(owner -> names.addAll(owner.memberNames()));
        return table == null ? Set.of(CHARGE) : names;
    }

    Set<String> names() {
        return namesOf(table == null ? NOBODY : List.copyOf(table.collections().values()));
    }

    boolean isKnown(String name) {
        return table == null ? name.equals(CHARGE) : !table.withMember(name).isEmpty();
    }

    /** Return the name of the property of the four-vector that a member is; else the name itself. */
    String standard(VectorTerm object, String name) {
        String property =
                object.owners().isEmpty() ? null : object.owners().get(0).property(name);
        return property == null || Functions.PROPERTIES.containsKey(name) ? name : property;
    }

    /** Return a member of an object. */
    Term of(VectorTerm vector, int column, Token token) {
        ObjectCode object = vector.object();
        if (object == null) {
            throw new BadInput(
                    "found a four-vector at column " + column + " that is no single object, expected one that has "
                            + token.text(),
                    words.where(column),
                    "a sum has no such property; take it of each object");
        }
        return table == null ? charge(object, token) : ofTable(table, vector.owners(), object, token);
    }

    private Term charge(ObjectCode object, Token token) {
        if (!token.text().equals(CHARGE)) {
            Set<String> known = new LinkedHashSet<>(Functions.PROPERTIES.keySet());
            known.add(CHARGE);
            throw words.unknown(token, "a property of a particle", known);
        }
        return ScalarTerm.of(
                frame -> {
                    int position = object.at(frame);
                    int pdgId = position < 0 ? 0 : frame.event().pdgId(position);
                    return position < 0 ? Double.NaN : PdgIds.threeCharge(pdgId).orElse(0) / 3.0;
                },
                Unit.NONE);
    }

    private Term ofTable(TableLayout layout, List<ObjectCollection> owners, ObjectCode object, Token token) {
        int last = owners.stream().mapToInt(ObjectCollection::number).max().orElse(-1);
        @Nullable Member[] byCollection = new Member[last + 1];
        boolean truth = true;
        for (ObjectCollection owner : owners) {
            Member member = owner.member(token.text());
            if (member == null) {
                throw new NotFound(
                        "objects of " + owner.name() + " have no " + token.text() + ", asked for at column "
                                + token.column(),
                        words.where(token.column()),
                        Names.suggest(token.text(), owner.memberNames()));
            }
            needs.member(member);
            truth &= member.isTruth();
            byCollection[owner.number()] = member;
        }
        ScalarCode value = frame -> {
            int position = object.at(frame);
            return position < 0 ? Double.NaN : value(layout, frame, byCollection, position);
        };
        return truth ? new ConditionTerm(frame -> value.at(frame) == 1, true) : ScalarTerm.of(value, Unit.NONE);
    }

    private static double value(TableLayout layout, Frame frame, @Nullable Member[] byCollection, int position) {
        Reconstruction event = frame.event();
        Member member = byCollection[event.collection(position)];
        if (member == null) {
            throw new IllegalStateException("an object of a collection that was not expected");
        }
        int item = event.item(position);
        if (item >= member.count(event.row())) {
            frame.noteHollow(layout.column(member.column(0)).name());
            return Double.NaN;
        }
        double value = member.value(event.row(), item);
        if (!Double.isFinite(value)) {
            frame.noteHollow(layout.column(member.column(item)).name());
        }
        return value;
    }
}
