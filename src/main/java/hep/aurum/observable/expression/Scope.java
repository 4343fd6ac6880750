package hep.aurum.observable.expression;

import hep.aurum.base.BadInput;
import hep.aurum.observable.collection.TableLayout;
import hep.aurum.observable.object.ParticleClasses;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Say which names an expression may use. Immutable.
 *
 * <p>An expression of an event knows particle classes, {@code met} and definitions; an expression of an object, such as a
 * resolution, knows the object's {@code pt}, {@code eta}, {@code phi}, {@code mass}, {@code energy}, {@code px},
 * {@code py}, {@code pz} and {@code rapidity}. An expression of the rows of a table knows the table's collections and
 * columns, too, and means them by particle classes.
 */
public final class Scope {

    private final ParticleClasses classes;
    private final boolean event;
    private final @Nullable TableLayout table;
    private final Map<String, Expression> definitions;

    private Scope(
            ParticleClasses classes, boolean event, @Nullable TableLayout table, Map<String, Expression> definitions) {
        this.classes = classes;
        this.event = event;
        this.table = table;
        this.definitions = Collections.unmodifiableMap(definitions);
    }

    /** Return the scope of expressions of an event. */
    public static Scope of(ParticleClasses classes) {
        return new Scope(classes, true, null, Map.of());
    }

    /** Return the scope of expressions of the rows of a table. */
    public static Scope of(ParticleClasses classes, TableLayout table) {
        return new Scope(classes, true, table, Map.of());
    }

    /** Return the scope of expressions of one object: resolutions and efficiencies. */
    public static Scope ofObject() {
        return new Scope(ParticleClasses.standard(), false, null, Map.of());
    }

    /**
     * Return this scope with a name for an expression, which later expressions may use like a variable. Where it names a
     * collection it may take the place of a particle class: {@code jet} may be {@code jet{pt > 30}} from there on. A
     * four-vector may take the place of {@code met}.
     *
     * @throws BadInput if the name has a meaning already
     */
    public Scope define(String name, Expression meaning) {
        boolean isClass = classes.find(name) != null && meaning.type() != ExpressionType.COLLECTION;
        boolean isMet = name.equals("met") && meaning.type() == ExpressionType.VECTOR;
        if (!Lexer.isName(name) || Parser.isReserved(name) && !isMet || isClass) {
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
        return new Scope(classes, event, table, more);
    }

    /** Return the particle classes. */
    public ParticleClasses classes() {
        return classes;
    }

    /** Return the table whose rows are meant; null for generated events. */
    public @Nullable TableLayout table() {
        return table;
    }

    boolean isEvent() {
        return event;
    }

    Map<String, Expression> definitions() {
        return definitions;
    }
}
