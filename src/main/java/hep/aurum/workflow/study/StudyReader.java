package hep.aurum.workflow.study;

import hep.aurum.base.BadInput;
import hep.aurum.estimator.ratio.Parameterisation;
import hep.aurum.estimator.ratio.RatioLoss;
import hep.aurum.nn.Backend;
import hep.aurum.param.Parameter;
import hep.aurum.param.ParameterPoint;
import hep.aurum.param.ParameterSpace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Read and check a study file; every refusal names line and key. */
public final class StudyReader {

    private static final long DEFAULT_SEED = 20260;

    private final Section root;
    private final Path file;
    private final boolean needsFiles;
    private final ParameterSpace space;

    private StudyReader(Section root, Path file, boolean needsFiles) {
        this.root = root;
        this.file = file;
        this.needsFiles = needsFiles;
        this.space = parameters(root);
    }

    /**
     * Read a study.
     *
     * @param file the YAML file; relative paths inside it start from its folder
     * @throws BadInput naming line and key
     */
    public static Study read(Path file) {
        return read(file, Map.of());
    }

    /** Read a study, with values in place of those of its {@code variables}. */
    public static Study read(Path file, Map<String, String> variables) {
        return read(YamlDocument.read(file, variables), file, true);
    }

    /**
     * Read the configuration that a run recorded; its event files need not be there any more.
     *
     * @param origin the file that holds it, for messages
     * @param configuration YAML or JSON
     */
    public static Study ofConfiguration(Path origin, String configuration) {
        return read(YamlDocument.parse(origin.toString(), configuration), origin, false);
    }

    /**
     * Read a study that a program has put together; relative paths inside it start from the working folder.
     *
     * @param origin what the text is, for messages
     * @param text YAML or JSON
     */
    public static Study ofText(String origin, String text) {
        return read(YamlDocument.parse(origin, text), Path.of(origin), true);
    }

    private static Study read(YamlDocument document, Path file, boolean needsFiles) {
        StudySchema.check(document);
        return new StudyReader(Section.root(document), file, needsFiles).study();
    }

    private Study study() {
        String name = root.text("name", "");
        List<Study.Process> processes = new ProcessReader(space, this::resolve).read(root.section("processes"));
        return new Study(
                name,
                root.text("title", name),
                (long) root.number("seed", DEFAULT_SEED),
                root.number("luminosity", 0),
                root.number("energy", 0),
                space,
                processes,
                analysis(processes),
                split(root.section("split")),
                learning(root.section("estimator"), "rascal", processes.size()),
                data(root.section("data")),
                scan(root.section("tests").section("scan")),
                discovery(processes),
                new JointReader(space, this::resolve).read(root),
                outputs(root.section("outputs")),
                file,
                root.json());
    }

    static ParameterSpace parameters(Section root) {
        List<Parameter> parameters = new ArrayList<>();
        root.section("parameters").children().forEach((name, section) -> {
            List<Double> range = section.numbers("range");
            parameters.add(section.located(
                    () -> new Parameter(name, range.get(0), range.get(1), section.number("standard", 0))));
        });
        return new ParameterSpace(parameters);
    }

    private Path resolve(Section item) {
        Path folder = file.toAbsolutePath().getParent();
        Path path = (folder == null ? Path.of("") : folder).resolve(item.text());
        if (needsFiles && !Files.isRegularFile(path)) {
            throw item.refuse("there is no file " + path, "", "paths are relative to the study file's folder");
        }
        return path;
    }

    private ParameterPoint point(Section section) {
        return section.located(() -> {
            ParameterPoint point = space.point(section.point());
            space.requireInside(point, "the point");
            return point;
        });
    }

    private Study.Analysis analysis(List<Study.Process> processes) {
        ObjectReader objects = ObjectReader.of(root.section("objects"));
        List<Study.ObservableSpec> observables = observables(root.section("observables"));
        boolean needed = processes.stream().anyMatch(p -> p.simulator().isEmpty());
        if (needed && observables.isEmpty()) {
            throw root.refuse("the key \"observables\" is missing", "", "declare what the network sees");
        }
        return new Study.Analysis(
                objects.pdgIds(),
                objects.collections(),
                objects.columns(),
                root.section("detector").json(),
                root.items("selection").stream().map(Section::text).toList(),
                observables,
                observables(root.section("spectators")));
    }

    private static List<Study.ObservableSpec> observables(Section section) {
        List<Study.ObservableSpec> observables = new ArrayList<>();
        section.children()
                .forEach((name, item) -> observables.add(
                        item.isText()
                                ? new Study.ObservableSpec(name, item.text(), Optional.empty(), "", "")
                                : new Study.ObservableSpec(
                                        name,
                                        item.text("expression", ""),
                                        item.number("default"),
                                        item.text("unit", ""),
                                        flag(item))));
        return observables;
    }

    private static String flag(Section item) {
        String flag = item.text("flag", "");
        if (!flag.isEmpty() && !item.has("default")) {
            throw item.refuse(
                    "the flag \"" + flag + "\" has no default to tell from a value", "flag", "declare a default");
        }
        return flag;
    }

    private static Study.Split split(Section section) {
        Study.Split split = new Study.Split(
                section.number("training", 0.5),
                section.number("validation", 0.1),
                section.number("template", 0.15),
                section.number("pseudo_data", 0.25));
        double sum = split.training() + split.validation() + split.template() + split.pseudoData();
        if (Math.abs(sum - 1) > 1e-9) {
            throw section.refuse("the shares of the split add up to " + sum + ", expected 1", "", "");
        }
        return split;
    }

