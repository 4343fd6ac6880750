package hep.aurum.format.hs3;

import hep.aurum.base.NotSupported;
import hep.aurum.likelihood.ModelParameter;
import hep.aurum.likelihood.binned.BinnedModel;
import hep.aurum.likelihood.binned.Channel;
import hep.aurum.likelihood.binned.InterpolationCodes;
import hep.aurum.likelihood.binned.Measurement;
import hep.aurum.likelihood.binned.Modifier;
import hep.aurum.likelihood.binned.ParameterSettings;
import hep.aurum.likelihood.binned.Sample;
import hep.aurum.likelihood.binned.Workspace;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Turn a workspace into an HS3 tree with keys in a fixed order. */
final class Hs3Writer {

    private static final String LIKELIHOOD = "likelihood";

    private final Workspace workspace;

    /** Document names of parameters by ours. */
    private final Map<String, String> documentNames = new LinkedHashMap<>();

    /** Constraints of single parameters: measured value and uncertainty by name. */
    private final Map<String, double[]> gaussians = new LinkedHashMap<>();

    private final Map<String, Integer> usedBins = new LinkedHashMap<>();

    Hs3Writer(Workspace workspace) {
        this.workspace = workspace.validated("");
        for (Channel channel : workspace.channels()) {
            for (Sample sample : channel.samples()) {
                for (Modifier modifier : sample.modifiers()) {
                    if (isGaussian(modifier)) {
                        gaussians.computeIfAbsent(modifier.name(), this::constraint);
                    }
                }
            }
        }
    }

    private static boolean isGaussian(Modifier modifier) {
        return modifier instanceof Modifier.NormSys
                || modifier instanceof Modifier.HistoSys
                || modifier instanceof Modifier.Lumi;
    }

    /** A distribution is one for all analyses, so that measurements have to agree on it. */
    private double[] constraint(String name) {
        double[] agreed = constraint(workspace.measurements().get(0), name);
        for (Measurement measurement : workspace.measurements()) {
            double[] other = constraint(measurement, name);
            if (other[0] != agreed[0] || other[1] != agreed[1]) {
                throw new NotSupported(
                        "measurements disagree on the constraint of \"" + name + "\"",
                        "measurement " + measurement.name(),
                        "write a document for each measurement");
            }
        }
        return agreed;
    }

    private static double[] constraint(Measurement measurement, String name) {
        double[] constraint = {0.0, 1.0};
        for (ParameterSettings settings : measurement.parameters()) {
            if (settings.name().equals(name)) {
                constraint[0] = settings.auxdata().isEmpty()
                        ? constraint[0]
                        : settings.auxdata().get(0);
                constraint[1] = settings.sigmas().isEmpty()
                        ? constraint[1]
                        : settings.sigmas().get(0);
            }
        }
        return constraint;
    }

    ObjectNode toTree() {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.putObject("metadata").put("hs3_version", Hs3.VERSION);
        ArrayNode distributions = root.putArray("distributions");
        for (Channel channel : workspace.channels()) {
            addChannel(distributions.addObject(), channel);
        }
        gaussians.forEach((name, constraint) -> addConstraint(distributions.addObject(), name, constraint[1]));
        ArrayNode data = root.putArray("data");
        ObjectNode likelihood = root.putArray("likelihoods").addObject().put("name", LIKELIHOOD);
        ArrayNode models = likelihood.putArray("distributions");
        ArrayNode observations = likelihood.putArray("data");
        for (Channel channel : workspace.channels()) {
            addData(data.addObject(), channel);
            models.add(channel.name());
            observations.add(dataName(channel));
        }
        ArrayNode domains = root.putArray("domains");
        ArrayNode points = root.putArray("parameter_points");
        ArrayNode analyses = root.putArray("analyses");
        for (Measurement measurement : workspace.measurements()) {
            addMeasurement(measurement, domains.addObject(), points.addObject(), analyses.addObject());
        }
        requireUniqueNames();
        return root;
    }

    static String dataName(Channel channel) {
        return dataName(channel.name());
    }

    static String dataName(String channel) {
        return "obsData_" + channel;
    }

    private static String constraintName(String parameter) {
        return parameter + "Constraint";
    }

    private static String nominalName(String parameter) {
        return "nom_" + parameter;
    }

    private void addChannel(ObjectNode node, Channel channel) {
        node.put("name", channel.name()).put("type", "histfactory_dist");
        addAxes(node, channel);
        String shared = sharedStatError(channel);
        if (!shared.isEmpty()) {
            // ROOT takes the kind of constraint from here, pyhs3 from the modifier.
            node.putObject("staterror").put("constraint", "Gauss").put("constraint_type", "Gauss");
        }
        Map<String, Integer> firstBins = firstBins(channel);
        ArrayNode samples = node.putArray("samples");
        for (Sample sample : channel.samples()) {
            addSample(samples.addObject(), sample, shared, firstBins);
        }
    }

