package hep.aurum.observable.object;

import hep.aurum.base.BadInput;
import hep.aurum.base.Names;
import hep.aurum.base.NotFound;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Hold the particle classes of a study by name, and the list of particles that leave no trace in the detector.
 *
 * <table>
 *   <caption>Standard classes</caption>
 *   <tr><th>name</th><th>PDG ids</th></tr>
 *   <tr><td>{@code photon}</td><td>22</td></tr>
 *   <tr><td>{@code electron}, {@code muon}, {@code tau}</td><td>±11, ±13, ±15</td></tr>
 *   <tr><td>{@code lepton}</td><td>±11, ±13, ±15</td></tr>
 *   <tr><td>{@code neutrino}</td><td>±12, ±14, ±16</td></tr>
 *   <tr><td>{@code jet}</td><td>±1 … ±5, 21: partons stand for their jets</td></tr>
 *   <tr><td>{@code bjet}, {@code charm}, {@code lightjet}</td><td>±5, ±4, the other jets</td></tr>
 *   <tr><td>{@code top}, {@code higgs}, {@code w}, {@code z}</td><td>±6, 25, ±24, 23, where a file leaves them
 *       undecayed</td></tr>
 * </table>
 *
 * <p>Immutable; numbering of the Particle Data Group, Review of Particle Physics (2024), section 45.
 */
public final class ParticleClasses {

    private static final int MOST_CLASSES = 1000;
    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,63}");

    /** Words with a meaning of their own in expressions. */
    private static final Set<String> RESERVED = Set.of(
            "and",
            "or",
            "not",
            "if",
            "met",
            "pdg",
            "pi",
            "pt",
            "eta",
            "phi",
            "mass",
            "energy",
            "px",
            "py",
            "pz",
            "rapidity",
            "y",
            "object");

    private static final ParticleClasses STANDARD = new ParticleClasses(standardClasses(), standardInvisible());

    private final Map<String, ParticleClass> byName;
    private final ParticleClass invisible;

    private ParticleClasses(Map<String, ParticleClass> byName, ParticleClass invisible) {
        this.byName = Collections.unmodifiableMap(byName);
        this.invisible = invisible;
    }

    private static Map<String, ParticleClass> standardClasses() {
        Map<String, ParticleClass> classes = new LinkedHashMap<>();
        for (ParticleClass each : List.of(
                ParticleClass.of("photon", List.of(22)),
                ParticleClass.withAntiparticles("electron", 11),
                ParticleClass.withAntiparticles("muon", 13),
                ParticleClass.withAntiparticles("tau", 15),
                ParticleClass.withAntiparticles("lepton", 11, 13, 15),
                ParticleClass.withAntiparticles("neutrino", 12, 14, 16),
                ParticleClass.of("jet", List.of(1, -1, 2, -2, 3, -3, 4, -4, 5, -5, 21)),
                ParticleClass.of("lightjet", List.of(1, -1, 2, -2, 3, -3, 21)),
                ParticleClass.withAntiparticles("charm", 4),
                ParticleClass.withAntiparticles("bjet", 5),
                ParticleClass.withAntiparticles("top", 6),
                ParticleClass.of("higgs", List.of(25)),
                ParticleClass.withAntiparticles("w", 24),
                ParticleClass.of("z", List.of(23)))) {
            classes.put(each.name(), each);
        }
        return classes;
    }

    /** Neutrinos, sneutrinos, the lightest neutralino, gravitino and graviton, and the dark-matter codes 51 to 55. */
    private static ParticleClass standardInvisible() {
        return ParticleClass.withAntiparticles(
                "invisible", 12, 14, 16, 18, 39, 51, 52, 53, 54, 55, 1000012, 1000014, 1000016, 1000022, 1000039);
    }

    /** Return the standard classes. */
    public static ParticleClasses standard() {
        return STANDARD;
    }

    /**
     * Return these classes with one more, or with one replaced.
     *
     * @param name a letter or underscore, then letters, digits and underscores; at most 64 characters
     * @param pdgIds the signed PDG ids of its members
     * @throws BadInput if the name is no such word or has another meaning in expressions, or if there are no ids
     */
    public ParticleClasses with(String name, Collection<Integer> pdgIds) {
        if (!IDENTIFIER.matcher(name).matches() || RESERVED.contains(name)) {
            throw new BadInput(
                    "\"" + name + "\" cannot name a particle class",
                    "",
                    "use letters, digits and underscores, and none of " + String.join(", ", sortedReserved()));
        }
        if (pdgIds.isEmpty() || byName.size() >= MOST_CLASSES) {
            throw new BadInput(
                    "the particle class \"" + name + "\" has " + pdgIds.size() + " PDG ids beside " + byName.size()
                            + " classes",
                    "",
                    "give at least one id, and at most " + MOST_CLASSES + " classes");
        }
        Map<String, ParticleClass> more = new LinkedHashMap<>(byName);
        more.put(name, ParticleClass.of(name, pdgIds));
        return new ParticleClasses(more, invisible);
    }

    private static List<String> sortedReserved() {
        return RESERVED.stream().sorted().toList();
    }

    /** Return these classes with another list of particles that leave no trace, signed PDG ids. */
    public ParticleClasses withInvisible(Collection<Integer> pdgIds) {
        return new ParticleClasses(byName, ParticleClass.of("invisible", pdgIds));
    }

    /**
     * Return the class of a name.
     *
     * @throws NotFound if there is none; the message suggests the nearest
     */
    public ParticleClass get(String name) {
        ParticleClass found = byName.get(name);
        if (found == null) {
            throw new NotFound("no particle class is called \"" + name + "\"", "", Names.suggest(name, names()));
        }
        return found;
    }

    /** Return the class of a name, or null if there is none. */
    public @Nullable ParticleClass find(String name) {
        return byName.get(name);
    }

    /** Return the names in the order of declaration. */
    public Set<String> names() {
        return byName.keySet();
    }

    /** Return what leaves no trace in the detector. */
    public ParticleClass invisible() {
        return invisible;
    }

    /** Return whether no member of a class can be seen. */
    public boolean isInvisible(ParticleClass particles) {
        return particles.pdgIds().stream().allMatch(invisible::contains);
    }
}
