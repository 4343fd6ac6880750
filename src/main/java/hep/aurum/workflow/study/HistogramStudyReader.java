package hep.aurum.workflow.study;

import hep.aurum.base.BadInput;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Read and check a study of histograms; every refusal names line and key. */
public final class HistogramStudyReader {

    /** The key by which a study of histograms differs from one of events. */
    private static final String CHANNELS = "channels";

    private final Section root;
    private final Path file;
    private final double luminosity;
    private final String rate;

    private HistogramStudyReader(Section root, Path file) {
        this.root = root;
        this.file = file;
        this.luminosity = root.number("luminosity", 0);
        this.rate = root.section("rate").text("name", "mu");
    }

    /**
     * Return whether a study file is one of histograms.
     *
     * @throws BadInput if it cannot be read
     */
    public static boolean accepts(Path file, Map<String, String> variables) {
        return YamlDocument.read(file, variables).root().has(CHANNELS);
    }

    /**
     * Read a study.
     *
     * @param file the YAML file; relative paths inside it start from its folder
     * @param variables values that replace those of its {@code variables}
     * @throws BadInput naming line and key
     */
    public static HistogramStudy read(Path file, Map<String, String> variables) {
        YamlDocument document = YamlDocument.read(file, variables);
        StudySchema.checkHistograms(document);
        return new HistogramStudyReader(Section.root(document), file).study();
    }

    private HistogramStudy study() {
        String name = root.text("name", "");
        List<HistogramStudy.Channel> channels = new ArrayList<>();
        root.section(CHANNELS).children().forEach((key, section) -> channels.add(channel(key, section)));
        if (channels.stream().flatMap(c -> c.processes().stream()).noneMatch(HistogramStudy.Process::isSignal)) {
            throw root.refuse("no process has the rate " + rate, CHANNELS, "give the signal the key rate: " + rate);
        }
        boolean some = channels.stream().anyMatch(c -> !c.observed().isEmpty());
        if (some && channels.stream().anyMatch(c -> c.observed().isEmpty())) {
            throw root.refuse("some channels have data and others none", CHANNELS, "give data to all, or to none");
        }
        Section tests = root.section("tests");
        Section outputs = root.section("outputs");
        return new HistogramStudy(
                name,
                root.text("title", name),
                luminosity,
                root.number("energy", 0),
                rate(root.section("rate")),
                channels,
                tests.number("level", 0.95),
                root.flag("statistical_errors", true),
                new Study.Outputs(
                        outputs.flag("figures", true),
                        outputs.flag("histograms", true),
                        outputs.flag("workspace", true),
                        outputs.flag("report", true)),
                file,
                root.json());
    }

    private HistogramStudy.Rate rate(Section section) {
        List<Double> range = section.has("range") ? section.numbers("range") : List.of(0.0, 10.0);
        if (!(range.get(0) < range.get(1))) {
            throw section.refuse("the range " + range + " is empty", "range", "write [min, max]");
        }
        return new HistogramStudy.Rate(rate, range.get(0), range.get(1), section.number("standard", 1));
    }

    private HistogramStudy.Channel channel(String name, Section section) {
        double own = section.number("luminosity", luminosity);
        if (!(own > 0)) {
            throw section.refuse("the channel " + name + " has no luminosity", "", "state it here or for the study");
        }
        List<HistogramStudy.Process> processes = new ArrayList<>();
        section.section("processes").children().forEach((key, item) -> processes.add(process(key, item)));
        Section axis = section.section("axis");
        return new HistogramStudy.Channel(
                name,
                section.text("label", name),
                own,
                new HistogramStudy.AxisSpec(
                        axis.text("label", ""), axis.text("unit", ""), axis.numbers("range"), axis.integer("merge", 1)),
                section.items("observed").stream().map(this::content).toList(),
                processes);
    }

    private HistogramStudy.Process process(String name, Section section) {
        boolean isSignal = section.has("rate");
        if (isSignal && !section.text("rate", "").equals(rate)) {
            throw section.refuse(
                    "the rate \"" + section.text("rate", "") + "\" is not that of the study, " + rate,
                    "rate",
                    "name it " + rate);
        }
        Map<String, HistogramStudy.Uncertainty> uncertainties = new LinkedHashMap<>();
        section.section("uncertainties")
                .children()
                .forEach((nuisance, item) -> uncertainties.put(nuisance, uncertainty(item)));
        Map<String, HistogramStudy.Variation> variations = new LinkedHashMap<>();
        section.section("variations").children().forEach((nuisance, item) -> {
            if (uncertainties.containsKey(nuisance)) {
                throw item.refuse(
                        "the nuisance " + nuisance + " is both an uncertainty of the rate and a variation of " + name,
                        "",
                        "keep the variation: it holds the change of the rate too");
            }
            variations.put(nuisance, variation(item));
        });
        return new HistogramStudy.Process(
                name,
                section.text("label", name),
                isSignal,
                uncertainties,
                variations,
                section.items("from").stream().map(this::content).toList());
    }

    private static HistogramStudy.Uncertainty uncertainty(Section item) {
        if (item.has("low") || item.has("high")) {
            return new HistogramStudy.Uncertainty(item.number("low", 1), item.number("high", 1));
        }
        double relative = item.number();
        if (!(relative > 0 && relative < 1)) {
            throw item.refuse(
                    "the relative uncertainty is " + relative + ", expected between 0 and 1",
                    "",
                    "or give low and high");
        }
        return new HistogramStudy.Uncertainty(1 - relative, 1 + relative);
    }

    private HistogramStudy.Variation variation(Section item) {
        return new HistogramStudy.Variation(
                item.items("up").stream().map(this::content).toList(),
                item.items("down").stream().map(this::content).toList());
    }

    private HistogramStudy.Content content(Section item) {
        boolean isTable = item.has("column");
        if (isTable == item.has("histograms")) {
            throw item.refuse("give either histograms or a column of a table", "", "");
        }
        return new HistogramStudy.Content(
                resolve(item.section("file")),
                item.items("histograms").stream().map(Section::text).toList(),
                item.text("table", ""),
                item.text("column", ""),
                normalisation(item));
    }

    private static Optional<HistogramStudy.Normalisation> normalisation(Section item) {
        if (!item.has("cross_section")) {
            return Optional.empty();
        }
        return Optional.of(new HistogramStudy.Normalisation(
                item.number("cross_section", 0), item.number("generated", 0), item.number("factor", 1)));
    }

    private Path resolve(Section item) {
        Path folder = file.toAbsolutePath().getParent();
        Path path = (folder == null ? Path.of("") : folder).resolve(item.text()).normalize();
        if (!Files.isRegularFile(path)) {
            throw item.refuse(
                    "there is no file " + path,
                    "",
                    "paths are relative to the study file's folder; variables are set with -D name=value");
        }
        return path;
    }
}
