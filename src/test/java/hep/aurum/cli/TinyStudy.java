package hep.aurum.cli;

import hep.aurum.event.Event;
import hep.aurum.event.EventHeader;
import hep.aurum.event.EventWriter;
import hep.aurum.event.WeightMeaning;
import hep.aurum.math.random.RandomStreams;
import hep.aurum.param.Benchmark;
import hep.aurum.sample.SimulatedSample;
import hep.aurum.simulator.toy.EftOptions;
import hep.aurum.simulator.toy.EftToy;
import hep.aurum.source.lhe.LheWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** Make studies of the exact toy in a folder, small enough to run in a second. */
final class TinyStudy {

    static final int EVENTS = 1500;

    /** One operator, three benchmarks, one process, from a file. */
    static final String FROM_FILE = """
            aurum: 1
            name: tiny
            seed: 7
            luminosity: 100
            parameters:
              theta: {range: [-0.3, 0.3]}
            processes:
              signal:
                benchmarks:
                  sm: {theta: 0}
                  b1: {theta: 0.3}
                  b2: {theta: -0.3}
                events:
                  - {file: events.lhe, generated_at: sm}
            selection: [count(photon) >= 1]
            observables:
              x: px(photon[1])
            estimator: {method: rascal, hidden: [6], members: 2, epochs: 3, batch: 128}
            data:
              pseudo: {theta: 0.1}
            tests:
              scan: {points: 9}
            outputs: {figures: false, histograms: true, workspace: true}
            """;

    /** The same toy drawn in process, without files. */
    static final String SIMULATED = """
            aurum: 1
            name: drawn
            luminosity: 100
            parameters:
              theta: {range: [-0.3, 0.3]}
            processes:
              signal:
                simulator: {name: eft-toy, events: 1500, smearing: 0.5}
            estimator: {method: rascal, hidden: [6], members: 1, epochs: 2, batch: 128}
            tests:
              scan: {points: 9}
            outputs: {figures: false, histograms: false, workspace: false}
            """;

    private final Path folder;

    private TinyStudy(Path folder) {
        this.folder = folder;
    }

    /** Use a folder as it is. */
    static TinyStudy at(Path folder) {
        return new TinyStudy(folder);
    }

    /** Write the events of one operator to {@code events.lhe}. */
    static TinyStudy in(Path folder) {
        TinyStudy study = new TinyStudy(folder);
        study.writeEvents("events.lhe", 1, 1);
        return study;
    }

    /** Write events of the toy with their benchmarks. */
    void writeEvents(String name, int operators, long seed) {
        EftToy toy =
                EftToy.of(EftOptions.withDefaults().withParameters(operators).withRange(0.3));
        List<Benchmark> benchmarks = toy.benchmarks();
        SimulatedSample sample = new SimulatedSample(toy, toy.space().standard(), EVENTS, 0, RandomStreams.of(seed));
        EventHeader header = new EventHeader(
                "LHE 3.0",
                name,
                benchmarks.stream().map(Benchmark::name).toList(),
                Map.of(),
                WeightMeaning.MEAN_IS_CROSS_SECTION,
                OptionalDouble.of(1e-3),
                OptionalDouble.of(1e-6),
                List.of());
        try (EventWriter writer = LheWriter.create(folder.resolve(name), header)) {
            for (Iterator<Event> events = sample.events(benchmarks); events.hasNext(); ) {
                writer.write(events.next());
            }
            writer.finish();
        }
    }

    /** Write a study file and return its path. */
    String write(String text) {
        try {
            return Files.writeString(folder.resolve("study.yaml"), text).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Return the path of the output folder. */
    Path out() {
        return folder.resolve("out");
    }

    /** Run a study text into the output folder. */
    CommandRun run(String text, String... more) {
        String[] arguments = Stream.concat(
                        Stream.of("run", write(text), "--out", out().toString(), "--quiet"), Stream.of(more))
                .toArray(String[]::new);
        return CommandRun.of(arguments);
    }

    /** Return the text of a file in the output folder. */
    String output(String name) {
        try {
            return Files.readString(out().resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
