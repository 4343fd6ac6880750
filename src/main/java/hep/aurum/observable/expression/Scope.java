package hep.aurum.observable.expression;

import hep.aurum.base.BadInput;
import hep.aurum.observable.object.ParticleClasses;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Say which names an expression may use. Immutable.
 *
 * <p>An expression of an event knows particle classes, {@code met} and definitions; an expression of an object, such as a
 * resolution, knows the object's {@code pt}, {@code eta}, {@code phi}, {@code mass}, {@code energy}, {@code px},
 * {@code py}, {@code pz} and {@code rapidity}.
 */
public final class Scope {

    private final ParticleClasses classes;
    private final boolean event;
    private final Map<String, Expression> definitions;

    private Scope(ParticleClasses classes, boolean event, Map<String, Expression> definitions) {
        this.classes = classes;
        this.event = event;
        this.definitions = Collections.unmodifiableMap(definitions);
    }

    /** Return the scope of expressions of an event. */
    public static Scope of(ParticleClasses classes) {
        return new Scope(classes, true, Map.of());
    }

    /** Return the scope of expressions of one object: resolutions and efficiencies. */
    public static Scope ofObject() {
        return new Scope(ParticleClasses.standard(), false, Map.of());
    }

    /**
     * Return this scope with a name for an expression, which later expressions may use like a variable.
     *
     * @throws BadInput if the name has a meaning already
     */
    public Scope define(String name, Expression meaning) {
        if (!Lexer.isName(name) || Parser.isReserved(name) || classes.find(name) != null) {
            throw new BadInput(
                    "\"" + Lexer.clip(name) + "\" cannot name a definition",
                    "",
                    "use letters, digits and underscores, and no word of the language nor a particle class");
        }
        if (definitions.containsKey(name)) {
            throw new BadInput("\"" + name + "\" is defined twice", "", "rename or remove one of the two");
        }
        Map<String, Expression> more = new LinkedHashMap<>(definitions);
        more.put(name, meaning);
        return new Scope(classes, event, more);
    }

    /** Return the particle classes. */
    public ParticleClasses classes() {
        return classes;
    }

    boolean isEvent() {
        return event;
    }

    Map<String, Expression> definitions() {
        return definitions;
    }
}
