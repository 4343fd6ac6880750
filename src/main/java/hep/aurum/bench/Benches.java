package hep.aurum.bench;

import hep.aurum.base.Names;
import hep.aurum.base.NotFound;
import java.util.List;

/** Find benches by name. */
public final class Benches {

    private static final List<Bench> ALL = List.of(
            new GaltonBench(),
            new MadminerToyBench(),
            new EftToyBench(),
            new CarlMixtureBench(),
            new Carl5dBench(),
            new LatentGaussianBench(),
            new LensingBench(),
            new SignedBench());

    private Benches() {}

    /** Return all benches. */
    public static List<Bench> all() {
        return ALL;
    }

    /**
     * Return the bench of a name.
     *
     * @throws NotFound if there is none
     */
    public static Bench named(String name) {
        return ALL.stream()
                .filter(bench -> bench.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new NotFound(
                        "no bench is named \"" + name + "\"",
                        "",
                        Names.suggest(name, ALL.stream().map(Bench::name).toList())));
    }
}
