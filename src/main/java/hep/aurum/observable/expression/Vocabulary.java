package hep.aurum.observable.expression;

import hep.aurum.base.BadInput;
import hep.aurum.observable.object.ParticleClass;
import hep.aurum.physics.FourVector;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/** Find what a bare name means in a scope. */
final class Vocabulary {

    private final Scope scope;
    private final Words words;

    Vocabulary(Scope scope, Words words) {
        this.scope = scope;
        this.words = words;
    }

    /** Return the meaning of a name; between braces the properties of an object have names, too. */
    Term of(Token token) {
        String name = token.text();
        Functions.Property property = Functions.PROPERTIES.get(name);
        if (hasObject()) {
            if (property != null) {
                ToDoubleFunction<FourVector> value = property.value();
                return ScalarTerm.of(frame -> value.applyAsDouble(frame.object()), property.unit());
            }
            if (name.equals("object")) {
                return new VectorTerm(Frame::object);
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

    private Term eventName(Token token) {
        String name = token.text();
        if (name.equals("met")) {
            return new VectorTerm(frame -> frame.event().met());
        }
        Expression definition = scope.definitions().get(name);
        if (definition != null) {
            words.count(definition.operations());
            words.noteFilters(definition.filterDepth());
            return definition.term();
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
        return members(particles, name);
    }

    static CollectionTerm members(ParticleClass particles, String name) {
        return new CollectionTerm((frame, i) -> particles.contains(frame.event().pdgId(i)), name);
    }

    private Term unknownName(Token token) {
        String name = token.text();
        if (Functions.ALL.containsKey(name)) {
            throw words.unexpected(token, "its arguments in parentheses", "for example pt(photon[1]) or count(jet)");
        }
        Set<String> known = new LinkedHashSet<>();
        if (scope.isEvent()) {
            known.addAll(scope.definitions().keySet());
            known.add("met");
            known.addAll(scope.classes().names());
        }
        if (hasObject()) {
            known.addAll(Functions.PROPERTIES.keySet());
            known.add("object");
        }
        throw words.unknown(token, "a name that is known", known);
    }
}
