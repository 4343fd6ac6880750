package hep.aurum.format.pyhf;

import hep.aurum.base.BadInput;
import hep.aurum.likelihood.binned.Channel;
import hep.aurum.likelihood.binned.Measurement;
import hep.aurum.likelihood.binned.Modifier;
import hep.aurum.likelihood.binned.Observation;
import hep.aurum.likelihood.binned.ParameterSettings;
import hep.aurum.likelihood.binned.Sample;
import hep.aurum.likelihood.binned.Workspace;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Turn a workspace into a JSON tree with keys in a fixed order. */
final class WorkspaceWriter {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private WorkspaceWriter() {}

    static ObjectNode toTree(Workspace workspace) {
        ObjectNode root = NODES.objectNode();
        ArrayNode channels = root.putArray("channels");
        for (Channel channel : workspace.channels()) {
            ObjectNode node = channels.addObject().put("name", channel.name());
            ArrayNode samples = node.putArray("samples");
            for (Sample sample : channel.samples()) {
                addSample(samples.addObject(), sample);
            }
        }
        ArrayNode observations = root.putArray("observations");
        for (Observation observation : workspace.observations()) {
            addNumbers(observations.addObject().put("name", observation.name()), "data", observation.data());
        }
        ArrayNode measurements = root.putArray("measurements");
        for (Measurement measurement : workspace.measurements()) {
            ObjectNode config = measurements
                    .addObject()
                    .put("name", measurement.name())
                    .putObject("config")
                    .put("poi", measurement.poi());
            ArrayNode parameters = config.putArray("parameters");
            for (ParameterSettings settings : measurement.parameters()) {
                addSettings(parameters.addObject(), settings);
            }
        }
        return root.put("version", Workspace.VERSION);
    }

    private static void addSample(ObjectNode node, Sample sample) {
        addNumbers(node.put("name", sample.name()), "data", sample.data());
        ArrayNode modifiers = node.putArray("modifiers");
        for (Modifier modifier : sample.modifiers()) {
            ObjectNode entry =
                    modifiers.addObject().put("name", modifier.name()).put("type", modifier.type());
            if (modifier instanceof Modifier.NormSys normSys) {
                entry.putObject("data").put("hi", normSys.hi()).put("lo", normSys.lo());
            } else if (modifier instanceof Modifier.HistoSys histoSys) {
                ObjectNode data = entry.putObject("data");
                addNumbers(data, "hi_data", histoSys.hiData());
                addNumbers(data, "lo_data", histoSys.loData());
            } else if (modifier instanceof Modifier.ShapeSys shapeSys) {
                addNumbers(entry, "data", shapeSys.uncertainties());
            } else if (modifier instanceof Modifier.StatError statError) {
                addNumbers(entry, "data", statError.uncertainties());
            } else {
                requireName(modifier);
                entry.putNull("data");
            }
        }
    }

    private static void requireName(Modifier modifier) {
        if (modifier instanceof Modifier.Lumi && !modifier.name().equals("lumi")) {
            throw new BadInput(
                    "the luminosity has the name \"" + modifier.name() + "\", which pyhf's schema does not allow",
                    "",
                    "rename it to \"lumi\"");
        }
    }

    private static void addSettings(ObjectNode node, ParameterSettings settings) {
        node.put("name", settings.name());
        addIfGiven(node, "inits", settings.inits());
        if (!settings.bounds().isEmpty()) {
            ArrayNode bounds = node.putArray("bounds");
            for (ParameterSettings.Interval interval : settings.bounds()) {
                bounds.addArray().add(interval.lower()).add(interval.upper());
            }
        }
        addIfGiven(node, "auxdata", settings.auxdata());
        addIfGiven(node, "sigmas", settings.sigmas());
        addIfGiven(node, "factors", settings.factors());
        settings.isFixed().ifPresent(fixed -> node.put("fixed", fixed));
    }

    private static void addIfGiven(ObjectNode node, String key, List<Double> values) {
        if (!values.isEmpty()) {
            addNumbers(node, key, values);
        }
    }

    private static void addNumbers(ObjectNode node, String key, List<Double> values) {
        ArrayNode array = node.putArray(key);
        for (double value : values) {
            array.add(value);
        }
    }
}
