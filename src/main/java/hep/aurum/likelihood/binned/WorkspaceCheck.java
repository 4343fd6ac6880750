package hep.aurum.likelihood.binned;

import hep.aurum.base.BadInput;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Check that a workspace makes sense as a whole, naming channel, sample, bin and modifier where it does not. */
final class WorkspaceCheck {

    private final Workspace workspace;
    private final String origin;

    WorkspaceCheck(Workspace workspace, String origin) {
        this.workspace = workspace;
        this.origin = origin;
    }

    void run() {
        require(!workspace.channels().isEmpty(), "the workspace has no channel", origin, "add one");
        require(!workspace.measurements().isEmpty(), "the workspace has no measurement", origin, "add one");
        Set<String> names = new HashSet<>();
        for (Channel channel : workspace.channels()) {
            require(
                    names.add(channel.name()),
                    "two channels have the name \"" + channel.name() + "\"",
                    origin,
                    "rename one of them");
        }
        for (Channel channel : workspace.channels()) {
            checkChannel(channel);
            checkObservation(channel);
        }
        checkMeasurements();
    }

    private void checkMeasurements() {
        Set<String> names = new HashSet<>();
        for (Measurement measurement : workspace.measurements()) {
            String where = Places.of(origin, "measurement " + measurement.name());
            require(
                    names.add(measurement.name()),
                    "two measurements have the name \"" + measurement.name() + "\"",
                    where,
                    "rename one of them");
            Set<String> settings = new HashSet<>();
            for (ParameterSettings parameter : measurement.parameters()) {
                require(
                        settings.add(parameter.name()),
                        "the measurement has settings of \"" + parameter.name() + "\" twice",
                        where,
                        "merge them");
            }
            ParameterLayout.of(workspace, measurement, origin);
        }
    }

    private void checkChannel(Channel channel) {
        require(
                !channel.samples().isEmpty() && channel.bins() > 0,
                "channel \"" + channel.name() + "\" has no sample or no bin",
                Places.of(origin, channel),
                "");
        Set<String> names = new HashSet<>();
        for (Sample sample : channel.samples()) {
            String where = Places.of(origin, channel, sample);
            require(
                    names.add(sample.name()),
                    "two samples of the channel have the name \"" + sample.name() + "\"",
                    where,
                    "rename one of them");
            checkNumbers("data", sample.data(), channel.bins(), where, false);
            checkModifiers(channel, sample);
        }
    }

    private void checkModifiers(Channel channel, Sample sample) {
        Set<String> seen = new HashSet<>();
        for (Modifier modifier : sample.modifiers()) {
            String where = Places.of(origin, channel, sample, modifier);
            require(
                    seen.add(modifier.type() + '\n' + modifier.name()),
                    "the sample has this modifier twice",
                    where,
                    "remove one of them");
            if (modifier instanceof Modifier.NormSys normSys) {
                require(
                        normSys.lo() >= 0.0 && normSys.hi() >= 0.0 && Double.isFinite(normSys.lo() + normSys.hi()),
                        String.format(Locale.ROOT, "the factors are lo %s and hi %s", normSys.lo(), normSys.hi()),
                        where,
                        "factors are finite and not negative; use histosys for changes that turn a rate negative");
            } else if (modifier instanceof Modifier.HistoSys histoSys) {
                checkNumbers("lo_data", histoSys.loData(), channel.bins(), where, false);
                checkNumbers("hi_data", histoSys.hiData(), channel.bins(), where, false);
            } else if (modifier instanceof Modifier.ShapeSys shapeSys) {
                checkNumbers("data", shapeSys.uncertainties(), channel.bins(), where, true);
            } else if (modifier instanceof Modifier.StatError statError) {
                checkNumbers("data", statError.uncertainties(), channel.bins(), where, true);
            }
        }
    }

    private void checkObservation(Channel channel) {
        long matches = workspace.observations().stream()
                .filter(o -> o.name().equals(channel.name()))
                .count();
        require(
                matches == 1,
                String.format(Locale.ROOT, "channel \"%s\" has %d observations", channel.name(), matches),
                Places.of(origin, channel),
                "give one observation for every channel");
        checkNumbers(
                "observation",
                workspace.observation(channel.name()).data(),
                channel.bins(),
                Places.of(origin, channel),
                true);
    }

    private static void checkNumbers(String key, List<Double> values, int bins, String where, boolean isPositive) {
        require(
                values.size() == bins,
                String.format(Locale.ROOT, "\"%s\" has %d bins, the channel has %d", key, values.size(), bins),
                where,
                "give one number for every bin");
        for (int b = 0; b < bins; b++) {
            double value = values.get(b);
            require(
                    Double.isFinite(value) && (!isPositive || value >= 0.0),
                    String.format(Locale.ROOT, "\"%s\" is %s in bin %d", key, value, b),
                    where,
                    isPositive ? "give a finite number that is not negative" : "give a finite number");
        }
    }

    private static void require(boolean condition, String what, String where, String fix) {
        if (!condition) {
            throw new BadInput(what, where, fix);
        }
    }
}
