package hep.aurum.likelihood.binned;

import hep.aurum.base.Names;
import hep.aurum.base.NotFound;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/** Collect the names that occur in a workspace, to refuse those that do not. */
final class WorkspaceNames {

    private final Set<String> channels = new TreeSet<>();
    private final Set<String> samples = new TreeSet<>();
    private final Set<String> modifiers = new TreeSet<>();
    private final Set<String> modifierTypes = new TreeSet<>();
    private final Set<String> measurements = new TreeSet<>();

    WorkspaceNames(Workspace workspace) {
        for (Channel channel : workspace.channels()) {
            channels.add(channel.name());
            for (Sample sample : channel.samples()) {
                samples.add(sample.name());
                for (Modifier modifier : sample.modifiers()) {
                    modifiers.add(modifier.name());
                    modifierTypes.add(modifier.type());
                }
            }
        }
        workspace.measurements().forEach(measurement -> measurements.add(measurement.name()));
    }

    void requireChannels(Collection<String> names) {
        require("channel", names, channels);
    }

    void requireSamples(Collection<String> names) {
        require("sample", names, samples);
    }

    void requireModifiers(Collection<String> names) {
        require("modifier", names, modifiers);
    }

    void requireModifierTypes(Collection<String> names) {
        require("modifier of type", names, modifierTypes);
    }

    void requireMeasurements(Collection<String> names) {
        require("measurement", names, measurements);
    }

    private static void require(String kind, Collection<String> names, Set<String> known) {
        for (String name : names) {
            if (!known.contains(name)) {
                throw new NotFound(
                        "the workspace has no " + kind + " \"" + name + "\"", "", Names.suggest(name, known));
            }
        }
    }
}
