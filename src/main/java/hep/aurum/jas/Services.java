package hep.aurum.jas;

import hep.aida.IAnalysisFactory;
import hep.aida.ITree;
import hep.aurum.base.NotSupported;
import hep.aurum.jas.aida.HostTree;
import java.util.Optional;
import org.freehep.application.studio.Studio;
import org.freehep.jas.services.PlotFactory;
import org.freehep.jas.services.ProgressMeterProvider;
import org.jspecify.annotations.Nullable;

/** Look up the services of the host, each time that one is needed: they come and go with the host's other plugins. */
final class Services {

    private final Studio studio;
    private @Nullable IAnalysisFactory factoryOfTree;
    private @Nullable HostTree ownTree;

    Services(Studio studio) {
        this.studio = studio;
    }

    /**
     * Return the host's tree. Where the host does not offer the one that it shows, a tree is made once, which it shows too.
     *
     * @throws NotSupported if the host has no AIDA
     */
    HostTree tree() {
        IAnalysisFactory factory = find(IAnalysisFactory.class)
                .orElseThrow(
                        () -> missing("AIDA analysis factory", "histograms are neither shown nor found in its tree"));
        Optional<ITree> visible = find(ITree.class);
        if (visible.isPresent()) {
            return HostTree.of(factory, visible.get());
        }
        HostTree tree = ownTree;
        if (tree == null || factoryOfTree != factory) {
            tree = HostTree.of(factory, null);
            ownTree = tree;
            factoryOfTree = factory;
        }
        return tree;
    }

    /**
     * Return what shows plots.
     *
     * @throws NotSupported if the host has none
     */
    PlotFactory plots() {
        return find(PlotFactory.class)
                .orElseThrow(() -> missing("plot factory", "objects are in the tree but not plotted"));
    }

    /** Return what shows progress. */
    Optional<ProgressMeterProvider> meters() {
        return find(ProgressMeterProvider.class);
    }

    private <T> Optional<T> find(Class<T> type) {
        Object found = studio.getLookup().lookup(type);
        return type.isInstance(found) ? Optional.of(type.cast(found)) : Optional.empty();
    }

    private static NotSupported missing(String service, String consequence) {
        return new NotSupported("the host has no " + service + ": " + consequence, "", "add the host's plugin for it");
    }
}
