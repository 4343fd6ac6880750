package hep.aurum.workflow;

import hep.aurum.base.BadInput;
import hep.aurum.base.Names;
import hep.aurum.base.Progress;
import hep.aurum.base.Tally;
import hep.aurum.math.random.RandomStreams;
import hep.aurum.param.MonomialBasis;
import hep.aurum.param.ParameterPoint;
import hep.aurum.sample.EventSample;
import hep.aurum.sample.SimulatedSample;
import hep.aurum.simulator.PolynomialProcess;
import hep.aurum.simulator.toy.Toy;
import hep.aurum.simulator.toy.ToyCatalogue;
import hep.aurum.workflow.study.Study;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Draw the events of a study from embedded simulators, in place of reading files. */
final class ToySampling {

    /** Name of the part of a study's random numbers that draws events. */
    static final String STREAM = "simulator";

    private static final String PROCESS = "process";

    private final Study study;
    private final List<Drawn> drawn = new ArrayList<>();

    /** A process of the study, the toy that draws it, and the toy's own process. */
    private record Drawn(Study.Process process, Study.SimulatorSpec spec, Toy toy, PolynomialProcess generator) {}

    private ToySampling(Study study) {
        this.study = study;
        study.processes().forEach(process -> drawn.add(resolve(process)));
    }

    static StudySample draw(Study study, Progress progress) {
        return new ToySampling(study).drawAll(progress);
    }

    /** Return the generator of the first process of a study. */
    static PolynomialProcess first(Study study) {
        return new ToySampling(study).drawn.get(0).generator();
    }

    private Drawn resolve(Study.Process process) {
        Study.SimulatorSpec spec = process.simulator()
                .orElseThrow(() -> new BadInput(
                        "process " + process.name() + " is read from files, others are drawn by a simulator",
                        study.file().toString(),
                        "take all processes from files, or all from one simulator"));
        Toy toy = ToyCatalogue.create(spec.name(), options(process, spec));
        if (!toy.space().names().equals(study.parameters().names())) {
            throw new BadInput(
                    "the simulator " + spec.name() + " has the parameters "
                            + toy.space().names() + ", the study "
                            + study.parameters().names(),
                    study.file() + ", key parameters",
                    "declare the simulator's parameters in its order");
        }
        return new Drawn(process, spec, toy, generator(process, spec, toy));
    }

    private Map<String, Double> options(Study.Process process, Study.SimulatorSpec spec) {
        Map<String, Double> options = new LinkedHashMap<>();
        spec.options().forEach((key, text) -> {
            if (!key.equals(PROCESS)) {
                try {
                    options.put(key, Double.valueOf(text));
                } catch (NumberFormatException e) {
                    throw new BadInput(
                            "the option " + key + " of the simulator is \"" + text + "\", expected a number",
                            study.file() + ", key processes." + process.name() + ".simulator." + key,
                            "");
                }
            }
        });
        return options;
    }

    private PolynomialProcess generator(Study.Process process, Study.SimulatorSpec spec, Toy toy) {
        List<String> names =
                toy.processes().stream().map(PolynomialProcess::name).toList();
        String wanted = spec.options().getOrDefault(PROCESS, names.size() == 1 ? names.get(0) : process.name());
        return toy.processes().stream()
                .filter(p -> p.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new BadInput(
                        "the simulator " + spec.name() + " has no process \"" + wanted + "\"",
                        study.file() + ", key processes." + process.name() + ".simulator." + PROCESS,
                        Names.suggest(wanted, names)));
    }

    private StudySample drawAll(Progress progress) {
        MonomialBasis basis = drawn.stream()
                .map(d -> d.generator().basis())
                .reduce(MonomialBasis::union)
                .orElseThrow();
        RandomStreams streams = RandomStreams.of(study.seed()).part(STREAM);
        List<EventSample> parts = new ArrayList<>();
        List<ProcessFacts> facts = new ArrayList<>();
        long all = drawn.stream().mapToLong(d -> d.spec().events()).sum();
        Tally tally = Tally.of(progress, "drawing events", all, "events");
        for (int i = 0; i < drawn.size(); i++) {
            Drawn d = drawn.get(i);
            ParameterPoint point = d.toy().reference();
            parts.add(new SimulatedSample(d.generator(), point, d.spec().events(), i, streams).inMemory(basis));
            facts.add(facts(d, point));
            tally.add(d.spec().events());
        }
        tally.finish();
        EventSample events = renamed(EventSample.join(parts));
        return new StudySample(
                events,
                Optional.empty(),
                events.dimension(),
                drawn.stream().map(d -> 1).toList(),
                events.featureNames().stream().map(name -> "").toList(),
                facts,
                wholeToy());
    }

    /** Give the sample the ranges and the process names of the study. */
    private EventSample renamed(EventSample events) {
        List<String> names = drawn.stream().map(d -> d.process().name()).toList();
        return events.within(study.parameters()).withProcesses(names);
    }

    private ProcessFacts facts(Drawn d, ParameterPoint point) {
        double sigma = d.generator().crossSection(point.toArray());
        return new ProcessFacts(
                d.process().name(),
                List.of(new ProcessFacts.FileFacts(
                        "simulator " + d.spec().name(),
                        "",
                        "in process",
                        d.spec().events(),
                        sigma,
                        sigma,
                        Lists.of(point.toArray()),
                        List.of())),
                ProcessFacts.MorphingFacts.none(),
                List.of(new ProcessFacts.CutFacts("all", d.spec().events(), 1)),
                List.of());
    }

    /** The truth is known if the study takes every process of one toy, with the same options. */
    private Optional<Toy> wholeToy() {
        Toy toy = drawn.get(0).toy();
        Set<Map<String, Double>> options = new HashSet<>();
        drawn.forEach(d -> options.add(options(d.process(), d.spec())));
        boolean whole = options.size() == 1 && drawn.size() == toy.processes().size();
        return whole ? Optional.of(toy) : Optional.empty();
    }
}
