package hep.aurum.likelihood.binned;

import hep.aurum.base.BadInput;
import hep.aurum.likelihood.ModelParameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Number the parameters of a workspace in the order in which their modifiers appear, with starting values, bounds and
 * constraints.
 */
final class ParameterLayout {

    private final Map<String, ParameterSet> sets = new LinkedHashMap<>();

    /** First parameter of a name in a channel, for factors by bin that continue over several channels. */
    private final Map<String, Integer> firstInChannel = new LinkedHashMap<>();

    private final String origin;
    private int count;

    private ParameterLayout(String origin) {
        this.origin = origin;
    }

    static ParameterLayout of(Workspace workspace, Measurement measurement, String origin) {
        ParameterLayout layout = new ParameterLayout(origin);
        Map<String, Integer> statErrorBins = statErrorBins(workspace);
        for (Channel channel : workspace.channels()) {
            for (Sample sample : channel.samples()) {
                for (Modifier modifier : sample.modifiers()) {
                    layout.declare(channel, sample, modifier, statErrorBins);
                }
            }
        }
        layout.placeStatErrors(workspace);
        for (ParameterSettings settings : measurement.parameters()) {
            ParameterSet set = layout.sets.get(settings.name());
            // Settings of parameters that the workspace lacks are ignored, as they are by pyhf.
            if (set != null) {
                set.configure(settings, origin);
            }
        }
        layout.requireLuminosity();
        return layout;
    }

    /** Count the bins of each staterror name: one parameter for every bin of every channel in which it occurs. */
    private static Map<String, Integer> statErrorBins(Workspace workspace) {
        Map<String, Integer> bins = new LinkedHashMap<>();
        for (Channel channel : workspace.channels()) {
            for (String name : statErrorNames(channel)) {
                bins.merge(name, channel.bins(), Integer::sum);
            }
        }
        return bins;
    }

    private static List<String> statErrorNames(Channel channel) {
        return channel.samples().stream()
                .flatMap(s -> s.modifiers().stream())
                .filter(m -> m instanceof Modifier.StatError)
                .map(Modifier::name)
                .distinct()
                .toList();
    }

    private void declare(Channel channel, Sample sample, Modifier modifier, Map<String, Integer> statErrorBins) {
        ParameterSet.Kind kind = ParameterSet.Kind.of(modifier);
        int size = 1;
        if (kind == ParameterSet.Kind.GAUSSIAN_BINS) {
            size = statErrorBins.getOrDefault(modifier.name(), channel.bins());
        } else if (kind.isByBin()) {
            size = channel.bins();
        }
        ParameterSet known = sets.get(modifier.name());
        if (known == null) {
            ParameterSet set = new ParameterSet(modifier.name(), kind, count, size);
            sets.put(modifier.name(), set);
            count += size;
            if (modifier instanceof Modifier.ShapeSys shapeSys) {
                constrainShapeSys(set, sample, shapeSys);
            }
        } else if (known.kind != kind || known.count != size || kind == ParameterSet.Kind.POISSON_BINS) {
            throw new BadInput(
                    String.format(
                            Locale.ROOT,
                            "modifier name \"%s\" is used for parameters of different kinds or sizes",
                            modifier.name()),
                    Places.of(origin, channel, sample, modifier),
                    "give it a name of its own");
        }
    }

    /** The auxiliary count of a bin is (rate / uncertainty)²; where either is zero the bin is held at 1. */
    private static void constrainShapeSys(ParameterSet set, Sample sample, Modifier.ShapeSys modifier) {
        for (int i = 0; i < set.count; i++) {
            double rate = sample.data().get(i);
            double uncertainty = modifier.uncertainties().get(i);
            boolean isActive = rate > 0.0 && uncertainty > 0.0;
            double tau = isActive ? rate * rate / (uncertainty * uncertainty) : 1.0;
            set.isFixed[i] = !isActive;
            set.auxdata[i] = tau;
            set.width[i] = tau;
        }
    }

    /** Sum the statistical uncertainties of the samples that share a name in quadrature, relative to their sum. */
    private void placeStatErrors(Workspace workspace) {
        Map<String, Integer> used = new LinkedHashMap<>();
        for (Channel channel : workspace.channels()) {
            for (String name : statErrorNames(channel)) {
                int offset = used.getOrDefault(name, 0);
                ParameterSet set = set(name);
                firstInChannel.put(channel.name() + '\n' + name, set.first + offset);
                for (int b = 0; b < channel.bins(); b++) {
                    double sigma = relativeError(channel, name, b);
                    set.isFixed[offset + b] = sigma == 0.0;
                    set.width[offset + b] = sigma == 0.0 ? 1.0 : sigma;
                }
                used.put(name, offset + channel.bins());
            }
        }
    }

    private static double relativeError(Channel channel, String name, int bin) {
        double rate = 0.0;
        for (Sample sample : channel.samples()) {
            if (sample.modifiers().stream().anyMatch(m -> isStatError(m, name))) {
                rate += sample.data().get(bin);
            }
        }
        if (!(rate > 0.0)) {
            return 0.0;
        }
        double sum = 0.0;
        for (Sample sample : channel.samples()) {
            for (Modifier modifier : sample.modifiers()) {
                if (modifier instanceof Modifier.StatError error && error.name().equals(name)) {
                    double ratio = error.uncertainties().get(bin) / rate;
                    sum += ratio * ratio;
                }
            }
        }
        return Math.sqrt(sum);
    }

    private static boolean isStatError(Modifier modifier, String name) {
        return modifier instanceof Modifier.StatError && modifier.name().equals(name);
    }

    private void requireLuminosity() {
        for (ParameterSet set : sets.values()) {
            for (int i = 0; set.kind.isGaussian() && i < set.count; i++) {
                if (!(set.width[i] > 0.0)) {
                    throw new BadInput(
                            String.format(
                                    Locale.ROOT,
                                    "parameter \"%s\" has the uncertainty %s",
                                    set.parameterName(i),
                                    set.width[i]),
                            Places.of(origin, "measurement parameter " + set.name),
                            "give \"auxdata\" and positive \"sigmas\" in the measurement's parameters");
                }
            }
        }
    }

    ParameterSet set(String name) {
        ParameterSet set = sets.get(name);
        if (set == null) {
            throw new IllegalStateException("no parameters of name " + name);
        }
        return set;
    }

    boolean contains(String name) {
        return sets.containsKey(name);
    }

    List<ParameterSet> sets() {
        return List.copyOf(sets.values());
    }

    /** Return the parameter of the first bin of a modifier in a channel; the other bins follow. */
    int first(Channel channel, Modifier modifier) {
        Integer first = firstInChannel.get(channel.name() + '\n' + modifier.name());
        return first != null ? first : set(modifier.name()).first;
    }

    int count() {
        return count;
    }

    List<ModelParameter> parameters() {
        List<ModelParameter> parameters = new ArrayList<>(count);
        for (ParameterSet set : sets.values()) {
            for (int i = 0; i < set.count; i++) {
                parameters.add(new ModelParameter(
                        set.parameterName(i), set.init[i], set.lower[i], set.upper[i], set.isFixed[i]));
            }
        }
        return List.copyOf(parameters);
    }
}
