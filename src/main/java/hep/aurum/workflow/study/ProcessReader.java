package hep.aurum.workflow.study;

import hep.aurum.base.Names;
import hep.aurum.param.Benchmark;
import hep.aurum.param.ParameterPoint;
import hep.aurum.param.ParameterSpace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Stream;

/** Read the processes of a study. */
final class ProcessReader {

    private final ParameterSpace space;
    private final Function<Section, Path> resolve;

    ProcessReader(ParameterSpace space, Function<Section, Path> resolve) {
        this.space = space;
        this.resolve = resolve;
    }

    List<Study.Process> read(Section section) {
        List<Study.Process> processes = new ArrayList<>();
        section.children().forEach((name, process) -> processes.add(process(name, process)));
        return processes;
    }

    private Study.Process process(String name, Section section) {
        long origins =
                Stream.of("events", "simulator", "command").filter(section::has).count();
        if (origins != 1) {
            throw section.refuse(
                    "the process \"" + name + "\" needs either events, a simulator or a command",
                    "",
                    "give one of the three keys");
        }
        List<Benchmark> benchmarks = benchmarks(section.section("benchmarks"));
        List<Benchmark> checks = benchmarks(section.section("checks"));
        OptionalInt rate = rate(section);
        return new Study.Process(
                name,
                section.text("label", name),
                section.text("role", benchmarks.isEmpty() ? "background" : "signal")
                        .equals("signal"),
                rate,
                section.number("scale", 1),
                section.integer("copies", 1),
                benchmarks,
                checks,
                maxPowers(section, benchmarks, rate),
                section.section("morphing").integer("degree", benchmarks.isEmpty() ? 0 : 2),
                section.section("morphing").has("degree"),
                variations(section, benchmarks, checks),
                files(section, "events", benchmarks, checks),
                simulator(section),
                new CommandReader(space, resolve, at -> benchmark(at, benchmarks, checks)).read(section));
    }

    private List<Study.EventFile> files(
            Section section, String key, List<Benchmark> benchmarks, List<Benchmark> checks) {
        EventFileReader reader = new EventFileReader(space, resolve);
        List<Study.EventFile> files = section.items(key).stream()
                .map(item -> reader.eventFile(item, benchmarks, checks))
                .toList();
        boolean isNominal = key.equals("events");
        if (isNominal
                ? !files.isEmpty() && files.stream().allMatch(Study.EventFile::isForTraining)
                : files.stream().anyMatch(Study.EventFile::isForTraining)) {
            throw section.refuse(
                    isNominal
                            ? "all files of the process are for training, and the tests rest on none"
                            : "the files of a variation are for training, but variations train nothing",
                    key,
                    "leave out use: training " + (isNominal ? "of one file" : "here"));
        }
        return files;
    }

    private List<Study.Variation> variations(Section section, List<Benchmark> benchmarks, List<Benchmark> checks) {
        List<Study.Variation> variations = new ArrayList<>();
        section.section("variations")
                .children()
                .forEach((nuisance, item) -> variations.add(new Study.Variation(
                        nuisance, files(item, "up", benchmarks, checks), files(item, "down", benchmarks, checks))));
        if (!variations.isEmpty() && !section.has("events")) {
            throw section.refuse(
                    "only the files of events have variations", "variations", "give the nominal events as files too");
        }
        return variations;
    }

    private List<Benchmark> benchmarks(Section section) {
        List<Benchmark> benchmarks = new ArrayList<>();
        section.children()
                .forEach((name, item) ->
                        benchmarks.add(item.located(() -> new Benchmark(name, space.point(item.point())))));
        return benchmarks;
    }

    private OptionalInt rate(Section section) {
        if (!section.has("rate")) {
            return OptionalInt.empty();
        }
        Section item = section.section("rate");
        return OptionalInt.of(item.located(() -> space.indexOf(item.text())));
    }

    /**
     * A parameter takes part in the morphing if the benchmarks vary it; its highest power is the degree unless stated. A
     * rate multiplies the polynomial and is no part of it.
     */
    private List<Integer> maxPowers(Section section, List<Benchmark> benchmarks, OptionalInt rate) {
        Section morphing = section.section("morphing");
        int degree = morphing.integer("degree", 2);
        Integer[] powers = new Integer[space.size()];
        for (int i = 0; i < powers.length; i++) {
            int index = i;
            boolean varied = benchmarks.stream()
                    .anyMatch(b ->
                            b.point().get(index) != benchmarks.get(0).point().get(index));
            powers[i] = varied ? degree : 0;
        }
        Section stated = morphing.section("powers");
        stated.children().forEach((name, value) -> {
            int index = stated.located(() -> space.indexOf(name));
            powers[index] = (int) value.number();
        });
        if (rate.isPresent() && powers[rate.getAsInt()] > 0) {
            throw section.refuse(
                    "the rate \"" + space.get(rate.getAsInt()).name() + "\" also varies between the benchmarks",
                    "rate",
                    "a rate multiplies the event weights; leave it out of the benchmark points");
        }
        return List.of(powers);
    }

    /** Return the point of a benchmark or check by its name. */
    static ParameterPoint benchmark(Section at, List<Benchmark> benchmarks, List<Benchmark> checks) {
        Map<String, ParameterPoint> known = new LinkedHashMap<>();
        benchmarks.forEach(b -> known.put(b.name(), b.point()));
        checks.forEach(b -> known.put(b.name(), b.point()));
        ParameterPoint point = known.get(at.text());
        if (point == null) {
            throw at.refuse(
                    "no benchmark is named \"" + at.text() + "\"", "", Names.suggest(at.text(), known.keySet()));
        }
        return point;
    }

    private static Optional<Study.SimulatorSpec> simulator(Section section) {
        if (!section.has("simulator")) {
            return Optional.empty();
        }
        Section simulator = section.section("simulator");
        Map<String, String> options = new LinkedHashMap<>();
        simulator.children().forEach((key, value) -> {
            if (!key.equals("name") && !key.equals("events")) {
                options.put(key, value.text());
            }
        });
        return Optional.of(
                new Study.SimulatorSpec(simulator.text("name", ""), simulator.integer("events", 0), options));
    }
}
