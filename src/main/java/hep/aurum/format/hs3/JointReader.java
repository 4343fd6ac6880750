package hep.aurum.format.hs3;

import hep.aurum.base.BadInput;
import hep.aurum.likelihood.ModelFunctions;
import hep.aurum.likelihood.ModelParameter;
import hep.aurum.likelihood.Polynomial;
import hep.aurum.likelihood.binned.InterpolationCodes;
import hep.aurum.likelihood.binned.Workspace;
import hep.aurum.likelihood.joint.EventChannel;
import hep.aurum.likelihood.joint.EventData;
import hep.aurum.likelihood.joint.JointWorkspace;
import hep.aurum.likelihood.joint.PooledEvents;
import hep.aurum.param.MonomialBasis;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Take the channels of events out of the tree of a document, and leave the rest to the reader of the standard.
 *
 * <p>In a copy of the tree every mixture gives its place in the likelihood back to its rates.
 */
final class JointReader {

    private static final Set<String> MIXTURE_KEYS = Set.of("name", "type", "rates", "features", "processes", "pools");
    private static final Set<String> KEYS =
            Set.of("version", Joint.DENSITY_PARAMETERS, Joint.FUNCTION_PARAMETERS, Joint.RATE_POI);
    private static final int MAX_PROCESSES = 1000;
    private static final int MAX_FEATURES = 10_000;

    private final Hs3Node root;
    private final String origin;
    private final SidecarReader files;
    private final Hs3Node ours;
    private final Hs3Node analysis;
    private final Hs3Points points;

    JointReader(Hs3Node root, String origin, SidecarReader files) {
        this.root = root;
        this.origin = origin;
        this.files = files;
        ours = root.get("misc").get(Joint.KEY).at("misc " + Joint.KEY);
        ours.allowKeys(KEYS);
        if (ours.number("version") != Joint.VERSION) {
            throw Hs3Reader.notSupported("version " + ours.number("version") + " of the joint likelihood", ours);
        }
        List<Hs3Node> analyses = root.list("analyses");
        if (analyses.isEmpty()) {
            throw new BadInput("there is no analysis", origin, "write the document again");
        }
        analysis = root.named("analyses", analyses.get(0).text("name"));
        points = Hs3Points.of(root, Optional.of(analysis));
    }

    /** Return whether a document has what this reader is for. */
    static boolean isJoint(Hs3Node root) {
        return root.find("misc")
                .filter(misc -> misc.node().isObject() && misc.has(Joint.KEY))
                .isPresent();
    }

    JointWorkspace read() {
        Hs3Node likelihood = root.named("likelihoods", analysis.text("likelihood"));
        List<String> models = likelihood.texts("distributions");
        List<String> data = likelihood.texts("data");
        if (models.isEmpty() || models.size() != data.size()) {
            throw new BadInput(
                    "there are " + models.size() + " distributions and " + data.size() + " data sets",
                    likelihood.where(),
                    "give one data set for every distribution");
        }
        Hs3Index distributions = new Hs3Index(root, "distributions");
        Hs3Index sets = new Hs3Index(root, "data");
        List<JointWorkspace.Part> parts = new ArrayList<>();
        Map<String, String> rates = new LinkedHashMap<>();
        models.forEach(distributions::get);
        // Channels of events are in the order of their distributions, in which toys are drawn.
        for (String name : root.names("distributions")) {
            Hs3Node node = distributions.get(name);
            int i = models.indexOf(name);
            if (i >= 0 && node.text("type").equals(Joint.MIXTURE)) {
                parts.add(part(node, sets.get(data.get(i))));
                rates.put(name, node.text("rates"));
                rates.put(data.get(i), Hs3Writer.dataName(node.text("rates")));
            }
        }
        Optional<ModelFunctions> functions = functions();
        Workspace workspace =
                new Hs3Reader(new Hs3Node(standard(rates, functions), origin), origin, Optional.empty()).read();
        JointWorkspace joint = new JointWorkspace(
                workspace,
                analysis.text("name"),
                InterpolationCodes.withDefaults(),
                parameters(Joint.DENSITY_PARAMETERS),
                parts,
                functions);
        fitted(joint::model);
        return joint;
    }

