package hep.aurum.bench.cases;

import hep.aurum.base.BadInput;
import hep.aurum.base.Names;
import hep.aurum.base.NotFound;
import hep.aurum.base.Progress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Find the analyses with a known answer by name. */
public final class CaseBenches {

    private static final List<CaseBench> ALL = List.of(new BumpCase(), new InterferenceCase(), new TrustCase());

    private CaseBenches() {}

    /** Return all of them. */
    public static List<CaseBench> all() {
        return ALL;
    }

    /** Return whether there is one of a name. */
    public static boolean has(String name) {
        return ALL.stream().anyMatch(bench -> bench.name().equals(name));
    }

    /**
     * Return the one of a name.
     *
     * @throws NotFound if there is none
     */
    public static CaseBench named(String name) {
        return ALL.stream()
                .filter(bench -> bench.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new NotFound(
                        "no bench is named \"" + name + "\"",
                        "",
                        Names.suggest(name, ALL.stream().map(CaseBench::name).toList())));
    }

    /**
     * Run one with some settings changed.
     *
     * @throws BadInput if it has no such setting
     */
    public static CaseResult run(
            CaseBench bench, Map<String, Double> changed, long seed, int threads, Progress progress) {
        Map<String, Double> settings = new LinkedHashMap<>(bench.settings());
        changed.forEach((name, value) -> {
            if (settings.put(name, value) == null) {
                throw new BadInput(
                        "the bench " + bench.name() + " has no setting \"" + name + "\"",
                        "",
                        Names.suggest(name, bench.settings().keySet()));
            }
        });
        return bench.run(settings, seed, threads, progress);
    }
}
