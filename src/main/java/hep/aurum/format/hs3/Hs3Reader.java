package hep.aurum.format.hs3;

import hep.aurum.base.BadInput;
import hep.aurum.base.Names;
import hep.aurum.base.NotFound;
import hep.aurum.base.NotSupported;
import hep.aurum.likelihood.binned.Channel;
import hep.aurum.likelihood.binned.Measurement;
import hep.aurum.likelihood.binned.Observation;
import hep.aurum.likelihood.binned.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Turn an HS3 document into a workspace: one likelihood, and the analyses that use it as measurements. */
final class Hs3Reader {

    private static final Set<String> TOP = Set.of(
            "distributions",
            "functions",
            "data",
            "likelihoods",
            "domains",
            "parameter_points",
            "analyses",
            "metadata",
            "misc");

    private final Hs3Node root;
    private final String origin;
    private final Optional<String> wanted;

    Hs3Reader(Hs3Node root, String origin, Optional<String> wanted) {
        this.root = root;
        this.origin = origin;
        this.wanted = wanted;
    }

    static NotSupported notSupported(String what, Hs3Node where) {
        return new NotSupported(
                what + " cannot be read", where.where(), "HistFactory models are; remove it or write another model");
    }

    Workspace read() {
        root.allowKeys(TOP);
        String version = root.get("metadata").text("hs3_version");
        if (!version.equals("0.2") && !version.startsWith("0.2.")) {
            throw notSupported("version \"" + version + "\" of the standard", root);
        }
        List<Hs3Node> analyses = analyses();
        Hs3Node likelihood = likelihood(analyses);
        Hs3Index index = new Hs3Index(root, "distributions");
        List<Hs3Node> distributions = distributions(likelihood, index);
        Hs3Constraints constraints = new Hs3Constraints(index);
        Hs3Parameters parameters = new Hs3Parameters();
        Hs3Factors factors = new Hs3Factors(index, parameters);
        Hs3Channels reader = new Hs3Channels(parameters, constraints, factors);
        distributions.forEach(reader::collect);
        parameters.requireNone(root, "functions");
        likelihood.texts("aux_distributions").forEach(name -> constraints.addAuxiliary(name, likelihood));
        List<Channel> channels = new ArrayList<>();
        distributions.forEach(node -> channels.add(reader.channel(node)));
        channels.addAll(factors.auxiliaryChannels());
        List<Observation> observations = observations(likelihood, channels);
        observations.addAll(factors.auxiliaryObservations());
        List<Measurement> measurements = new ArrayList<>();
        List<Optional<Hs3Node>> wantedAnalyses = analyses.isEmpty()
                ? List.of(Optional.empty())
                : analyses.stream().map(Optional::of).toList();
        for (Optional<Hs3Node> analysis : wantedAnalyses) {
            Hs3Points points = Hs3Points.of(root, analysis);
            factors.checkRanges(points, origin);
            measurements.add(new Hs3Settings(channels, observations, constraints, parameters, factors, points)
                    .measurement(
                            analysis.map(node -> node.text("name")).orElse("measurement"),
                            analysis.map(Hs3Reader::poi).orElse("")));
        }
        return new Workspace(channels, observations, measurements).validated(origin);
    }

    /** Return the analysis that was asked for, or all of them, provided that they share a likelihood. */
    private List<Hs3Node> analyses() {
        List<Hs3Node> all = root.list("analyses").stream()
                .map(node -> node.at("analysis " + node.text("name")))
                .toList();
        if (wanted.isPresent()) {
            List<Hs3Node> found = all.stream()
                    .filter(node -> node.text("name").equals(wanted.get()))
                    .toList();
            if (found.isEmpty()) {
                throw new NotFound(
                        "no analysis \"" + wanted.get() + "\" in the document",
                        origin,
                        Names.suggest(wanted.get(), root.names("analyses")));
            }
            return found;
        }
        if (all.stream().map(node -> node.text("likelihood")).distinct().count() > 1) {
            throw new BadInput(
                    "the analyses have different likelihoods",
                    origin,
                    "name one of them: " + String.join(", ", root.names("analyses")));
        }
        return all;
    }

    private Hs3Node likelihood(List<Hs3Node> analyses) {
        if (!analyses.isEmpty()) {
            return root.named("likelihoods", analyses.get(0).text("likelihood"));
        }
        List<Hs3Node> all = root.list("likelihoods");
        if (all.size() != 1) {
            throw new BadInput(
                    "there is no analysis, and " + all.size() + " likelihoods",
                    origin,
                    "add an analysis that names one");
        }
        return root.named("likelihoods", all.get(0).text("name"));
    }

    private static List<Hs3Node> distributions(Hs3Node likelihood, Hs3Index index) {
        likelihood.allowKeys(Set.of("name", "distributions", "data", "aux_distributions"));
        List<Hs3Node> list = new ArrayList<>();
        for (String name : likelihood.texts("distributions")) {
            Hs3Node node = index.get(name);
            String type = node.text("type");
            if (!type.equals("histfactory_dist")) {
                throw notSupported("the distribution \"" + name + "\" of type \"" + type + "\"", likelihood);
            }
            list.add(node);
        }
        return list;
    }

    private List<Observation> observations(Hs3Node likelihood, List<Channel> channels) {
        List<String> names = likelihood.texts("data");
        int distributions = likelihood.list("distributions").size();
        if (names.size() != distributions) {
            throw new BadInput(
                    "there are " + distributions + " distributions and " + names.size() + " data sets",
                    likelihood.where(),
                    "give one data set for every distribution");
        }
        Hs3Index index = new Hs3Index(root, "data");
        List<Observation> list = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            Hs3Node data = index.get(names.get(i));
            if (!data.text("type").equals("binned")) {
                throw notSupported("data of type \"" + data.text("type") + "\"", data);
            }
            data.allowKeys(Set.of("name", "type", "axes", "contents"));
            List<Double> contents = data.numbers("contents");
            Hs3Channels.checkAxes(data, contents.size());
            list.add(new Observation(channels.get(i).name(), contents));
        }
        return list;
    }

    private static String poi(Hs3Node analysis) {
        List<String> pois = analysis.texts("parameters_of_interest");
        if (pois.size() > 1) {
            throw notSupported("an analysis of several parameters of interest", analysis);
        }
        return pois.isEmpty() ? "" : pois.get(0);
    }
}
