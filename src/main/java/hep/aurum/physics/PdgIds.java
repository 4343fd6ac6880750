package hep.aurum.physics;

import hep.aurum.base.Names;
import hep.aurum.base.NotFound;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Know the particles by name, class and charge (Particle Data Group numbering, Review of Particle Physics 2024, chapter
 * 45).
 *
 * <p>A <em>class</em> has particles and antiparticles: {@code photon}, {@code electron}, {@code muon}, {@code tau},
 * {@code neutrino}, {@code lepton} (the charged ones), {@code quark}, {@code gluon}, {@code jet} (d, u, s, c, b and
 * gluon), {@code lightjet} (without c and b), {@code charm}, {@code b}, {@code top}, {@code w}, {@code z},
 * {@code higgs}; the usual one-letter forms are aliases (a, l, v, q, g, j, h). A <em>particle name</em> stands for one
 * sign: {@code e-}, {@code mu+}, {@code t}, {@code tbar} or {@code t~}, {@code w+}.
 */
public final class PdgIds {

    private static final Map<String, IntPredicate> CLASSES = classes();
    private static final Map<String, Integer> PARTICLES = particles();
    private static final Map<Integer, String> NAMES = firstNames();

    private PdgIds() {}

    /**
     * Return the test for a class, a particle name, or a number such as {@code 22} or {@code -11}.
     *
     * @param name upper and lower case mean the same
     * @throws NotFound for an unknown name, with the nearest known one
     */
    public static IntPredicate matcher(String name) {
        IntPredicate found = find(name);
        if (found == null) {
            throw new NotFound("there is no particle or class \"" + name + "\"", "", Names.suggest(name, known()));
        }
        return found;
    }

    /** Return whether {@link #matcher} knows the name. */
    public static boolean isKnown(String name) {
        return find(name) != null;
    }

    private static @Nullable IntPredicate find(String name) {
        String key = name.strip().toLowerCase(Locale.ROOT);
        IntPredicate family = CLASSES.get(key);
        if (family != null) {
            return family;
        }
        Integer id = PARTICLES.get(key);
        if (id == null && key.matches("[+-]?\\d{1,9}")) {
            id = Integer.valueOf(key);
        }
        if (id == null) {
            return null;
        }
        int wanted = id;
        return pdgId -> pdgId == wanted;
    }

    /** Return the number of a particle name such as {@code mu+}; empty for a class and for an unknown name. */
    public static OptionalInt id(String particleName) {
        Integer id = PARTICLES.get(particleName.strip().toLowerCase(Locale.ROOT));
        return id == null ? OptionalInt.empty() : OptionalInt.of(id);
    }

    /** Return the name of a particle, its number where it has none here. */
    public static String name(int pdgId) {
        return NAMES.getOrDefault(pdgId, Integer.toString(pdgId));
    }

    /** Return all names that {@link #matcher} knows, classes first. */
    public static Set<String> known() {
        Set<String> known = new java.util.LinkedHashSet<>(CLASSES.keySet());
        known.addAll(PARTICLES.keySet());
        return Collections.unmodifiableSet(known);
    }

    /** Return whether a number is one of these, whatever its sign. */
    private static IntPredicate anyOf(int... ids) {
        return pdgId -> {
            for (int id : ids) {
                if (pdgId == id || pdgId == -id) {
                    return true;
                }
            }
            return false;
        };
    }

    private static Map<String, IntPredicate> classes() {
        Map<String, IntPredicate> map = new LinkedHashMap<>();
        put(map, anyOf(22), "photon", "gamma", "a");
        put(map, anyOf(11), "electron", "e");
        put(map, anyOf(13), "muon", "mu");
        put(map, anyOf(15), "tau", "ta");
        put(map, anyOf(12, 14, 16), "neutrino", "nu", "v");
        put(map, anyOf(11, 13, 15), "lepton", "l");
        put(map, anyOf(1, 2, 3, 4, 5, 6), "quark", "q");
        put(map, anyOf(21), "gluon", "g");
        put(map, anyOf(1, 2, 3, 4, 5, 21), "jet", "j");
        put(map, anyOf(1, 2, 3, 21), "lightjet");
        put(map, anyOf(4), "charm", "c");
        put(map, anyOf(5), "b", "bottom");
        put(map, anyOf(6), "top");
        put(map, anyOf(24), "w");
        put(map, anyOf(23), "z");
        put(map, anyOf(25), "higgs", "h");
        return Collections.unmodifiableMap(map);
    }