    static Study.Learning learning(Section section, String usualMethod, int processes) {
        String method = section.text("method", usualMethod);
        section.section("method").located(() -> RatioLoss.named(method));
        String backend = section.text("backend", Backend.fused().name());
        section.section("backend").located(() -> Backend.named(backend));
        String parameterisation = section.text("parameterisation", Parameterisation.SINGLE.label());
        if (Parameterisation.parse(parameterisation) == Parameterisation.DOUBLE && processes > 1) {
            throw section.refuse(
                    "the double parameterisation gives ratios between points, which say nothing of the odds between "
                            + processes + " processes",
                    "parameterisation",
                    "use single, or study one process");
        }
        return new Study.Learning(
                method,
                parameterisation,
                section.items("hidden").stream()
                        .map(item -> (int) item.number())
                        .toList(),
                section.text("activation", ""),
                section.integer("members", 3),
                section.flag("bootstrap", false),
                section.integer("epochs", 0),
                section.integer("batch", 0),
                section.number("learning_rate", 0),
                section.text("schedule", ""),
                section.text("optimiser", ""),
                section.number("weight_decay", -1),
                section.number("alpha", -1),
                section.integer("patience", 0),
                backend);
    }

    private Study.Data data(Section section) {
        Optional<ParameterPoint> pseudo =
                section.has("pseudo") ? Optional.of(point(section.section("pseudo"))) : Optional.empty();
        EventFileReader files = new EventFileReader(space, this::resolve);
        return new Study.Data(
                pseudo, section.items("events").stream().map(files::dataFile).toList());
    }

    private Study.Scan scan(Section section) {
        Map<Integer, Double> fixed = new LinkedHashMap<>();
        Section held = section.section("fixed");
        point(held);
        held.point().forEach((name, value) -> fixed.put(space.indexOf(name), value));
        List<Integer> scanned = new ArrayList<>(section.items("parameters").stream()
                .map(item -> item.located(() -> space.indexOf(item.text())))
                .toList());
        if (scanned.isEmpty()) {
            scanned.addAll(IntStream.range(0, space.size())
                    .filter(i -> !fixed.containsKey(i))
                    .boxed()
                    .toList());
        }
        if (Set.copyOf(scanned).size() != scanned.size()) {
            throw section.refuse("a parameter is scanned twice", "parameters", "name each once");
        }
        if (scanned.isEmpty() || scanned.stream().anyMatch(fixed::containsKey)) {
            throw section.refuse(
                    scanned.isEmpty() ? "every parameter is fixed" : "a scanned parameter is fixed",
                    "fixed",
                    "scan parameters that are free");
        }
        Section neyman = section.section("neyman");
        return new Study.Scan(
                scanned,
                fixed,
                section.has("expected_at") ? point(section.section("expected_at")) : space.standard(),
                section.integer("points", 41),
                neyman.integer("toys", section.has("neyman") ? 400 : 0),
                neyman.items("at").stream().map(this::point).toList(),
                section.text("classical", ""),
                section.integer("classical_bins", 30));
    }

    private Optional<Study.Discovery> discovery(List<Study.Process> processes) {
        Section section = root.section("tests").section("discovery");
        if (!section.has("poi")) {
            requireNoVariations(processes);
            return Optional.empty();
        }
        Section poiSection = section.section("poi");
        int poi = poiSection.located(() -> space.indexOf(poiSection.text()));
        if (processes.stream().noneMatch(p -> p.rate().isPresent() && p.rate().getAsInt() == poi)) {
            throw section.refuse(
                    "the parameter " + space.get(poi).name() + " is the rate of no process",
                    "poi",
                    "give the signal process the key rate: " + space.get(poi).name());
        }
        if (processes.stream().allMatch(p -> p.rate().isPresent() && p.rate().getAsInt() == poi)) {
            throw section.refuse(
                    "every process has the rate " + space.get(poi).name()
                            + ", so there is no background to discover it over",
                    "poi",
                    "declare a process without this rate");
        }
        List<Double> range = section.numbers("classical_range");
        if (!range.isEmpty() && !(range.get(0) < range.get(1))) {
            throw section.refuse("the range " + range + " is empty", "classical_range", "write [min, max]");
        }
        return Optional.of(new Study.Discovery(
                poi,
                section.has("at") ? point(section.section("at")) : space.standard(),
                section.integer("bins", 12),
                section.number("min_events", 10),
                classical(section),
                section.integer("classical_bins", section.integer("bins", 12)),
                range,
                section.number("level", 0.95),
                section.number("luminosity_uncertainty", 0),
                SpectrumReader.read(root, section)));
    }

    private void requireNoVariations(List<Study.Process> processes) {
        for (Study.Process process : processes) {
            if (!process.variations().isEmpty()) {
                throw root.refuse(
                        "the variations of process " + process.name()
                                + " change histograms, of which this study makes none",
                        "processes",
                        "add tests.discovery; for a likelihood without bins see VariedRatio");
            }
        }
    }

    private String classical(Section section) {
        String name = section.text("classical", "");
        boolean known = name.isEmpty()
                || root.section("observables").has(name)
                || root.section("spectators").has(name)
                || !root.has("observables");
        if (!known) {
            throw section.refuse("no observable is named \"" + name + "\"", "classical", "");
        }
        return name;
    }

    private static Study.Outputs outputs(Section section) {
        return new Study.Outputs(
                section.flag("figures", true),
                section.flag("histograms", true),
                section.flag("workspace", true),
                section.flag("report", true));
    }
}
