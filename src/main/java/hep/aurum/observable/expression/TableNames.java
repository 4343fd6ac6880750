package hep.aurum.observable.expression;

import hep.aurum.base.BadInput;
import hep.aurum.event.table.Column;
import hep.aurum.event.table.ColumnType;
import hep.aurum.observable.collection.ObjectCollection;
import hep.aurum.observable.collection.PlanarVector;
import hep.aurum.observable.collection.TableLayout;
import hep.aurum.observable.object.ParticleClass;
import hep.aurum.observable.object.ParticleClasses;
import hep.aurum.physics.FourVector;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Find what names mean in the rows of a table: its own names first, then those of common language. */
final class TableNames {

    private final TableLayout layout;
    private final ParticleClasses classes;
    private final Words words;
    private final Needs needs;
    private final TableClasses common;

    TableNames(TableLayout layout, ParticleClasses classes, Words words, Needs needs) {
        this.layout = layout;
        this.classes = classes;
        this.words = words;
        this.needs = needs;
        this.common = new TableClasses(layout, words, needs);
    }

    Set<String> names() {
        return layout.names();
    }

    /** Return the meaning of a name; null if the table does not know it, so that it may be a particle class. */
    @Nullable Term find(Token token) {
        String name = token.text();
        Term dotted = dotted(name);
        if (dotted != null) {
            return dotted;
        }
        ObjectCollection collection = layout.collections().get(name);
        if (collection != null) {
            return common.members(List.of(collection), name);
        }
        PlanarVector vector =
                name.equals("met") ? layout.met() : layout.vectors().get(name);
        if (vector != null) {
            return vector(vector);
        }
        boolean isClass = classes.find(name) != null
                && !TableClasses.owners(layout, classes.get(name)).isEmpty();
        Term column = isClass ? null : column(token);
        if (column == null && name.equals("met")) {
            throw words.unexpected(
                    token,
                    "a name that is known",
                    layout.vectors().isEmpty()
                            ? layout.origin() + " has no missing transverse momentum that is known by its name"
                            : "write " + String.join(" or ", layout.vectors().keySet())
                                    + ", or declare objects: {met: ...}");
        }
        return column;
    }

    /** Return the column {@code a.b}, if the words are its name. */
    private @Nullable Term dotted(String name) {
        if (!words.peek().is(".")) {
            return null;
        }
        Token last = words.peekBehind();
        int number = layout.columnNumber(name + "." + last.text());
        if (number < 0 || last.kind() != Token.Kind.NAME) {
            return null;
        }
        words.next();
        return column(number, words.next());
    }

    /** Return the column of a name; null if there is none. */
    @Nullable Term column(Token token) {
        int number = layout.columnNumber(token.text());
        return number < 0 ? null : column(number, token);
    }

    private Term column(int number, Token token) {
        Column column = layout.column(number);
        if (column.type() == ColumnType.TEXT) {
            throw new BadInput(
                    "the column " + column.name() + " at column " + token.column() + " of the expression is text",
                    words.where(token.column()),
                    "observables are made of numbers");
        }
        needs.column(number);
        return column.layout() == Column.Layout.SCALAR
                ? value(column, number, 0, column.name())
                : element(column, number, token);
    }

    private Term element(Column column, int number, Token token) {
        boolean isSingle = column.layout() == Column.Layout.FIXED && column.width() == 1;
        if (words.peek().is("[")) {
            int place = place();
            if (column.layout() == Column.Layout.FIXED && place >= column.width()) {
                throw new BadInput(
                        "the column " + column.name() + " has " + column.width() + " values in each row, found place "
                                + place,
                        words.where(token.column()),
                        "places of a column are counted from 0");
            }
            return value(column, number, place, column.name() + "[" + place + "]");
        }
        if (!isSingle && column.layout() == Column.Layout.FIXED) {
            throw words.unexpected(
                    token, "one of its " + column.width() + " values", "write " + token.text() + "[0] for the first");
        }
        return isSingle ? value(column, number, 0, column.name()) : only(column, number);
    }

    private int place() {
        words.expect("[");
        Token index = words.next();
        boolean whole = index.kind() == Token.Kind.NUMBER
                && index.text().length() <= 6
                && index.text().chars().allMatch(c -> c >= '0' && c <= '9');
        if (!whole) {
            throw words.unexpected(index, "a whole number from 0", "places of a column are counted from 0");
        }
        words.expect("]");
        return Integer.parseInt(index.text());
    }

    private static Term value(Column column, int number, int place, String name) {
        ScalarCode code = frame -> {
            if (place > 0 || column.layout() == Column.Layout.LIST) {
                if (frame.event().row().count(number) <= place) {
                    return frame.missValue(name);
                }
            }
            return checked(frame, number, place, column);
        };
        return typed(column, code);
    }

    /** A list without an index stands for its value, where every row has one: Delphes stores single objects so. */
    private static Term only(Column column, int number) {
        String name = column.name() + "[0]";
        return typed(column, frame -> {
            int count = frame.event().row().count(number);
            if (count == 0) {
                return frame.missValue(name);
            }
            if (count > 1) {
                throw new BadInput(
                        "event " + frame.event().eventNumber() + " has " + count + " values of " + column.name()
                                + ", expected one",
                        "",
                        "write " + name + " for the first, or choose an object, for example pt(Jet[1])");
            }
            return checked(frame, number, 0, column);
        });
    }

    private static Term typed(Column column, ScalarCode code) {
        return column.type() == ColumnType.BOOL
                ? new ConditionTerm(frame -> code.at(frame) == 1, true)
                : ScalarTerm.of(code, unit(column));
    }

    private static Unit unit(Column column) {
        return switch (column.unit().strip()) {
            case "GeV" -> Unit.GEV;
            case "rad" -> Unit.RADIAN;
            default -> Unit.NONE;
        };
    }

    private static double checked(Frame frame, int number, int place, Column column) {
        double value = frame.event().row().real(number, place);
        if (!Double.isFinite(value)) {
            frame.noteHollow(column.name());
        }
        return value;
    }

    private Term vector(PlanarVector vector) {
        vector.columns().forEach(needs::column);
        return new VectorTerm(frame -> {
            if (!vector.isIn(frame.event().row())) {
                return frame.miss(Frame.VALUE + vector.name());
            }
            FourVector value = vector.of(frame.event().row());
            if (!value.isFinite()) {
                frame.noteHollow(layout.column(vector.first()).name());
            }
            return value;
        });
    }

    /** Return the objects of a particle class. */
    CollectionTerm members(ParticleClass particles, String name, int column) {
        return common.members(particles, name, column);
    }
}