    private static void put(Map<String, IntPredicate> map, IntPredicate family, String... names) {
        for (String name : names) {
            map.put(name, family);
        }
    }

    private static Map<String, Integer> particles() {
        Map<String, Integer> map = new LinkedHashMap<>();
        String[] quarks = {"d", "u", "s", "c", "b", "t"};
        for (int i = 0; i < quarks.length; i++) {
            map.put(quarks[i], i + 1);
            map.put(quarks[i] + "bar", -i - 1);
            map.put(quarks[i] + "~", -i - 1);
        }
        String[][] leptons = {{"e", "e"}, {"mu", "m"}, {"tau", "t"}};
        for (int i = 0; i < leptons.length; i++) {
            String lepton = leptons[i][0];
            map.put(lepton + "-", 11 + 2 * i);
            map.put(lepton + "+", -11 - 2 * i);
            map.put("nu_" + lepton, 12 + 2 * i);
            map.put("nubar_" + lepton, -12 - 2 * i);
            map.put("v" + leptons[i][1], 12 + 2 * i);
            map.put("v" + leptons[i][1] + "~", -12 - 2 * i);
        }
        map.put("ta-", 15);
        map.put("ta+", -15);
        map.put("w+", 24);
        map.put("w-", -24);
        map.put("z0", 23);
        map.put("h0", 25);
        map.put("h+", 37);
        map.put("h-", -37);
        map.put("p", 2212);
        map.put("proton", 2212);
        map.put("pbar", -2212);
        map.put("p~", -2212);
        return Collections.unmodifiableMap(map);
    }

    private static Map<Integer, String> firstNames() {
        Map<Integer, String> map = new LinkedHashMap<>();
        PARTICLES.forEach((name, id) -> map.putIfAbsent(id, name));
        map.put(21, "g");
        map.put(22, "photon");
        map.put(23, "z");
        map.put(25, "h");
        return Collections.unmodifiableMap(map);
    }

    /**
     * Return three times the electric charge, from the quark content for hadrons and diquarks.
     *
     * @return empty for numbers whose charge the numbering does not tell
     */
    public static OptionalInt threeCharge(int pdgId) {
        int id = pdgId == Integer.MIN_VALUE ? Integer.MAX_VALUE : Math.abs(pdgId);
        OptionalInt charge = id < 100 ? elementary(id) : composite(id);
        return pdgId < 0 && charge.isPresent() ? OptionalInt.of(-charge.getAsInt()) : charge;
    }

    private static OptionalInt elementary(int id) {
        if (id >= 1 && id <= 8) {
            return OptionalInt.of(quarkCharge(id));
        }
        if (id >= 11 && id <= 18) {
            return OptionalInt.of(id % 2 == 1 ? -3 : 0);
        }
        if (id == 24 || id == 34 || id == 37) {
            return OptionalInt.of(3);
        }
        boolean neutral =
                (id >= 21 && id <= 23) || id == 25 || (id >= 32 && id <= 33) || id == 35 || id == 36 || id == 39;
        return neutral ? OptionalInt.of(0) : OptionalInt.empty();
    }

    /** Digits n_q1 n_q2 n_q3 n_J of the numbering: baryons have all, mesons no n_q1, diquarks no n_q3. */
    private static OptionalInt composite(int id) {
        int third = id / 10 % 10;
        int second = id / 100 % 10;
        int first = id / 1000 % 10;
        boolean excited = id >= 10_000_000 || (id >= 1_000_000 && id < 9_000_000);
        if (excited || first > 6 || second > 6 || third > 6 || second == 0) {
            return OptionalInt.empty();
        }
        if (first == 0) {
            // The heavier quark comes first; by convention its charge sign is that of an up-type quark.
            boolean downType = second == 3 || second == 5;
            int charge = quarkCharge(second) - quarkCharge(third);
            return third == 0 ? OptionalInt.empty() : OptionalInt.of(downType ? -charge : charge);
        }
        return OptionalInt.of(quarkCharge(first) + quarkCharge(second) + (third == 0 ? 0 : quarkCharge(third)));
    }

    private static int quarkCharge(int flavour) {
        return flavour % 2 == 0 ? 2 : -1;
    }
}
