package hep.aurum.cli;

import hep.aurum.simulator.toy.Toy;
import hep.aurum.simulator.toy.ToyCatalogue;
import hep.aurum.workflow.ToyFile;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Write the events of an embedded simulator as a Les Houches file. */
@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Write events of an embedded simulator, eft-toy or bump, as a Les Houches file.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  aurum simulate eft-toy --events 10000 --out toy.lhe.gz",
            "  aurum simulate eft-toy --set parameters=2 --set smearing=0.3 --events 10000 --out toy.lhe",
            "  aurum simulate bump --process background --events 5000 --out background.lhe.gz"
        })
final class SimulateCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "NAME", description = "The simulator.")
    private @Nullable String name;

    @Option(names = "--events", paramLabel = "N", required = true, description = "How many events.")
    private int events;

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "The file, .lhe or .lhe.gz.")
    private @Nullable Path out;

    @Option(names = "--process", paramLabel = "P", description = "Which process; default the simulator's first.")
    private @Nullable String process;

    @Option(names = "--set", paramLabel = "KEY=VALUE", description = "An option of the simulator.")
    private Map<String, Double> options = new LinkedHashMap<>();

    @Option(names = "--seed", paramLabel = "N", description = "Seed; default ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Mixin
    private final ProgressOptions progressOptions = new ProgressOptions();

    @Override
    public Integer call() {
        CommandSpec command = Objects.requireNonNull(spec);
        Toy toy = ToyCatalogue.create(Objects.requireNonNull(name), options);
        String chosen = process == null ? toy.processes().get(0).name() : process;
        int count = Arguments.count(command, "--events", events);
        long first = Arguments.seed(command, seed);
        try (ProgressListener progress = progressOptions.open(false)) {
            ToyFile.write(toy, chosen, count, first, Objects.requireNonNull(out), progress);
        }
        System.out.println(out + ": " + events + " events of " + toy.name() + ", process " + chosen);
        System.out.println("observables: " + String.join(", ", toy.featureExpressions()));
        String parameters = String.join(", ", toy.space().names());
        toy.benchmarks().forEach(b -> System.out.println("weight " + b.name() + ": " + parameters + " = " + b.point()));
        return 0;
    }
}
