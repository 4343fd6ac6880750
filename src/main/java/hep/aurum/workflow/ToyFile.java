package hep.aurum.workflow;

import hep.aurum.base.Names;
import hep.aurum.base.NotFound;
import hep.aurum.base.Progress;
import hep.aurum.base.Tally;
import hep.aurum.base.Version;
import hep.aurum.event.Event;
import hep.aurum.event.EventHeader;
import hep.aurum.event.EventWriter;
import hep.aurum.event.RunInfo;
import hep.aurum.event.WeightMeaning;
import hep.aurum.math.random.RandomStreams;
import hep.aurum.param.Benchmark;
import hep.aurum.sample.SimulatedSample;
import hep.aurum.simulator.PolynomialProcess;
import hep.aurum.simulator.toy.Toy;
import hep.aurum.source.lhe.LheWriter;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Write the events of an embedded simulator as a Les Houches file, with weights at the toy's benchmarks.
 *
 * <p>They are the very events that a study of the same seed draws in memory, if it names the processes in the toy's order.
 */
public final class ToyFile {

    private static final double BEAM_ENERGY = 62.5;

    private ToyFile() {}

    /**
     * Write a file, generated at the toy's reference point.
     *
     * @param process one of the toy's processes
     * @param events how many
     * @param seed as in the study
     * @param file ends in {@code .lhe} or {@code .lhe.gz}
     * @throws NotFound if the toy has no such process
     */
    public static void write(Toy toy, String process, int events, long seed, Path file) {
        write(toy, process, events, seed, file, Progress.NONE);
    }

    /** Write a file in the same way, and tell how many events are written. */
    public static void write(Toy toy, String process, int events, long seed, Path file, Progress progress) {
        List<String> names =
                toy.processes().stream().map(PolynomialProcess::name).toList();
        int number = names.indexOf(process);
        if (number < 0) {
            throw new NotFound(
                    "the simulator " + toy.name() + " has no process \"" + process + "\"",
                    "",
                    Names.suggest(process, names));
        }
        PolynomialProcess generator = toy.processes().get(number);
        RandomStreams streams = RandomStreams.of(seed).part(ToySampling.STREAM);
        SimulatedSample sample = new SimulatedSample(generator, toy.reference(), events, number, streams);
        double sigma = generator.crossSection(toy.reference().toArray());
        EventHeader header = new EventHeader(
                "LHE 3.0",
                file.toString(),
                toy.benchmarks().stream().map(Benchmark::name).toList(),
                Map.of(),
                WeightMeaning.MEAN_IS_CROSS_SECTION,
                OptionalDouble.of(sigma),
                OptionalDouble.of(0),
                List.of(),
                run(toy));
        Tally tally = Tally.of(progress, "drawing events", events, "events");
        try (EventWriter writer = LheWriter.create(file, header)) {
            Iterator<Event> drawn = sample.events(toy.benchmarks());
            while (drawn.hasNext()) {
                writer.write(drawn.next());
                tally.add(1);
            }
            writer.finish();
        }
        tally.finish();
    }

    private static RunInfo run(Toy toy) {
        RunInfo.Beams protons = new RunInfo.Beams(2212, 2212, BEAM_ENERGY, BEAM_ENERGY, -1, -1, -1, -1, -4);
        RunInfo.Tool aurum = new RunInfo.Tool("Aurum", Version.number(), toy.name());
        return new RunInfo(Optional.of(protons), List.of(), List.of(aurum), Map.of(), Map.of(), "");
    }
}
