package hep.aurum.format.hs3;

import hep.aurum.base.NotSupported;
import hep.aurum.base.Version;
import hep.aurum.likelihood.ModelFunctions;
import hep.aurum.likelihood.ModelParameter;
import hep.aurum.likelihood.binned.Channel;
import hep.aurum.likelihood.binned.InterpolationCodes;
import hep.aurum.likelihood.binned.Measurement;
import hep.aurum.likelihood.binned.Modifier;
import hep.aurum.likelihood.binned.Workspace;
import hep.aurum.likelihood.joint.EventChannel;
import hep.aurum.likelihood.joint.EventData;
import hep.aurum.likelihood.joint.JointWorkspace;
import hep.aurum.likelihood.joint.PooledEvents;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Add channels of events to the tree of a workspace.
 *
 * <p>The rates stay what they are, a distribution over the processes, and leave their place in the likelihood to the mixture that
 * names them.
 */
final class JointWriter {

    /** Larger data go into a file beside the document. */
    static final int MOST_INSIDE = 10_000;

    private final JointWorkspace joint;
    private final Measurement measurement;
    private final SidecarWriter files;
    private final ObjectNode root;

    JointWriter(JointWorkspace joint, SidecarWriter files) {
        this.joint = joint;
        this.files = files;
        measurement = joint.workspace().measurement(joint.measurement());
        if (!joint.codes().equals(InterpolationCodes.withDefaults())) {
            throw new NotSupported(
                    "a joint likelihood is written with the default interpolation alone, code4 and code4p",
                    "interpolation codes",
                    "build it with InterpolationCodes.withDefaults()");
        }
        Workspace one =
                new Workspace(joint.workspace().channels(), joint.workspace().observations(), List.of(measurement));
        root = new Hs3Writer(one).toTree();
    }

    ObjectNode toTree() throws IOException {
        ((ObjectNode) root.get("metadata"))
                .putArray("packages")
                .addObject()
                .put("name", "aurum")
                .put("version", Version.number());
        addStandardPart();
        for (JointWorkspace.Part part : joint.parts()) {
            addPart(part);
        }
        ObjectNode ours = root.putObject("misc").putObject(Joint.KEY).put("version", Joint.VERSION);
        addParameters(ours.putArray(Joint.DENSITY_PARAMETERS), joint.extra());
        if (joint.functions().isPresent()) {
            addFunctions(joint.functions().get(), ours);
        }
        return root;
    }

    /** Repeat the channels that are standard in a likelihood and an analysis of their own. */
    private void addStandardPart() {
        Set<String> events =
                joint.parts().stream().map(part -> part.channel().name()).collect(Collectors.toSet());
        List<Channel> binned = joint.workspace().channels().stream()
                .filter(c -> !events.contains(c.name()))
                .toList();
        if (binned.isEmpty() || events.isEmpty()) {
            return;
        }
        ObjectNode likelihood = array("likelihoods").addObject().put("name", Joint.STANDARD);
        ArrayNode distributions = likelihood.putArray("distributions");
        ArrayNode data = likelihood.putArray("data");
        binned.forEach(c -> {
            distributions.add(c.name());
            data.add(Hs3Writer.dataName(c));
        });
        ObjectNode analysis = ((ObjectNode) array("analyses").get(0)).deepCopy();
        analysis.put("name", measurement.name() + "_" + Joint.STANDARD).put("likelihood", Joint.STANDARD);
        boolean isMeasured = binned.stream()
                .flatMap(c -> c.samples().stream())
                .flatMap(s -> s.modifiers().stream())
                .map(Modifier::name)
                .anyMatch(measurement.poi()::equals);
        if (!isMeasured) {
            analysis.putArray(Joint.POIS);
        }
        array("analyses").add(analysis);
    }

    private ArrayNode array(String key) {
        return (ArrayNode) root.get(key);
    }

    private void addPart(JointWorkspace.Part part) throws IOException {
        EventChannel channel = part.channel();
        String name = Joint.mixtureName(channel.name());
        requireNew(name);
        JsonNode likelihood = array("likelihoods").get(0);
        replace((ArrayNode) likelihood.get("distributions"), channel.name(), name);
        String data = Joint.dataName(channel.name());
        replace((ArrayNode) likelihood.get("data"), Hs3Writer.dataName(channel.name()), data);
        ObjectNode mixture =
                array("distributions").addObject().put("name", name).put("type", Joint.MIXTURE);
        mixture.put("rates", channel.name());
        channel.features().forEach(mixture.putArray("features")::add);
        ArrayNode processes = mixture.putArray("processes");
        for (EventChannel.Process process : channel.processes()) {
            ObjectNode node = processes.addObject().put("name", process.name());
            if (part.dataDriven().contains(process.name())) {
                node.put(Joint.DATA_DRIVEN, true);
            }
            ShapeCodec.write(process.shape(), node.putObject("density"), files);
        }
        addPools(part, mixture.putArray("pools"));
        addData(part, array("data").addObject().put("name", data));
    }

