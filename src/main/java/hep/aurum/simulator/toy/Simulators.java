package hep.aurum.simulator.toy;

import hep.aurum.base.Names;
import hep.aurum.base.NotFound;
import hep.aurum.simulator.SolvedSimulator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Find an in-process simulator by its name. Toys that also write events are found with their standard options. */
public final class Simulators {

    private static final List<String> OTHERS =
            List.of("gaussian", "galton", "galton-paper", "carl-mixture", "carl-5d", "latent-gaussian", "lensing");

    private Simulators() {}

    /** Return the names of the simulators: those of {@link ToyCatalogue}, then the others. */
    public static List<String> names() {
        List<String> names = new ArrayList<>(ToyCatalogue.names());
        names.addAll(OTHERS);
        return List.copyOf(names);
    }

    /**
     * Create a simulator.
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
