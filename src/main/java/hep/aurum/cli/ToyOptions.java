package hep.aurum.cli;

import hep.aurum.infer.test.Ensemble;
import hep.aurum.infer.test.ToyPlan;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Say how toys are drawn. A command takes it in as a mix-in. */
final class ToyOptions {

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec spec;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "Seed of the toys; default ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Threads that draw and fit toys; the answer does not depend on them. Default one per core.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--ensemble",
            paramLabel = "E",
            description =
                    "unconditional: toys vary counts and auxiliary measurements, both around the conditional fit to "
                            + "the data, the LHC's convention and the default; conditional: counts alone.")
    private Ensemble ensemble = Ensemble.UNCONDITIONAL;

    ToyPlan plan(int toys) {
        CommandSpec command = Objects.requireNonNull(spec);
        return new ToyPlan(
                Arguments.count(command, "--toys", toys),
                Arguments.seed(command, seed),
                Arguments.threads(command, threads),
                ensemble);
    }
}
