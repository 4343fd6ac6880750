package hep.aurum.observable.object;

import hep.aurum.base.Check;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Name a set of particles by their PDG ids, signs included: {@code electron} is {11, −11}.
 *
 * <p>Immutable. Membership costs one shift and one mask for ids from −63 to 63, a binary search beyond.
 */
public final class ParticleClass {

    private static final int WORD = 64;
    private static final int GLUON = 21;

    private final String name;
    private final int[] sorted;
    private final long positive;
    private final long negative;

    private ParticleClass(String name, int[] sorted) {
        this.name = name;
        this.sorted = sorted;
        this.positive = bits(sorted, 1);
        this.negative = bits(sorted, -1);
    }

    private static long bits(int[] ids, int sign) {
        return Arrays.stream(ids)
                .filter(id -> Math.abs((long) id) < WORD)
                .map(id -> sign * id)
                .filter(id -> id >= 0)
                .mapToLong(id -> 1L << id)
                .reduce(0L, (a, b) -> a | b);
    }

    /**
     * Return the class of exactly these ids.
     *
     * @param name how expressions call it
     * @param pdgIds PDG ids, signed
     */
    public static ParticleClass of(String name, Collection<Integer> pdgIds) {
        Check.argument(!pdgIds.isEmpty(), "the particle class %s has no PDG ids, expected at least one", name);
        return new ParticleClass(
                name,
                pdgIds.stream().mapToInt(Integer::intValue).sorted().distinct().toArray());
    }

    /** Return the class of these ids and of their antiparticles' ids. */
    static ParticleClass withAntiparticles(String name, int... pdgIds) {
        return new ParticleClass(
                name,
                Arrays.stream(pdgIds)
                        .flatMap(id -> IntStream.of(id, -id))
                        .sorted()
                        .distinct()
                        .toArray());
    }

    /** Return the name. */
    public String name() {
        return name;
    }

    /** Return whether a PDG id belongs to the class. */
    public boolean contains(int pdgId) {
        if (pdgId >= 0 && pdgId < WORD) {
            return (positive >>> pdgId & 1) != 0;
        }
        if (pdgId < 0 && pdgId > -WORD) {
            return (negative >>> -pdgId & 1) != 0;
        }
        return Arrays.binarySearch(sorted, pdgId) >= 0;
    }

    /** Return the id that stands for the class: the gluon if it is a member, else the smallest that is not negative. */
    public int representative() {
        if (contains(GLUON)) {
            return GLUON;
        }
        return Arrays.stream(sorted).filter(id -> id >= 0).findFirst().orElse(sorted[0]);
    }

    /** Return the PDG ids in ascending order. */
    public List<Integer> pdgIds() {
        return Arrays.stream(sorted).boxed().toList();
    }

    @Override
    public String toString() {
        return name;
    }
}