    private ObjectNode standard(Map<String, String> rates, Optional<ModelFunctions> functions) {
        ObjectNode copy = (ObjectNode) root.node().deepCopy();
        copy.remove(List.of("functions", "misc"));
        String name = analysis.text("likelihood");
        keep(copy, "analyses", entry -> entry.equals(analysis.text("name")));
        keep(copy, "likelihoods", entry -> entry.equals(name));
        keep(copy, "distributions", entry -> !rates.containsKey(entry));
        keep(copy, "data", entry -> !rates.containsKey(entry));
        ObjectNode likelihood = (ObjectNode) copy.get("likelihoods").get(0);
        for (String key : List.of("distributions", "data")) {
            ArrayNode names = (ArrayNode) likelihood.get(key);
            for (int i = 0; i < names.size(); i++) {
                String before = names.get(i).asString("");
                names.set(i, rates.getOrDefault(before, before));
            }
        }
        if (functions.isPresent()) {
            ArrayNode pois = ((ObjectNode) copy.get("analyses").get(0)).putArray(Joint.POIS);
            ours.findText(Joint.RATE_POI).filter(poi -> !poi.isEmpty()).ifPresent(pois::add);
        }
        return copy;
    }

    private static void keep(ObjectNode tree, String key, java.util.function.Predicate<String> wanted) {
        if (tree.get(key) instanceof ArrayNode list) {
            list.removeIf(entry -> !wanted.test(entry.path("name").asString("")));
        }
    }

    private JointWorkspace.Part part(Hs3Node mixture, Hs3Node data) {
        mixture.allowKeys(MIXTURE_KEYS);
        List<String> features = mixture.texts("features");
        List<Hs3Node> nodes = mixture.list("processes");
        require(!features.isEmpty() && features.size() <= MAX_FEATURES, features.size() + " features", mixture);
        require(!nodes.isEmpty() && nodes.size() <= MAX_PROCESSES, nodes.size() + " processes", mixture);
        List<EventChannel.Process> processes = new ArrayList<>();
        List<String> dataDriven = new ArrayList<>();
        for (Hs3Node node : nodes) {
            Hs3Node process = node.at("process " + node.text("name"));
            process.allowKeys(Set.of("name", Joint.DATA_DRIVEN, "density"));
            Hs3Node density = process.get("density");
            processes.add(new EventChannel.Process(process.text("name"), ShapeCodec.read(density, features, files)));
            if (process.findBoolean(Joint.DATA_DRIVEN).orElse(false)) {
                dataDriven.add(process.text("name"));
            }
        }
        List<PooledEvents.Pool> pools = new ArrayList<>();
        for (Hs3Node pool : mixture.list("pools")) {
            pools.add(pool(pool.at("pool " + pools.size()), features.size()));
        }
        require(
                pools.size() == processes.size(),
                pools.size() + " pools of " + processes.size() + " processes",
                mixture);
        return new JointWorkspace.Part(
                new EventChannel(mixture.text("rates"), processes),
                data(data, features),
                new PooledEvents(pools),
                dataDriven);
    }

    private static void require(boolean condition, String what, Hs3Node where) {
        if (!condition) {
            throw new BadInput("the channel has " + what, where.where(), "write the document again");
        }
    }

    private PooledEvents.Pool pool(Hs3Node node, int d) {
        node.allowKeys(Set.of(Sidecar.FILE, Sidecar.SHA256, "entries", "coefficients", "parameters", "exponents"));
        List<String> parameters = node.texts("parameters");
        MonomialBasis basis = RatioCodec.basis(node, parameters.size());
        if (node.has("entries")) {
            double[] events = rows(node, "entries", d);
            double[] coefficients = rows(node, "coefficients", basis.size());
            require(events.length / d == coefficients.length / basis.size(), "other weights than events", node);
            require(events.length > 0, "an empty pool", node);
            return new PooledEvents.Pool(events, coefficients, basis, parameters);
        }
        EventTable table = EventTable.read(node, files, d, basis.size());
        require(table.rows() > 0, "an empty pool", node);
        return new PooledEvents.Pool(table.left(), table.right(), basis, parameters);
    }

