package hep.aurum.observable.collection;

import hep.aurum.base.BadInput;
import hep.aurum.observable.object.Reconstruction;
import hep.aurum.observable.object.RowView;
import hep.aurum.physics.FourVector;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Stand for the objects of one kind in the rows of a table: how many, their momenta, and their further members. */
public final class ObjectCollection {

    private final int number;
    private final String name;
    private final int pdgId;
    private final Kinematics kinematics;
    private final double scale;
    private final Map<String, Member> members;

    /**
     * Describe a collection.
     *
     * @param number its place among the collections of the table
     * @param name its own name
     * @param pdgId what its objects are commonly called: 11, 13, 15, 21 (jets), 22; 0 if nothing
     * @param kinematics makes the momenta
     * @param scale value of the unit of momenta in GeV
     * @param members all columns by name, those of the momentum among them
     */
    ObjectCollection(
            int number, String name, int pdgId, Kinematics kinematics, double scale, Map<String, Member> members) {
        this.number = number;
        this.name = name;
        this.pdgId = pdgId;
        this.kinematics = kinematics;
        this.scale = scale;
        this.members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    /** Return its place among the collections of its table. */
    public int number() {
        return number;
    }

    /** Return its own name, such as {@code Jet}. */
    public String name() {
        return name;
    }

    /** Return the PDG id that stands for its kind, 21 for jets; 0 if it has none. */
    public int pdgId() {
        return pdgId;
    }

    /**
     * Return which property of a momentum a member is, {@code pt} for {@code PT}; null for further members. Properties are
     * in GeV, whatever the unit of the columns.
     */
    public @Nullable String property(String member) {
        return member(member) == null ? null : Kinematics.key(member);
    }

    /** Return the names of the members. */
    public Set<String> memberNames() {
        return members.keySet();
    }

    /** Return a member: of exactly this name, else of this name in other letters; {@code charge} may be {@code Q}. */
    public @Nullable Member member(String wanted) {
        Member exact = members.get(wanted);
        if (exact != null) {
            return exact;
        }
        String lower = wanted.toLowerCase(Locale.ROOT);
        Member alike = null;
        for (Map.Entry<String, Member> entry : members.entrySet()) {
            String known = entry.getKey().toLowerCase(Locale.ROOT);
            if (known.equals(lower) || lower.equals("charge") && known.equals("q")) {
                alike = alike == null ? entry.getValue() : alike;
            }
        }
        return alike;
    }

    /** Return the numbers of the columns that make the momenta. */
    Set<Integer> momentumColumns() {
        Set<Integer> columns = new LinkedHashSet<>();
        kinematics.used().values().forEach(member -> {
            for (int column : member.columns()) {
                columns.add(column);
            }
        });
        return columns;
    }

    /** Add the objects of a row to an event. */
    void read(RowView row, Reconstruction.Builder event, long eventNumber, @Nullable Member charge) {
        int count = kinematics.three().get(0).count(row);
        for (Member member : kinematics.used().values()) {
            requireCount(member, count, row, eventNumber);
        }
        if (charge != null) {
            requireCount(charge, count, row, eventNumber);
        }
        for (int item = 0; item < count; item++) {
            FourVector momentum = kinematics.momentum(row, item, scale);
            if (!momentum.isFinite()) {
                throw undefined(row, item, eventNumber);
            }
            // The particle of positive PDG id is the negative lepton.
            boolean isAntiparticle = charge != null && charge.value(row, item) > 0;
            event.add(isAntiparticle ? -pdgId : pdgId, momentum, number, item);
        }
    }

    private void requireCount(Member member, int count, RowView row, long eventNumber) {
        int own = member.count(row);
        if (own != count) {
            throw new BadInput(
                    "event " + eventNumber + " has " + own + " values of " + member.name() + " for " + count
                            + " objects of " + name,
                    "",
                    "declare which columns belong together under the key objects of the study");
        }
    }

    private BadInput undefined(RowView row, int item, long eventNumber) {
        StringBuilder values = new StringBuilder();
        kinematics
                .used()
                .forEach((key, member) -> values.append(values.isEmpty() ? "" : ", ")
                        .append(key)
                        .append(" = ")
                        .append(member.value(row, item)));
        return new BadInput(
                "event " + eventNumber + " has an object of " + name + " whose momentum is not finite: " + values,
                "value " + item + " of the row, counted from 0",
                "check the file that it came from");
    }

    @Override
    public String toString() {
        return name;
    }
}
