package hep.aurum.observable.expression;

import hep.aurum.base.BadInput;
import hep.aurum.event.table.Column;
import hep.aurum.event.table.ColumnType;
import hep.aurum.observable.collection.Member;
import hep.aurum.observable.collection.ObjectCollection;
import hep.aurum.observable.collection.PlanarVector;
import hep.aurum.observable.collection.TableLayout;
import hep.aurum.observable.object.ParticleClass;
import hep.aurum.observable.object.ParticleClasses;
import hep.aurum.physics.FourVector;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Find what names mean in the rows of a table: its own names first, then those of common language. */
final class TableNames {

    private static final int GLUON = 21;
    private static final int TAU = 15;

    private final TableLayout layout;
    private final ParticleClasses classes;
    private final Words words;
    private final Needs needs;

    TableNames(TableLayout layout, ParticleClasses classes, Words words, Needs needs) {
        this.layout = layout;
        this.classes = classes;
        this.words = words;
        this.needs = needs;
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
            return members(List.of(collection), null, name);
        }
        PlanarVector vector =
                name.equals("met") ? layout.met() : layout.vectors().get(name);
        if (vector != null) {
            return vector(vector);
        }
        boolean isClass =
                classes.find(name) != null && !owners(classes.get(name)).isEmpty();
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

    /** Return the objects of a particle class: those of the collections that are commonly called so. */
    CollectionTerm members(ParticleClass particles, String name, int column) {
        List<ObjectCollection> owners = owners(particles);
        if (owners.isEmpty()) {
            throw new BadInput(
                    "found \"" + name + "\" at column " + column + ", but no collection of the table is called so",
                    words.where(column),
                    "known: " + String.join(", ", layout.collections().keySet()) + "; declare objects: {" + name
                            + ": ...} in the study");
        }
        boolean isFlavour = owners.stream().anyMatch(owner -> owner.pdgId() == GLUON) && !isEveryJet(particles);
        if (isFlavour) {
            return flavour(particles, name, column, owners);
        }
        boolean isSigned = owners.stream()
                .anyMatch(owner -> particles.contains(owner.pdgId()) != particles.contains(-owner.pdgId())
                        && owner.pdgId() < GLUON);
        return members(owners, isSigned ? particles : null, name);
    }

    /** Hadronic taus are no leptons, unless the study says so. */
    private List<ObjectCollection> owners(ParticleClass particles) {
        boolean isStandardLepton = particles == ParticleClasses.standard().find("lepton");
        List<ObjectCollection> owners = new ArrayList<>();
        for (ObjectCollection collection : layout.collections().values()) {
            int id = collection.pdgId();
            boolean isMember =
                    id == GLUON ? isAnyJet(particles) : id != 0 && (particles.contains(id) || particles.contains(-id));
            if (isMember && !(isStandardLepton && id == TAU)) {
                owners.add(collection);
            }
        }
        return owners;
    }

    private static boolean isAnyJet(ParticleClass particles) {
        return particles.pdgIds().stream().anyMatch(id -> id == GLUON || id != 0 && Math.abs(id) <= 5);
    }

    private static boolean isEveryJet(ParticleClass particles) {
        return particles.contains(GLUON) && particles.contains(1) && particles.contains(5);
    }

    /** Delphes has one bit for each working point of its b-tagging; elsewhere the study must say what a b-jet is. */
    private CollectionTerm flavour(ParticleClass particles, String name, int column, List<ObjectCollection> owners) {
        Member tag = owners.get(0).member("BTag");
        boolean isStandard = particles == ParticleClasses.standard().find("bjet");
        if (isStandard && owners.size() == 1 && tag != null && tag.name().equals("BTag") && tag.isInteger()) {
            needs.member(tag);
            CollectionCode jets = members(owners, null, name).code();
            return new CollectionTerm(
                    (frame, i) -> jets.contains(frame, i)
                            && ((long) tag.value(
                                                    frame.event().row(),
                                                    frame.event().item(i))
                                            & 1)
                                    == 1,
                    name,
                    owners);
        }
        throw new BadInput(
                "found \"" + name + "\" at column " + column
                        + ", but the table does not say which jets are of this flavour",
                words.where(column),
                "declare a working point in the study, for example objects: {" + name + ": \""
                        + owners.get(0).name() + "{" + tagOf(owners.get(0)) + " > 0.5}\"}");
    }

    private static String tagOf(ObjectCollection jets) {
        return jets.memberNames().stream()
                .filter(member -> member.toLowerCase(java.util.Locale.ROOT).contains("btag"))
                .reduce((a, b) -> a.contains("DeepFlavB") ? a : b)
                .orElse("btag");
    }

    private CollectionTerm members(List<ObjectCollection> owners, @Nullable ParticleClass signed, String name) {
        owners.forEach(needs::collection);
        boolean[] isOwner = new boolean
                [owners.stream().mapToInt(ObjectCollection::number).max().orElse(-1) + 1];
        owners.forEach(owner -> isOwner[owner.number()] = true);
        CollectionCode belongs = (frame, i) -> {
            int collection = frame.event().collection(i);
            return collection < isOwner.length && isOwner[collection];
        };
        if (signed == null) {
            return new CollectionTerm(belongs, name, owners);
        }
        for (ObjectCollection owner : owners) {
            if (owner.member("charge") == null) {
                throw new BadInput(
                        "objects of " + owner.name() + " have no charge, which \"" + name + "\" asks for",
                        layout.origin(),
                        "declare the column under objects in the study");
            }
            needs.chargeOf(owner);
        }
        return new CollectionTerm(
                (frame, i) -> belongs.contains(frame, i)
                        && signed.contains(frame.event().pdgId(i)),
                name,
                owners);
    }
}
