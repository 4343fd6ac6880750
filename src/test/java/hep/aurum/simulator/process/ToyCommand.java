package hep.aurum.simulator.process;

import hep.aurum.event.EventSource;
import hep.aurum.param.Parameter;
import hep.aurum.param.ParameterPoint;
import hep.aurum.param.ParameterSpace;
import hep.aurum.source.EventSources;
import hep.aurum.source.lhe.LheStream;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Call the {@link ToyGenerator} with the Java that runs the tests. */
final class ToyCommand {

    static final ParameterSpace SPACE = ParameterSpace.of(new Parameter("mean", 1, 100, 10));

    static final EventOpener OPENER = new EventOpener() {
        @Override
        public EventSource open(Path file) {
            return EventSources.open(file);
        }

        @Override
        public EventSource open(InputStream stream, String origin) {
            return LheStream.of(stream, origin);
        }
    };

    private ToyCommand() {}

    /** Return the arguments that start the generator, without its own. */
    static List<String> java() {
        try {
            Path classes = Path.of(ToyGenerator.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-Xshare:auto",
                    "-Xmx64m",
                    "-cp",
                    classes.toString(),
                    ToyGenerator.class.getName());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Return a command that writes {@code events.lhe} in a mode, with more options. */
    static ProcessCommand in(String mode, String... more) {
        return to("{output}", mode, more);
    }

    /** Return a command that writes to its standard output. */
    static ProcessCommand printing(String mode, String... more) {
        return to("", mode, more).withDelivery(Delivery.STANDARD_OUTPUT);
    }

    private static ProcessCommand to(String output, String mode, String... more) {
        List<String> run = new ArrayList<>(java());
        run.addAll(List.of("--theta", "{mean}", "--seed", "{seed}", "--events", "{events}", "--mode", mode));
        if (!output.isEmpty()) {
            run.addAll(List.of("--output", output));
        }
        run.addAll(List.of(more));
        return ProcessCommand.of(run, "events.lhe").withTimeLimit(Duration.ofSeconds(60));
    }

    static ProcessJob job(double mean, long seed, long events) {
        return new ProcessJob(ParameterPoint.of(mean), seed, events);
    }
}
