package hep.aurum.simulator.process;

import hep.aurum.param.ParameterSpace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Hold a command with all placeholders filled in for one attempt.
 *
 * @param command what it was made of
 * @param arguments the program and its arguments
 * @param environment the variables that are set
 * @param part the folder of the attempt
 * @param work the working folder, in it
 * @param output the events, in the working folder
 */
record Invocation(
        ProcessCommand command,
        List<String> arguments,
        Map<String, String> environment,
        Path part,
        Path work,
        Path output) {

    /** Create the folders of an attempt and write its cards. */
    static Invocation prepare(ProcessCommand command, ParameterSpace space, ProcessJob job, Path part)
            throws IOException {
        Path work = part.resolve("work");
        Path output = work.resolve(command.output()).normalize();
        Files.createDirectories(folderOf(output, work));
        Placeholders values = Placeholders.of(space, job.theta())
                .with("seed", Long.toString(job.seed()))
                .with("events", Long.toString(job.events()))
                .with("work", work.toString());
        if (command.delivery() != Delivery.STANDARD_OUTPUT) {
            values = values.with("output", output.toString());
        }
        for (Map.Entry<String, Path> input : command.inputs().entrySet()) {
            values = values.with(
                    "input." + input.getKey(), input.getValue().toAbsolutePath().toString());
        }
        Placeholders all = values;
        for (Map.Entry<String, String> file : command.files().entrySet()) {
            Path card = work.resolve(file.getKey()).normalize();
            Files.createDirectories(folderOf(card, work));
            Files.writeString(card, all.render(file.getValue(), "file " + file.getKey()), StandardCharsets.UTF_8);
        }
        Map<String, String> environment = new LinkedHashMap<>();
        command.environment()
                .set()
                .forEach((name, value) -> environment.put(name, all.render(value, "environment variable " + name)));
        List<String> arguments = IntStream.range(0, command.run().size())
                .mapToObj(i -> all.render(command.run().get(i), "argument " + i + " of the command"))
                .toList();
        return new Invocation(command, arguments, environment, part, work, output);
    }

    private static Path folderOf(Path file, Path otherwise) {
        Path folder = file.getParent();
        return folder == null ? otherwise : folder;
    }

    /** Return the command as a person would type it. */
    String line() {
        return ShellLine.of(work, environment, arguments);
    }

    /** Return what is wrong with the output of a program that has ended; empty if it is a file inside the working folder. */
    Optional<String> outputProblem() throws IOException {
        if (!Files.isRegularFile(output)) {
            return Optional.of("ended without writing " + command.output());
        }
        return output.toRealPath().startsWith(work.toRealPath())
                ? Optional.empty()
                : Optional.of("has put a link to a place outside its working folder at " + command.output());
    }
}