    private static void addAxes(ObjectNode node, Channel channel) {
        node.putArray("axes")
                .addObject()
                .put("name", "bin_" + channel.name())
                .put("min", 0.0)
                .put("max", (double) channel.bins())
                .put("nbins", channel.bins());
    }

    /** Return the one staterror of a channel; those of a single sample can be written as shapesys instead. */
    private static String sharedStatError(Channel channel) {
        Map<String, Integer> uses = new LinkedHashMap<>();
        for (Sample sample : channel.samples()) {
            for (Modifier modifier : sample.modifiers()) {
                if (modifier instanceof Modifier.StatError) {
                    uses.merge(modifier.name(), 1, Integer::sum);
                }
            }
        }
        if (uses.size() == 1) {
            return uses.keySet().iterator().next();
        }
        List<String> shared = uses.keySet().stream()
                .filter(name -> uses.getOrDefault(name, 0) > 1)
                .toList();
        if (shared.size() > 1) {
            throw new NotSupported(
                    "several samples share the staterrors " + String.join(" and ", shared),
                    "channel " + channel.name(),
                    "the standard has one staterror for a channel; give them one name");
        }
        return shared.isEmpty() ? "" : shared.get(0);
    }

    /** Number the bins of a staterror through the channels that use it, and note the names of all factors by bin. */
    private Map<String, Integer> firstBins(Channel channel) {
        Map<String, Integer> first = new LinkedHashMap<>();
        for (Sample sample : channel.samples()) {
            for (Modifier modifier : sample.modifiers()) {
                if (!isByBin(modifier)) {
                    documentNames.put(modifier.name(), modifier.name());
                } else if (!first.containsKey(modifier.name())) {
                    int offset = modifier instanceof Modifier.StatError
                            ? usedBins.merge(modifier.name(), channel.bins(), Integer::sum) - channel.bins()
                            : 0;
                    first.put(modifier.name(), offset);
                    for (int b = offset; b < offset + channel.bins(); b++) {
                        documentNames.put(BinNames.ours(modifier.name(), b), BinNames.document(modifier.name(), b));
                    }
                }
            }
        }
        return first;
    }

    private static boolean isByBin(Modifier modifier) {
        return modifier instanceof Modifier.ShapeSys
                || modifier instanceof Modifier.ShapeFactor
                || modifier instanceof Modifier.StatError;
    }

    private void addSample(ObjectNode node, Sample sample, String shared, Map<String, Integer> firstBins) {
        ObjectNode data = node.put("name", sample.name()).putObject("data");
        addNumbers(data, "contents", sample.data());
        addNumbers(data, "errors", errors(sample, shared));
        ArrayNode modifiers = node.putArray("modifiers");
        for (Modifier modifier : sample.modifiers()) {
            ObjectNode entry = modifiers.addObject().put("name", modifier.name());
            if (isByBin(modifier)) {
                ArrayNode parameters = entry.putArray("parameters");
                int first = firstBins.getOrDefault(modifier.name(), 0);
                for (int b = first; b < first + sample.data().size(); b++) {
                    parameters.add(BinNames.document(modifier.name(), b));
                }
                addFactors(entry, sample, modifier, shared);
            } else {
                addScalar(entry.put("parameter", modifier.name()), modifier);
            }
        }
    }

    private static List<Double> errors(Sample sample, String shared) {
        return sample.modifiers().stream()
                .filter(m -> m instanceof Modifier.StatError && m.name().equals(shared))
                .map(m -> ((Modifier.StatError) m).uncertainties())
                .findFirst()
                .orElseGet(() -> sample.data().stream().map(x -> 0.0).toList());
    }

    private static void addFactors(ObjectNode entry, Sample sample, Modifier modifier, String shared) {
        if (modifier instanceof Modifier.ShapeSys shapeSys) {
            addShapeSys(entry, "Poisson", sample, shapeSys.uncertainties());
        } else if (modifier instanceof Modifier.StatError statError) {
            if (modifier.name().equals(shared)) {
                entry.put("type", "staterror").put("constraint", "Gauss").put("constraint_type", "Gauss");
            } else {
                addShapeSys(entry, "Gauss", sample, statError.uncertainties());
            }
        } else {
            entry.put("type", "shapefactor");
        }
    }

    private static void addShapeSys(ObjectNode entry, String constraint, Sample sample, List<Double> uncertainties) {
        entry.put("type", "shapesys").put("constraint", constraint).put("constraint_type", constraint);
        ArrayNode values = entry.putObject("data").putArray("vals");
        for (int b = 0; b < uncertainties.size(); b++) {
            double rate = sample.data().get(b);
            values.add(rate > 0.0 ? uncertainties.get(b) / rate : 0.0);
        }
    }

