package hep.aurum.simulator.process;

import hep.aurum.base.BadInput;
import hep.aurum.base.Sha256;
import hep.aurum.param.ParameterSpace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Write down everything that decides on the events of a job, one {@code name=value} a line.
 *
 * <p>The SHA-256 of the text is the key of the job. Working folder and output stand in it as placeholders, inputs by the
 * checksum of their content, so that the key does not depend on where the cache is. In values a backslash, a line end and a
 * carriage return are written {@code \\}, {@code \n} and {@code \r}.
 */
final class JobText {

    private static final String FORMAT = "aurum-job-1";

    private final ProcessCommand command;
    private final ParameterSpace space;
    private final Map<String, String> inputSums;

    /**
     * Read the inputs of a command once.
     *
     * @throws BadInput if one cannot be read
     */
    JobText(ProcessCommand command, ParameterSpace space) {
        this.command = command;
        this.space = space;
        Map<String, String> sums = new LinkedHashMap<>();
        command.inputs().forEach((name, path) -> sums.put(name, sum(name, path)));
        this.inputSums = Map.copyOf(sums);
    }

    private static String sum(String name, Path path) {
        if (!Files.isRegularFile(path)) {
            throw new BadInput(
                    "the input " + name + " of a command is not there: no file " + path,
                    "",
                    "check its name and folder");
        }
        try {
            return Sha256.ofFile(path);
        } catch (IOException e) {
            throw new BadInput(
                    "cannot read the input " + name + " of a command: " + e.getMessage(), path.toString(), "");
        }
    }

    /** Return the text of a job. */
    String of(ProcessJob job) {
        Placeholders symbols = symbols(job);
        StringBuilder text = new StringBuilder();
        line(text, "format", FORMAT);
        for (int i = 0; i < command.run().size(); i++) {
            line(text, "run." + i, symbols.render(command.run().get(i), "argument " + i + " of the command"));
        }
        for (int i = 0; i < space.size(); i++) {
            double value = job.theta().get(i) + 0.0;
            String bits = Long.toHexString(Double.doubleToLongBits(value));
            line(text, "theta." + space.get(i).name(), Numerals.exact(value) + " (bits " + bits + ")");
        }
        line(text, "seed", Long.toString(job.seed()));
        line(text, "events", Long.toString(job.events()));
        line(text, "output", command.output());
        line(text, "delivery", command.delivery().name());
        line(text, "version", command.version());
        command.files().forEach((name, template) -> {
            symbols.render(template, "file " + name);
            line(text, "file." + name + ".sha256", Sha256.ofText(template));
        });
        command.inputs()
                .keySet()
                .forEach(name -> line(text, "input." + name + ".sha256", String.valueOf(inputSums.get(name))));
        command.environment()
                .set()
                .forEach((name, value) ->
                        line(text, "environment." + name, symbols.render(value, "environment variable " + name)));
        return text.toString();
    }

    private Placeholders symbols(ProcessJob job) {
        Placeholders symbols = Placeholders.of(space, job.theta())
                .with("seed", Long.toString(job.seed()))
                .with("events", Long.toString(job.events()))
                .with("work", "{work}");
        if (command.delivery() != Delivery.STANDARD_OUTPUT) {
            symbols = symbols.with("output", "{output}");
        }
        for (String name : command.inputs().keySet()) {
            symbols = symbols.with("input." + name, "{input." + name + "}");
        }
        return symbols;
    }

    /** Append a line. */
    static void line(StringBuilder text, String name, Object value) {
        String escaped =
                String.valueOf(value).replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
        text.append(name).append('=').append(escaped).append('\n');
    }
}
