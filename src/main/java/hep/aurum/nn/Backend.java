package hep.aurum.nn;

import hep.aurum.base.Names;
import hep.aurum.base.NotFound;
import java.util.List;
import java.util.ServiceLoader;

/**
 * Say what computes a network's values and gradients; all backends agree to rounding, each with itself to the last bit.
 *
 * <p>Implementations are stateless and have a public constructor without arguments; a {@link ServiceLoader} finds them.
 */
public interface Backend {

    /** Return the name in lower case, as on the command line. */
    String name();

    /**
     * Open a pass for one thread.
     *
     * @param training whether slopes and gradients will be asked for
     */
    Pass open(NetworkShape shape, boolean training);

    /** Return the backend of the fused kernels, the fastest on a processor. */
    static Backend fused() {
        return new FusedBackend();
    }

    /**
     * Return the backend of a name.
     *
     * @throws NotFound if no backend has that name
     */
    static Backend named(String name) {
        List<Backend> known = ServiceLoader.load(Backend.class, Backend.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
        return known.stream()
                .filter(backend -> backend.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new NotFound(
                        "no backend is named \"" + name + "\"",
                        "",
                        Names.suggest(name, known.stream().map(Backend::name).toList())));
    }
}
