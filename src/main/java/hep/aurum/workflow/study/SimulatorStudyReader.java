package hep.aurum.workflow.study;

import hep.aurum.base.BadInput;
import hep.aurum.param.Parameter;
import hep.aurum.param.ParameterPoint;
import hep.aurum.param.ParameterSpace;
import hep.aurum.simulator.Simulator;
import hep.aurum.simulator.toy.Simulators;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Read and check a study of a simulator; every refusal names line and key. */
public final class SimulatorStudyReader {

    /** The key by which a study of a simulator differs from the other two. */
    private static final String SIMULATOR = "simulator";

    private static final long DEFAULT_SEED = 20260;
    private static final int MOST_FOR_NEYMAN = 2;

    private final Section root;
    private final Path file;
    private final ParameterSpace space;

    private SimulatorStudyReader(Section root, Path file) {
        this.root = root;
        this.file = file;
        this.space = StudyReader.parameters(root);
    }

    /**
     * Return whether a study file is one of a simulator.
     *
     * @throws BadInput if it cannot be read
     */
    public static boolean accepts(Path file, Map<String, String> variables) {
        return YamlDocument.read(file, variables).root().has(SIMULATOR);
    }

    /**
     * Read a study.
     *
     * @param file the YAML file
     * @param variables values that replace those of its {@code variables}
     * @throws BadInput naming line and key
     */
    public static SimulatorStudy read(Path file, Map<String, String> variables) {
        YamlDocument document = YamlDocument.read(file, variables);
        StudySchema.checkSimulator(document);
        return new SimulatorStudyReader(Section.root(document), file).study();
    }

    private SimulatorStudy study() {
        String name = root.text("name", "");
        Section experiment = root.section("experiment");
        Section tests = root.section("tests");
        Section outputs = root.section("outputs");
        return new SimulatorStudy(
                name,
                root.text("title", name),
                (long) root.number("seed", DEFAULT_SEED),
                simulator(root.section(SIMULATOR)),
                space,
                root.integer("events", 0),
                new SimulatorStudy.Experiment(
                        experiment.integer("observations", 0), experiment.text("called", "observations")),
                StudyReader.learning(root.section("estimator"), "alices", 1),
                root.has("data") ? Optional.of(point(root.section("data").section("pseudo"))) : Optional.empty(),
                scan(tests.section("scan")),
                tests.has("compare") ? Optional.of(comparison(tests.section("compare"))) : Optional.empty(),
                tests.flag("trust", true),
                new Study.Outputs(outputs.flag("figures", true), false, false, outputs.flag("report", true)),
                file,
                root.json());
    }

    private Simulator simulator(Section section) {
        Map<String, Double> options = new LinkedHashMap<>();
        section.children().forEach((key, value) -> {
            if (!key.equals("name")) {
                options.put(key, value.number());
            }
        });
        Simulator simulator = section.located(() -> Simulators.create(section.text("name", ""), options));
        if (!space.names().equals(simulator.space().names())) {
            throw root.refuse(
                    "the parameters are " + space.names() + ", those of the simulator " + simulator.name() + " "
                            + simulator.space().names(),
                    "parameters",
                    "name the simulator's parameters, in its order");
        }
        for (int a = 0; a < space.size(); a++) {
            Parameter own = space.get(a);
            Parameter its = simulator.space().get(a);
            if (own.min() < its.min() || own.max() > its.max()) {
                throw root.refuse(
                        "the range [" + own.min() + ", " + own.max() + "] of " + own.name()
                                + " is wider than the simulator's, [" + its.min() + ", " + its.max() + "]",
                        "parameters/" + own.name(),
                        "narrow it");
            }
        }
        return simulator;
    }

    private ParameterPoint point(Section section) {
        return section.located(() -> {
            ParameterPoint point = space.point(section.point());
            space.requireInside(point, "the point");
            return point;
        });
    }

    private SimulatorStudy.Scan scan(Section section) {
        boolean one = space.size() == 1;
        Section neyman = section.section("neyman");
        if (section.has("neyman") && space.size() > MOST_FOR_NEYMAN) {
            throw section.refuse(
                    "a confidence set by toys in " + space.size() + " parameters would need too many",
                    "neyman",
                    "leave it out: the scan profiles");
        }
        return new SimulatorStudy.Scan(
                section.has("expected_at") ? point(section.section("expected_at")) : space.standard(),
                section.integer("points", one ? 61 : 25),
                neyman.integer("points", one ? 21 : 9),
                section.has("neyman") ? neyman.integer("toys", 200) : 0);
    }

    private SimulatorStudy.Comparison comparison(Section section) {
        Section first = section.section("null");
        Section second = section.section("alternative");
        if (!first.point().keySet().equals(second.point().keySet())) {
            throw section.refuse(
                    "the null fixes " + first.point().keySet() + ", the alternative "
                            + second.point().keySet(),
                    "alternative",
                    "fix the same parameters in both; the others are profiled");
        }
        ParameterPoint nullPoint = point(first);
        ParameterPoint alternative = point(second);
        if (nullPoint.equals(alternative)) {
            throw section.refuse("the null and the alternative are the same", "alternative", "choose another point");
        }
        List<String> names = section.has("names")
                ? section.items("names").stream().map(Section::text).toList()
                : List.of("null", "alternative");
        TreeSet<Integer> fixed = new TreeSet<>();
        first.point().keySet().forEach(name -> fixed.add(space.indexOf(name)));
        return new SimulatorStudy.Comparison(
                names.get(0), names.get(1), nullPoint, alternative, fixed, section.integer("toys", 1000));
    }
}
