package hep.aurum.workflow;

import hep.aurum.base.BadInput;
import hep.aurum.format.WorkspaceFormats;
import hep.aurum.likelihood.binned.Channel;
import hep.aurum.likelihood.binned.Join;
import hep.aurum.likelihood.binned.Measurement;
import hep.aurum.likelihood.binned.ParameterSettings;
import hep.aurum.likelihood.binned.Workspace;
import hep.aurum.workflow.study.JointSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Add the channels of other workspaces to the rates of a study.
 *
 * <p>Parameters of one name are one parameter, whose constraint is in the likelihood once: both sides must say the same of it.
 * Where they begin a search or bound it differently, the study's word counts.
 */
final class JointCombining {

    private JointCombining() {}

    /**
     * Combine.
     *
     * @throws BadInput if two channels have the same name, or a parameter has two different constraints
     */
    static Workspace combine(Workspace rates, List<JointSpec.Combined> others) {
        Workspace combined = rates;
        for (JointSpec.Combined other : others) {
            Workspace read = WorkspaceFormats.read(other.file())
                    .workspace()
                    .validated(other.file().toString());
            Measurement chosen =
                    other.measurement().isEmpty() ? read.measurements().get(0) : read.measurement(other.measurement());
            Measurement own = combined.measurements().get(0);
            Measurement merged = new Measurement(own.name(), own.poi(), settings(own, chosen, other));
            combined = Join.NONE.combine(
                    new Workspace(combined.channels(), combined.observations(), List.of(merged)),
                    new Workspace(read.channels(), read.observations(), List.of()));
        }
        return combined;
    }

    private static List<ParameterSettings> settings(Measurement own, Measurement other, JointSpec.Combined from) {
        Map<String, ParameterSettings> settings = new LinkedHashMap<>();
        own.parameters().forEach(parameter -> settings.put(parameter.name(), parameter));
        for (ParameterSettings parameter : other.parameters()) {
            ParameterSettings known = settings.putIfAbsent(parameter.name(), parameter);
            if (known != null && !isSameConstraint(known, parameter)) {
                throw new BadInput(
                        "the parameter \"" + parameter.name() + "\" is constrained to " + constraint(known)
                                + " by the study and to " + constraint(parameter) + " by the workspace",
                        from.file() + ", measurement " + other.name(),
                        "one name is one parameter with one constraint: make them equal, or rename one of the two");
            }
        }
        return List.copyOf(settings.values());
    }

    private static boolean isSameConstraint(ParameterSettings one, ParameterSettings other) {
        return one.auxdata().equals(other.auxdata())
                && one.sigmas().equals(other.sigmas())
                && one.factors().equals(other.factors());
    }

    private static String constraint(ParameterSettings settings) {
        return settings.auxdata() + " +- " + settings.sigmas();
    }

    /** Return the names of the channels that the study did not make. */
    static List<String> channels(Workspace workspace) {
        List<String> names = new ArrayList<>();
        workspace.channels().stream()
                .map(Channel::name)
                .filter(name -> !name.equals(JointRates.CHANNEL))
                .forEach(names::add);
        return names;
    }
}