    private static void addScalar(ObjectNode entry, Modifier modifier) {
        if (isGaussian(modifier)) {
            entry.put("constraint_name", constraintName(modifier.name()));
        }
        if (modifier instanceof Modifier.NormSys normSys) {
            entry.put("type", "normsys").put("constraint", "Gauss");
            entry.putObject("data").put("lo", normSys.lo()).put("hi", normSys.hi());
        } else if (modifier instanceof Modifier.HistoSys histoSys) {
            entry.put("type", "histosys").put("constraint", "Gauss");
            ObjectNode data = entry.putObject("data");
            addNumbers(data.putObject("lo"), "contents", histoSys.loData());
            addNumbers(data.putObject("hi"), "contents", histoSys.hiData());
        } else {
            entry.put("type", "normfactor");
        }
    }

    private static void addConstraint(ObjectNode node, String parameter, double sigma) {
        node.put("name", constraintName(parameter))
                .put("type", "gaussian_dist")
                .put("x", parameter)
                .put("mean", nominalName(parameter))
                .put("sigma", sigma);
    }

    private void addData(ObjectNode node, Channel channel) {
        node.put("name", dataName(channel)).put("type", "binned");
        addAxes(node, channel);
        addNumbers(node, "contents", workspace.observation(channel.name()).data());
    }

    private void addMeasurement(Measurement measurement, ObjectNode domain, ObjectNode point, ObjectNode analysis) {
        requireDefaultConstraintsByBin(measurement);
        // ROOT takes ranges and values of parameters from what has these names.
        boolean isFirst = measurement.equals(workspace.measurements().get(0));
        String domainName = isFirst ? Hs3Points.COMMON_DOMAIN : measurement.name() + "_domain";
        String pointName = isFirst ? Hs3Points.COMMON_POINT : measurement.name() + "_values";
        ArrayNode axes =
                domain.put("name", domainName).put("type", "product_domain").putArray("axes");
        ArrayNode parameters = point.put("name", pointName).putArray("parameters");
        BinnedModel model = BinnedModel.of(workspace, measurement.name(), InterpolationCodes.withDefaults());
        for (ModelParameter parameter : model.parameters()) {
            String name = documentNames.getOrDefault(parameter.name(), parameter.name());
            addAxis(axes.addObject().put("name", name), parameter);
            parameters
                    .addObject()
                    .put("name", name)
                    .put("value", parameter.init())
                    .put("const", parameter.isFixed());
        }
        gaussians.forEach((name, constraint) -> parameters
                .addObject()
                .put("name", nominalName(name))
                .put("value", constraint[0])
                .put("const", true));
        analysis.put("name", measurement.name()).put("likelihood", LIKELIHOOD);
        ArrayNode pois = analysis.putArray("parameters_of_interest");
        if (!measurement.poi().isEmpty()) {
            pois.add(measurement.poi());
        }
        analysis.putArray("domains").add(domainName);
        analysis.put("init", pointName);
    }

    /** JSON has no infinity: an axis without an end is open there. */
    static void addAxis(ObjectNode axis, ModelParameter parameter) {
        if (Double.isFinite(parameter.lower())) {
            axis.put("min", parameter.lower());
        }
        if (Double.isFinite(parameter.upper())) {
            axis.put("max", parameter.upper());
        }
    }

    private void requireDefaultConstraintsByBin(Measurement measurement) {
        for (ParameterSettings settings : measurement.parameters()) {
            boolean isByBin = documentNames.containsKey(BinNames.ours(settings.name(), 0));
            boolean isDefault = settings.auxdata().isEmpty()
                    && settings.sigmas().isEmpty()
                    && settings.factors().isEmpty();
            if (isByBin && !isDefault) {
                throw new NotSupported(
                        "the auxiliary data of \"" + settings.name() + "\" are not those of its modifier",
                        "measurement " + measurement.name() + ", parameter " + settings.name(),
                        "remove \"auxdata\", \"sigmas\" and \"factors\", or write the workspace as pyhf does");
            }
        }
    }

    /** Parameters and distributions of a document live in one namespace. */
    private void requireUniqueNames() {
        Set<String> names = new HashSet<>();
        documentNames.values().forEach(name -> requireNew(names, name));
        gaussians.keySet().forEach(name -> requireNew(names, constraintName(name)));
        gaussians.keySet().forEach(name -> requireNew(names, nominalName(name)));
        workspace.channels().forEach(channel -> requireNew(names, channel.name()));
    }

    private static void requireNew(Set<String> names, String name) {
        if (!names.add(name)) {
            throw new NotSupported(
                    "a channel, a parameter or a constraint has the name \"" + name + "\" of another one",
                    "the document",
                    "the standard has one namespace for all of them; rename one");
        }
    }

    private static void addNumbers(ObjectNode node, String key, List<Double> values) {
        ArrayNode array = node.putArray(key);
        for (double value : values) {
            array.add(value);
        }
    }
}
