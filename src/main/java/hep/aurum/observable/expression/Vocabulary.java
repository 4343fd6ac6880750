package hep.aurum.observable.expression;

import hep.aurum.base.BadInput;
import hep.aurum.observable.collection.Requirements;
import hep.aurum.observable.collection.TableLayout;
import hep.aurum.observable.object.ParticleClass;
import hep.aurum.physics.FourVector;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Find what a name means in a scope. */
final class Vocabulary {

    private final Scope scope;
    private final Words words;
    private final Members members;
    private final @Nullable TableNames table;
    private final Needs needs = new Needs();

    Vocabulary(Scope scope, Words words) {
        this.scope = scope;
        this.words = words;
        TableLayout layout = scope.table();
        this.table = layout == null ? null : new TableNames(layout, scope.classes(), words, needs);
        this.members = new Members(layout, words, needs);
    }

    /** Return what of a table was named so far. */
    Requirements requirements() {
        return needs.toRequirements();
    }

    void enter(CollectionTerm collection) {
        members.enter(collection);
    }

    void leave() {
        members.leave();
    }

    /** Return the meaning of a name; between braces the properties of an object have names, too. */
    Term of(Token token) {
        String name = token.text();
        if (hasObject()) {
            Functions.Property property = Functions.PROPERTIES.get(name);
            if (property != null) {
                ToDoubleFunction<FourVector> value = property.value();
                return ScalarTerm.of(frame -> value.applyAsDouble(frame.object()), property.unit());
            }
            if (name.equals("object")) {
                return members.current();
            }
            if (members.isOfCurrent(name)) {
                return property(members.current(), token.column(), token);
            }
        }
        if (name.equals("pi")) {
            return ScalarTerm.literal(Math.PI);
        }
        return scope.isEvent() ? eventName(token) : unknownName(token);
    }

    private boolean hasObject() {
        return !scope.isEvent() || words.inFilter();
    }

    /** Return a column by a name between backticks. */
    Term quoted(Token token) {
        Term column = table == null ? null : table.column(token);
        return column == null ? unknownName(token) : column;
    }

    private Term eventName(Token token) {
        String name = token.text();
        Expression definition = scope.definitions().get(name);
        if (definition != null) {
            words.count(definition.operations());
            words.noteFilters(definition.filterDepth());
            needs.add(definition.requirements());
            return definition.term();
        }
        Term own = table == null ? null : table.find(token);
        if (own != null) {
            return own;
        }
        if (name.equals("met")) {
            return new VectorTerm(frame -> frame.event().met());
        }
        ParticleClass particles = scope.classes().find(name);
        if (particles == null) {
            return unknownName(token);
        }
        if (scope.classes().isInvisible(particles)) {
            throw new BadInput(
                    "found \"" + name + "\" at column " + token.column() + ", which no detector sees",
                    words.where(token.column()),
                    "use met, the missing transverse momentum");
        }
        return members(particles, name, token.column());
    }

    /** Return the objects of a class. */
    Term members(ParticleClass particles, String name, int column) {
        return table != null
                ? table.members(particles, name, column)
                : new CollectionTerm(
                        (frame, i) -> particles.contains(frame.event().pdgId(i)), name, List.of());
    }

    /** Return whether objects have a property of this name beside those of their four-vectors. */
    boolean isMember(Token name) {
        return members.isKnown(name.text());
    }

    /** Return everything that may stand before parentheses. */
    Set<String> functions() {
        Set<String> names = new LinkedHashSet<>(Functions.ALL.keySet());
        names.addAll(members.names());
        return names;
    }

    /** Return a property of an object: {@code name} stood behind a dot, before parentheses or, in braces, alone. */
    Term property(Term object, int column, Token name) {
        if (!(object instanceof VectorTerm vector)) {
            throw words.unexpected(
                    name, "one object before the property", "choose one, for example jet[1]." + name.text());
        }
        String standard = members.standard(vector, name.text());
        Functions.Property property = Functions.PROPERTIES.get(standard);
        if (property != null) {
            VectorCode code = vector.code();
            ToDoubleFunction<FourVector> value = property.value();
            return ScalarTerm.of(frame -> value.applyAsDouble(code.at(frame)), property.unit());
        }
        return members.of(vector, column, name);
    }

    private Term unknownName(Token token) {
        String name = token.text();
        if (Functions.ALL.containsKey(name)) {
            throw words.unexpected(token, "its arguments in parentheses", "for example pt(photon[1]) or count(jet)");
        }
        Set<String> known = new LinkedHashSet<>();
        if (scope.isEvent()) {
            known.addAll(scope.definitions().keySet());
            known.addAll(table == null ? List.of() : table.names());
            known.add("met");
            known.addAll(scope.classes().names());
        }
        if (hasObject()) {
            known.addAll(members.namesOfCurrent());
            known.addAll(Functions.PROPERTIES.keySet());
            known.add("object");
        }
        throw words.unknown(token, "a name that is known", known);
    }
}
