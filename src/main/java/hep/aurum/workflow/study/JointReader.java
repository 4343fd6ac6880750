package hep.aurum.workflow.study;

import hep.aurum.param.ParameterSpace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Read what the likelihood of a study has beside the learned ratio. */
final class JointReader {

    private static final String DATA_DRIVEN = "data_driven";
    private static final String RATE_UNCERTAINTY = "rate_uncertainty";
    private static final String NETWORK_UNCERTAINTY = "network_uncertainty";

    /** Fewer have no finite widening of their spread. */
    private static final int FEWEST_MEMBERS = 4;

    private final ParameterSpace space;
    private final Function<Section, Path> resolve;

    JointReader(ParameterSpace space, Function<Section, Path> resolve) {
        this.space = space;
        this.resolve = resolve;
    }

    JointSpec read(Section root) {
        Map<String, Double> uncertainties = new LinkedHashMap<>();
        Set<String> dataDriven = new LinkedHashSet<>();
        root.section("processes").children().forEach((name, process) -> {
            if (process.has(DATA_DRIVEN)) {
                requireNoOther(name, process);
                dataDriven.add(name);
                uncertainties.put(name, process.section(DATA_DRIVEN).number("uncertainty", 0));
            } else if (process.has(RATE_UNCERTAINTY)) {
                uncertainties.put(name, process.number(RATE_UNCERTAINTY, 0));
            }
        });
        Section discovery = root.section("tests").section("discovery");
        return new JointSpec(
                uncertainties,
                dataDriven,
                combined(root, discovery.has("poi")),
                profiled(discovery),
                network(root.section("estimator")));
    }

    private static void requireNoOther(String name, Section process) {
        if (process.has(RATE_UNCERTAINTY)) {
            throw process.refuse(
                    "the rate of process " + name + " has two uncertainties",
                    RATE_UNCERTAINTY,
                    "keep the one of data_driven");
        }
        if (process.has("rate")) {
            throw process.refuse(
                    "the rate of process " + name + " is measured in data and a parameter of the study as well",
                    DATA_DRIVEN,
                    "keep one of data_driven and rate");
        }
    }

    private List<JointSpec.Combined> combined(Section root, boolean isTested) {
        List<JointSpec.Combined> combined = new ArrayList<>();
        for (Section item : root.items("combine")) {
            combined.add(
                    new JointSpec.Combined(resolve.apply(item.section("workspace")), item.text("measurement", "")));
        }
        if (!combined.isEmpty() && !isTested) {
            throw root.refuse(
                    "the study combines its likelihood with other channels, but tests no rate",
                    "combine",
                    "add tests.discovery");
        }
        return combined;
    }

    private List<Integer> profiled(Section discovery) {
        List<Integer> profiled = new ArrayList<>();
        for (Section item : discovery.items("profile")) {
            int index = item.located(() -> space.indexOf(item.text()));
            if (profiled.contains(index) || item.text().equals(discovery.text("poi", ""))) {
                throw item.refuse(
                        "the parameter " + item.text() + " is named twice, or is the tested one",
                        "",
                        "name each of the other parameters once");
            }
            profiled.add(index);
        }
        return profiled;
    }

    private static Optional<Boolean> network(Section estimator) {
        if (!estimator.has(NETWORK_UNCERTAINTY)) {
            return Optional.empty();
        }
        boolean wanted = estimator.flag(NETWORK_UNCERTAINTY, false);
        if (wanted && estimator.integer("members", 3) < FEWEST_MEMBERS) {
            throw estimator.refuse(
                    "so few networks have no spread that could be taken as their uncertainty",
                    NETWORK_UNCERTAINTY,
                    "train " + FEWEST_MEMBERS + " members or more, with bootstrap: true");
        }
        return Optional.of(wanted);
    }
}
