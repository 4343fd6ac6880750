package hep.aurum.observable.expression;

import hep.aurum.base.BadInput;
import hep.aurum.observable.collection.Member;
import hep.aurum.observable.collection.ObjectCollection;
import hep.aurum.observable.collection.TableLayout;
import hep.aurum.observable.object.ParticleClass;
import hep.aurum.observable.object.ParticleClasses;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Find the objects of particle classes in the collections of a table. */
final class TableClasses {

    private static final int GLUON = 21;
    private static final int TAU = 15;

    private final TableLayout layout;
    private final Words words;
    private final Needs needs;

    TableClasses(TableLayout layout, Words words, Needs needs) {
        this.layout = layout;
        this.words = words;
        this.needs = needs;
    }

    /** Return all objects of collections. */
    CollectionTerm members(List<ObjectCollection> owners, String name) {
        return members(owners, null, name);
    }

    /** Return the objects of a particle class: those of the collections that are commonly called so. */
    CollectionTerm members(ParticleClass particles, String name, int column) {
        List<ObjectCollection> owners = owners(layout, particles);
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
    static List<ObjectCollection> owners(TableLayout layout, ParticleClass particles) {
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
                .filter(member -> member.toLowerCase(Locale.ROOT).contains("btag"))
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
