package hep.aurum.simulator.process;

import hep.aurum.base.Check;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Describe how a program is called; every text may hold placeholders.
 *
 * <p>Placeholders: {@code {theta.NAME}} or, short, {@code {NAME}} for a parameter, {@code {seed}}, {@code {events}},
 * {@code {work}} for the working folder of the job, {@code {output}} for the output in it, {@code {input.NAME}} for a
 * declared input. Numbers are printed with all their bits.
 *
 * @param run the program and its arguments; handed to the operating system as they are, without a shell
 * @param files cards by their name in the working folder: templates that are filled in for every job
 * @param inputs further files that the program reads, by name: not changed, but their content is part of the job's key. A
 *     program declared as an input, and called as {@code {input.NAME}}, makes its jobs anew when it was compiled anew
 * @param output path of the events inside the working folder
 * @param delivery how the events are handed over
 * @param environment the environment variables
 * @param limits time, retries, and how much of its prints is kept
 * @param version a text that makes all jobs anew when it is changed
 */
public record ProcessCommand(
        List<String> run,
        Map<String, String> files,
        Map<String, Path> inputs,
        String output,
        Delivery delivery,
        Environment environment,
        Limits limits,
        String version) {

    private static final int MOST_ARGUMENTS = 10_000;
    private static final int MOST_FILES = 1000;

    /**
     * Choose the program's environment variables.
     *
     * @param isInherited whether all of this program's variables are handed on
     * @param allowed those that are handed on if not all are
     * @param set those that are set on top; values may hold placeholders, and are part of the job's key
     */
    public record Environment(boolean isInherited, List<String> allowed, Map<String, String> set) {

        /** Hand on everything. */
        public static final Environment INHERITED = new Environment(true, List.of(), Map.of());

        /** Check the names. */
        public Environment {
            allowed = List.copyOf(allowed);
            set = ordered(set);
            set.forEach((name, value) -> Check.argument(
                    !name.isEmpty() && name.indexOf('=') < 0 && isText(name) && isText(value),
                    "\"%s\" cannot be an environment variable",
                    name));
        }
    }

    /**
     * Limit what a job may take.
     *
     * @param time wall-clock time of one attempt
     * @param grace time between asking the program to end and ending it
     * @param retries how often a failed job is tried again, with the same seed
     * @param logBytes how many of the last bytes of each of its two print streams are kept
     */
    public record Limits(Duration time, Duration grace, int retries, int logBytes) {

        /** A day, two seconds, no retry, 64 kB. */
        public static final Limits STANDARD = new Limits(Duration.ofDays(1), Duration.ofSeconds(2), 0, 1 << 16);

        private static final int MOST_RETRIES = 100;
        private static final int MOST_LOG = 64 << 20;

        /** Check the numbers. */
        public Limits {
            Check.argument(time.toMillis() > 0, "the time limit is %s, expected a positive time", time);
            Check.argument(!grace.isNegative(), "the grace is %s, expected a time that is not negative", grace);
            Check.argument(
                    retries >= 0 && retries <= MOST_RETRIES, "retries is %s, expected 0 to %s", retries, MOST_RETRIES);
            Check.argument(
                    logBytes >= 0 && logBytes <= MOST_LOG,
                    "the log has %s bytes, expected 0 to %s",
                    logBytes,
                    MOST_LOG);
        }
    }

    /** Copy the collections and check that every path stays inside the working folder. */
    public ProcessCommand {
        run = List.copyOf(run);
        files = ordered(files);
        inputs = ordered(inputs);
        Check.argument(
                !run.isEmpty() && run.size() <= MOST_ARGUMENTS,
                "a command has %s arguments, expected 1 to %s",
                run.size(),
                MOST_ARGUMENTS);
        Check.argument(!run.get(0).isBlank(), "the program of a command has no name");
        run.forEach(text -> Check.argument(isText(text), "an argument of a command holds the character 0"));
        Check.argument(files.size() <= MOST_FILES, "a command has %s files, at most %s", files.size(), MOST_FILES);
        Path events = inside(output);
        Check.argument(
                !events.endsWith(ProcessCache.RECORD), "the output cannot be called \"%s\"", ProcessCache.RECORD);
        for (String file : files.keySet()) {
            Path card = inside(file);
            Check.argument(
                    !card.startsWith(events) && !events.startsWith(card),
                    "the file \"%s\" is in the way of the output \"%s\"",
                    file,
                    output);
        }
    }

    /** Describe a program that writes a file, without cards, in this program's environment, with the standard limits. */
    public static ProcessCommand of(List<String> run, String output) {
        return new ProcessCommand(
                run, Map.of(), Map.of(), output, Delivery.FILE, Environment.INHERITED, Limits.STANDARD, "");
    }

    /** Return the same with cards. */
    public ProcessCommand withFiles(Map<String, String> cards) {
        return new ProcessCommand(run, cards, inputs, output, delivery, environment, limits, version);
    }

    /** Return the same with declared inputs. */
    public ProcessCommand withInputs(Map<String, Path> paths) {
        return new ProcessCommand(run, files, paths, output, delivery, environment, limits, version);
    }

    /** Return the same with another way to hand over the events. */
    public ProcessCommand withDelivery(Delivery way) {
        return new ProcessCommand(run, files, inputs, output, way, environment, limits, version);
    }

    /** Return the same with another environment. */
    public ProcessCommand withEnvironment(Environment variables) {
        return new ProcessCommand(run, files, inputs, output, delivery, variables, limits, version);
    }

    /** Return the same with other limits. */
    public ProcessCommand withLimits(Limits other) {
        return new ProcessCommand(run, files, inputs, output, delivery, environment, other, version);
    }

    /** Return the same with another time limit. */
    public ProcessCommand withTimeLimit(Duration time) {
        return withLimits(new Limits(time, limits.grace(), limits.retries(), limits.logBytes()));
    }

    /** Return the same with another number of retries. */
    public ProcessCommand withRetries(int retries) {
        return withLimits(new Limits(limits.time(), limits.grace(), retries, limits.logBytes()));
    }

    /** Return the same with another version text. */
    public ProcessCommand withVersion(String text) {
        return new ProcessCommand(run, files, inputs, output, delivery, environment, limits, text);
    }

    /** Return a path below a folder, having checked that it is below. */
    private static Path inside(String name) {
        Check.argument(!name.isBlank() && isText(name), "\"%s\" is no name of a file", name);
        Check.argument(
                !Placeholders.isIn(name),
                "the name \"%s\" holds a placeholder; every job has a folder of its own, so names can be the same",
                name);
        try {
            Path path = Path.of(name);
            Path normal = path.normalize();
            Check.argument(
                    !path.isAbsolute()
                            && !normal.startsWith("..")
                            && !normal.toString().isEmpty(),
                    "the path \"%s\" leaves the working folder of the job",
                    name);
            return normal;
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("\"" + name + "\" is no name of a file", e);
        }
    }

    private static boolean isText(String text) {
        return text.indexOf('\0') < 0;
    }

    private static <V> Map<String, V> ordered(Map<String, V> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }
}
