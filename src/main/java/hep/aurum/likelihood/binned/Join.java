package hep.aurum.likelihood.binned;

import hep.aurum.base.BadInput;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/**
 * Combine two workspaces into one.
 *
 * <p>Modifiers of one name become one parameter, so that systematics which both sides name alike are correlated. The
 * rules differ in what happens to channels, observations and measurements that both sides have.
 *
 * <table>
 * <caption>What happens to a name that both sides have</caption>
 * <tr><th>rule</th><th>channel, observation</th><th>measurement</th></tr>
 * <tr><td>{@code NONE}</td><td>refused</td><td>refused</td></tr>
 * <tr><td>{@code OUTER}</td><td>taken once if equal, else refused</td><td>merged if the parameter of interest is the
 * same, and settings of one parameter are equal; else refused</td></tr>
 * <tr><td>{@code LEFT_OUTER}</td><td>the left one wins</td><td>the left one wins</td></tr>
 * <tr><td>{@code RIGHT_OUTER}</td><td>the right one wins, and comes first</td><td>the right one wins, and comes
 * first</td></tr>
 * </table>
 *
 * <p>The last two never complain: two analyses that call different channels alike lose one of them.
 *
 * @see <a href="https://pyhf.readthedocs.io/en/v0.7.6/_generated/pyhf.workspace.Workspace.html">combine of
 *     pyhf.workspace.Workspace</a>
 */
public enum Join {
    /** Share no channel and no measurement. */
    NONE,
    /** Share what is equal, and merge measurements. */
    OUTER,
    /** Take the left one of what both have. */
    LEFT_OUTER,
    /** Take the right one of what both have. */
    RIGHT_OUTER;

    /** Return pyhf's name of the rule, such as {@code left outer}. */
    public String phrase() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /**
     * Return the combination of two workspaces.
     *
     * @throws BadInput if both have something that the rule does not allow both to have
     */
    public Workspace combine(Workspace left, Workspace right) {
        List<Measurement> measurements =
                join("measurements", left.measurements(), right.measurements(), Measurement::name);
        return new Workspace(
                        join("channels", left.channels(), right.channels(), Channel::name),
                        join("observations", left.observations(), right.observations(), Observation::name),
                        this == OUTER ? merged(measurements) : measurements)
                .validated("the combined workspace");
    }

    private <T> List<T> join(String kind, List<T> left, List<T> right, Function<T, String> name) {
        List<T> first = this == RIGHT_OUTER ? right : left;
        List<T> second = this == RIGHT_OUTER ? left : right;
        Map<String, T> known = new LinkedHashMap<>();
        first.forEach(item -> known.put(name.apply(item), item));
        List<T> joined = new ArrayList<>(first);
        Set<String> refused = new LinkedHashSet<>();
        for (T item : second) {
            T other = known.get(name.apply(item));
            if (other == null) {
                joined.add(item);
            } else if (this == OUTER && !other.equals(item) && item instanceof Measurement) {
                joined.add(item);
            } else if (this == NONE || (this == OUTER && !other.equals(item))) {
                refused.add(name.apply(item));
            }
        }
        if (!refused.isEmpty()) {
            throw new BadInput(
                    this == NONE
                            ? "both workspaces have the " + kind + " " + String.join(", ", refused)
                            : "the workspaces have different " + kind + " of the names " + String.join(", ", refused),
                    "",
                    "rename them, or join by another rule: none, outer, left outer, right outer");
        }
        return joined;
    }

    /** Merge the measurements of one name, in the order in which the names appear. */
    private static List<Measurement> merged(List<Measurement> measurements) {
        Map<String, Measurement> merged = new LinkedHashMap<>();
        for (Measurement measurement : measurements) {
            merged.merge(measurement.name(), measurement, Join::merged);
        }
        return List.copyOf(merged.values());
    }

    private static Measurement merged(Measurement left, Measurement right) {
        if (!left.poi().equals(right.poi())) {
            throw new BadInput(
                    "the measurement " + left.name() + " has the parameters of interest \"" + left.poi() + "\" and \""
                            + right.poi() + "\"",
                    "",
                    "rename one of the measurements or of the parameters");
        }
        Map<String, ParameterSettings> settings = new LinkedHashMap<>();
        left.parameters().forEach(parameter -> settings.put(parameter.name(), parameter));
        for (ParameterSettings parameter : right.parameters()) {
            ParameterSettings other = settings.putIfAbsent(parameter.name(), parameter);
            if (other != null && !Objects.equals(other, parameter)) {
                throw new BadInput(
                        "the measurement " + left.name() + " has different settings of the parameter "
                                + parameter.name(),
                        "",
                        "make them equal, or join by left outer or right outer");
            }
        }
        return new Measurement(left.name(), left.poi(), List.copyOf(settings.values()));
    }
}
