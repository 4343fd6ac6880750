package hep.aurum.simulator.toy;

import hep.aurum.base.BadInput;
import hep.aurum.base.Names;
import hep.aurum.base.NotFound;
import hep.aurum.simulator.Simulator;
import hep.aurum.simulator.SolvedSimulator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Find an in-process simulator by its name. Toys that also write events are found with their standard options. */
public final class Simulators {

    private static final List<String> OTHERS =
            List.of("gaussian", "galton", "galton-paper", "carl-mixture", "carl-5d", "latent-gaussian", "lensing");

    /** Simulators whose likelihood is not known. */
    private static final List<String> UNSOLVED = List.of("streams");

    private Simulators() {}

    /** Return the names of all simulators: those of {@link #names()}, then those whose likelihood is not known. */
    public static List<String> all() {
        List<String> names = new ArrayList<>(names());
        names.addAll(UNSOLVED);
        return List.copyOf(names);
    }

    /**
     * Create any simulator.
     *
     * @param name one of {@link #all()}
     * @param options those of {@link ToyCatalogue}; the others have none
     * @throws NotFound if no simulator has the name, or an option is not known
     * @throws BadInput if the value of an option is not possible
     */
    public static Simulator create(String name, Map<String, Double> options) {
        if (ToyCatalogue.names().contains(name)) {
            return ToyCatalogue.create(name, options);
        }
        if (!all().contains(name)) {
            throw new NotFound("no simulator is named \"" + name + "\"", "", Names.suggest(name, all()));
        }
        if (!options.isEmpty()) {
            throw new NotFound(
                    "the simulator " + name + " has no option \""
                            + options.keySet().iterator().next() + "\"",
                    "",
                    "it has none: leave it out");
        }
        return UNSOLVED.contains(name) ? new StreamToy() : named(name);
    }

    /** Return the names of the simulators with an exact likelihood: those of {@link ToyCatalogue}, then the others. */
    public static List<String> names() {
        List<String> names = new ArrayList<>(ToyCatalogue.names());
        names.addAll(OTHERS);
        return List.copyOf(names);
    }

    /**
     * Create a simulator with an exact likelihood and standard options.
     *
     * @param name one of {@link #names()}
     * @throws NotFound if no simulator has the name
     */
    public static SolvedSimulator named(String name) {
        if (ToyCatalogue.names().contains(name)) {
            return ToyCatalogue.create(name, Map.of());
        }
        return switch (name) {
            case "gaussian" -> new GaussianToy();
            case "galton" -> GaltonBoard.asInCode();
            case "galton-paper" -> GaltonBoard.asInPaper();
            case "carl-mixture" -> new CarlMixture();
            case "carl-5d" -> Carl5d.withDefaults();
            case "latent-gaussian" -> new LatentGaussian();
            case "lensing" -> new LensingToy();
            default -> throw new NotFound("no simulator is named \"" + name + "\"", "", Names.suggest(name, names()));
        };
    }
}