    private void requireNew(String name) {
        Set<String> taken = new HashSet<>();
        array("distributions").forEach(node -> taken.add(node.path("name").asString("")));
        if (!taken.add(name)) {
            throw new NotSupported(
                    "the name \"" + name + "\" is taken by another channel", "the document", "rename that channel");
        }
    }

    private static void replace(ArrayNode names, String from, String to) {
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).asString("").equals(from)) {
                names.set(i, to);
            }
        }
    }

    private void addPools(JointWorkspace.Part part, ArrayNode list) throws IOException {
        if (!(part.generator() instanceof PooledEvents pooled)) {
            throw new NotSupported(
                    "toys of a channel of events can be written as pools of simulated events alone",
                    "channel " + part.channel().name(),
                    "draw many events of each process and give them as PooledEvents");
        }
        int d = part.channel().features().size();
        for (PooledEvents.Pool pool : pooled.pools()) {
            ObjectNode node = list.addObject();
            EventTable table = new EventTable(
                    pool.events(), pool.coefficients(), d, pool.basis().size());
            files.add(Sidecar.Kind.TABLE, table::write).putInto(node);
            pool.parameters().forEach(node.putArray("parameters")::add);
            RatioCodec.putExponents(node, pool.basis());
        }
    }

    private void addData(JointWorkspace.Part part, ObjectNode node) throws IOException {
        EventData data = part.data();
        List<String> features = part.channel().features();
        EventTable table = new EventTable(data.events(), data.weights(), features.size(), 1);
        boolean isInside = table.rows() <= MOST_INSIDE;
        table.putAxes(node.put("type", isInside ? "unbinned" : Joint.DATA_FILE), features);
        if (!isInside) {
            files.add(Sidecar.Kind.TABLE, table::write).putInto(node);
            return;
        }
        ArrayNode entries = node.putArray("entries");
        for (int i = 0; i < table.rows(); i++) {
            ArrayNode row = entries.addArray();
            for (int c = 0; c < table.d(); c++) {
                row.add(table.left()[i * table.d() + c]);
            }
        }
        for (double weight : data.weights()) {
            if (weight != 1) {
                RatioCodec.putNumbers(node, "weights", data.weights());
                return;
            }
        }
    }

    /** Put parameters that the workspace does not know into the domain and the point of the analysis. */
    private void addParameters(ArrayNode names, List<ModelParameter> parameters) {
        ArrayNode axes = (ArrayNode) array("domains").get(0).get("axes");
        ArrayNode values = (ArrayNode) array("parameter_points").get(0).get("parameters");
        for (ModelParameter parameter : parameters) {
            axes.forEach(axis -> {
                if (axis.path("name").asString("").equals(parameter.name())) {
                    throw new NotSupported(
                            "two parameters are called \"" + parameter.name() + "\"", "", "rename one of them");
                }
            });
            names.add(parameter.name());
            Hs3Writer.addAxis(axes.addObject().put("name", parameter.name()), parameter);
            values.addObject()
                    .put("name", parameter.name())
                    .put("value", parameter.init())
                    .put("const", parameter.isFixed());
        }
    }

    /** What a function replaces is no parameter any more. */
    private void addFunctions(ModelFunctions functions, ObjectNode ours) {
        for (String key : List.of("domains", "parameter_points")) {
            JsonNode first = array(key).get(0);
            JsonNode list = first.has("axes") ? first.get("axes") : first.get("parameters");
            ((ArrayNode) list)
                    .removeIf(entry ->
                            functions.functions().containsKey(entry.path("name").asString("")));
        }
        ArrayNode list = root.putArray("functions");
        functions
                .functions()
                .forEach((name, polynomial) -> list.addObject()
                        .put("name", name)
                        .put("type", Joint.FUNCTION)
                        .put("expression", PolynomialText.of(polynomial)));
        addParameters(ours.putArray(Joint.FUNCTION_PARAMETERS), functions.parameters());
        ours.put(Joint.RATE_POI, measurement.poi());
        array("analyses")
                .forEach(
                        analysis -> ((ObjectNode) analysis).putArray(Joint.POIS).add(functions.poi()));
    }
}