    private EventData data(Hs3Node node, List<String> features) {
        String type = node.text("type");
        List<String> axes = node.names("axes");
        if (!axes.equals(features)) {
            throw new BadInput("the data have the axes " + axes + ", the channel " + features, node.where(), "");
        }
        if (type.equals(Joint.DATA_FILE)) {
            node.allowKeys(Set.of("name", "type", "axes", Sidecar.FILE, Sidecar.SHA256));
            EventTable table = EventTable.read(node, files, features.size(), 1);
            return new EventData(table.left(), table.right());
        }
        if (!type.equals("unbinned")) {
            throw Hs3Reader.notSupported("data of type \"" + type + "\" of a channel of events", node);
        }
        node.allowKeys(Set.of("name", "type", "axes", "entries", "weights"));
        return inside(node, features.size());
    }

    private static EventData inside(Hs3Node node, int d) {
        double[] events = rows(node, "entries", d);
        double[] weights = new double[events.length / d];
        Arrays.fill(weights, 1);
        if (node.has("weights")) {
            weights = RatioCodec.doubles(node.numbers("weights"));
            if (weights.length != events.length / d) {
                throw new BadInput(
                        "there are " + weights.length + " weights of " + events.length / d + " entries",
                        node.where(),
                        "give one for each, or leave them out");
            }
        }
        return new EventData(events, weights);
    }

    /** Return a list of lists of equal length. */
    private static double[] rows(Hs3Node node, String key, int columns) {
        List<Hs3Node> rows = node.get(key).entries(key);
        double[] values = new double[Math.multiplyExact(rows.size(), columns)];
        for (int i = 0; i < rows.size(); i++) {
            List<Double> row = rows.get(i).elements(key);
            if (row.size() != columns) {
                throw new BadInput(
                        "entry " + i + " of \"" + key + "\" has " + row.size() + " numbers",
                        node.where(),
                        "give " + columns);
            }
            for (int c = 0; c < columns; c++) {
                values[i * columns + c] = row.get(c);
            }
        }
        return values;
    }

    private List<ModelParameter> parameters(String key) {
        List<ModelParameter> parameters = new ArrayList<>();
        for (String name : ours.texts(key)) {
            Hs3Points.Value value = points.value(name)
                    .orElseThrow(() -> new BadInput("the parameter \"" + name + "\" has no value", ours.where(), ""));
            Hs3Points.Range range = points.range(name)
                    .orElseThrow(() -> new BadInput("the parameter \"" + name + "\" has no range", ours.where(), ""));
            boolean isFixed = value.isConstant().orElse(false);
            parameters.add(
                    fitted(() -> new ModelParameter(name, value.value(), range.lower(), range.upper(), isFixed)));
        }
        return parameters;
    }

    private Optional<ModelFunctions> functions() {
        List<Hs3Node> nodes = root.list("functions");
        if (nodes.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Polynomial> polynomials = new LinkedHashMap<>();
        for (Hs3Node node : nodes) {
            Hs3Node function = node.at("function " + node.text("name"));
            function.allowKeys(Set.of("name", "type", "expression"));
            if (!function.text("type").equals(Joint.FUNCTION)) {
                throw Hs3Reader.notSupported("functions of type \"" + function.text("type") + "\"", function);
            }
            if (polynomials.put(function.text("name"), PolynomialText.parse(function.text("expression"), function))
                    != null) {
                throw new BadInput("it is given twice", function.where(), "leave one out");
            }
        }
        List<String> pois = analysis.texts(Joint.POIS);
        if (pois.size() != 1) {
            throw new BadInput("there are " + pois.size() + " parameters of interest", analysis.where(), "name one");
        }
        return Optional.of(
                fitted(() -> new ModelFunctions(parameters(Joint.FUNCTION_PARAMETERS), polynomials, pois.get(0))));
    }

    /** Make something of what a document says, which may not fit together. */
    private <T> T fitted(java.util.function.Supplier<T> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException e) {
            throw new BadInput("its parts do not fit together: " + e.getMessage(), origin, "correct the document");
        }
    }
}
