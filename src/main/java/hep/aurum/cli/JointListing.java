package hep.aurum.cli;

import hep.aurum.format.hs3.JointFile;
import hep.aurum.likelihood.ModelParameter;
import hep.aurum.likelihood.StatisticalModel;
import hep.aurum.likelihood.binned.Channel;
import hep.aurum.likelihood.joint.ConstantShape;
import hep.aurum.likelihood.joint.EnsembleShape;
import hep.aurum.likelihood.joint.EventChannel;
import hep.aurum.likelihood.joint.FixedShape;
import hep.aurum.likelihood.joint.JointWorkspace;
import hep.aurum.likelihood.joint.LearnedShape;
import hep.aurum.likelihood.joint.PooledEvents;
import hep.aurum.likelihood.joint.ProductShape;
import hep.aurum.likelihood.joint.ShapeRatio;
import hep.aurum.likelihood.joint.ShiftedShape;
import hep.aurum.likelihood.joint.VariedShape;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Say what is in a document with channels of events. */
final class JointListing {

    /** A pool with fewer events for each expected one repeats them within an experiment too often. */
    private static final double SCARCE = 10;

    private final Path path;
    private final JointWorkspace joint;
    private final StatisticalModel model;
    private final Map<String, String> files;

    private JointListing(Path path, JointWorkspace joint, Map<String, String> files) {
        this.path = path;
        this.joint = joint;
        this.model = joint.model();
        this.files = files;
    }

    /** Read a document with all that lies beside it. */
    static JointListing of(Path path) {
        return new JointListing(path, JointFile.read(path), JointFile.checksums(path));
    }

    private record Process(String name, String density, List<String> parameters, int pool, boolean isDataDriven) {}

    private record Events(String name, List<String> features, double events, List<Process> processes) {}

    private List<Events> channels() {
        List<Events> channels = new ArrayList<>();
        for (JointWorkspace.Part part : joint.parts()) {
            EventChannel channel = part.channel();
            List<Process> processes = new ArrayList<>();
            for (int p = 0; p < channel.processes().size(); p++) {
                EventChannel.Process process = channel.processes().get(p);
                int pool = part.generator() instanceof PooledEvents pooled
                        ? pooled.pools().get(p).size()
                        : 0;
                processes.add(new Process(
                        process.name(),
                        words(process.shape()),
                        process.shape().parameters(),
                        pool,
                        part.dataDriven().contains(process.name())));
            }
            double sum = 0;
            for (double weight : part.data().weights()) {
                sum += weight;
            }
            channels.add(new Events(channel.name(), channel.features(), sum, processes));
        }
        return channels;
    }

    private static String words(ShapeRatio shape) {
        if (shape instanceof FixedShape) {
            return "reference law";
        } else if (shape instanceof LearnedShape) {
            return "network";
        } else if (shape instanceof ConstantShape) {
            return "network at one point";
        } else if (shape instanceof ProductShape product) {
            return product.factors().stream().map(JointListing::words).collect(Collectors.joining(" times "));
        } else if (shape instanceof VariedShape varied) {
            return words(varied.nominal()) + ", varied";
        } else if (shape instanceof EnsembleShape ensemble) {
            return "ensemble of " + ensemble.members().size() + ", each a "
                    + words(ensemble.members().get(0));
        } else if (shape instanceof ShiftedShape shifted) {
            return "ensemble of " + shifted.members().size() + ", shifted, each a "
                    + words(shifted.members().get(0));
        }
        return shape.getClass().getSimpleName();
    }

    private Map<String, Integer> bins() {
        List<String> events =
                joint.parts().stream().map(part -> part.channel().name()).toList();
        Map<String, Integer> bins = new LinkedHashMap<>();
        for (Channel channel : joint.workspace().channels()) {
            if (!events.contains(channel.name())) {
                bins.put(channel.name(), channel.bins());
            }
        }
        return bins;
    }

    /** Return what may go wrong with it. */
    List<String> remarks() {
        List<String> remarks = new ArrayList<>();
        for (Events channel : channels()) {
            for (Process process : channel.processes()) {
                if (process.pool() < SCARCE * channel.events()) {
                    remarks.add(String.format(
                            Locale.ROOT,
                            "channel %s: the pool of %s has %d events for %.0f observed, toys repeat them",
                            channel.name(),
                            process.name(),
                            process.pool(),
                            channel.events()));
                }
            }
        }
        return remarks;
    }

    void print(boolean json) {
        if (json) {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put(
                    "event_channels",
                    channels().stream().map(JointListing::object).toList());
            object.put("channels", bins());
            object.put(
                    "parameters", model.parameters().stream().map(this::object).toList());
            object.put("poi", model.poi().orElse(""));
            object.put("measurement", joint.measurement());
            object.put("files", files);
            object.put("remarks", remarks());
            Json.print(object);
            return;
        }
        System.out.println(path + ": one likelihood of events and histograms");
        channels().forEach(JointListing::print);
        if (!bins().isEmpty()) {
            System.out.println("  binned channels");
            bins().forEach((name, count) ->
                    System.out.printf(Locale.ROOT, "    %-30s %d %s%n", name, count, count == 1 ? "bin" : "bins"));
        }
        System.out.println("  parameters");
        model.parameters().forEach(this::print);
        System.out.printf(
                Locale.ROOT,
                "  measurement%n    %-30s %s%n",
                joint.measurement(),
                model.poi().orElse("none of interest"));
        System.out.println("  files, checksums agree");
        files.forEach((name, sha256) -> System.out.printf(Locale.ROOT, "    %s  %s%n", sha256.substring(0, 16), name));
        remarks().forEach(remark -> System.out.println("  remark: " + remark));
    }

    private static Map<String, Object> object(Events channel) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("name", channel.name());
        object.put("features", channel.features());
        object.put("events", channel.events());
        List<Map<String, Object>> processes = new ArrayList<>();
        for (Process process : channel.processes()) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("name", process.name());
            entry.put("density", process.density());
            entry.put("parameters", process.parameters());
            entry.put("pool", process.pool());
            entry.put("data_driven", process.isDataDriven());
            processes.add(entry);
        }
        object.put("processes", processes);
        return object;
    }

    private static void print(Events channel) {
        System.out.printf(
                Locale.ROOT,
                "  channel of events %s: %s, %s events%n",
                channel.name(),
                String.join(", ", channel.features()),
                channel.events() == Math.rint(channel.events())
                        ? String.format(Locale.ROOT, "%.0f", channel.events())
                        : String.format(Locale.ROOT, "%.4g weighted", channel.events()));
        for (Process p : channel.processes()) {
            System.out.printf(
                    Locale.ROOT,
                    "    %-20s %s%s, pool of %d%s%n",
                    p.name(),
                    p.density(),
                    p.parameters().isEmpty() ? "" : " in " + String.join(", ", p.parameters()),
                    p.pool(),
                    p.isDataDriven() ? ", from data" : "");
        }
    }

    private Map<String, Object> object(ModelParameter parameter) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("name", parameter.name());
        object.put("init", parameter.init());
        object.put("constraint", constraint(parameter));
        object.put("fixed", parameter.isFixed());
        return object;
    }

    private String constraint(ModelParameter parameter) {
        return model.constraints().containsKey(model.indexOf(parameter.name())) ? "constrained" : "free";
    }

    private void print(ModelParameter parameter) {
        System.out.printf(
                Locale.ROOT,
                "    %-30s %s%s%n",
                parameter.name(),
                constraint(parameter),
                parameter.isFixed() ? ", fixed at " + parameter.init() : "");
    }
}
