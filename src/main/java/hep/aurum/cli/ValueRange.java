package hep.aurum.cli;

import java.util.List;
import java.util.stream.IntStream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/**
 * Hold equidistant values as {@code A:B} or {@code A:B:N} names them.
 *
 * @param lower A, the first value
 * @param upper B, the last
 * @param points N
 */
record ValueRange(double lower, double upper, int points) {

    private static final int POINTS = 21;
    private static final int MAX_POINTS = 100_000;

    /**
     * Read a range.
     *
     * @param option the option that the text was given for
     * @throws ParameterException if the text is no range
     */
    static ValueRange parse(CommandSpec command, String option, String text) {
        String[] parts = text.split(":", -1);
        try {
            if (parts.length == 2 || parts.length == 3) {
                double lower = Double.parseDouble(parts[0]);
                double upper = Double.parseDouble(parts[1]);
                int points = parts.length == 3 ? Integer.parseInt(parts[2]) : POINTS;
                if (lower < upper && Double.isFinite(upper - lower) && points >= 2 && points <= MAX_POINTS) {
                    return new ValueRange(lower, upper, points);
                }
            }
        } catch (NumberFormatException e) {
            throw refuse(command, option, text);
        }
        throw refuse(command, option, text);
    }

    private static ParameterException refuse(CommandSpec command, String option, String text) {
        return new ParameterException(
                command.commandLine(),
                option + " is \"" + text + "\", expected A:B or A:B:N with A below B and N from 2 to " + MAX_POINTS);
    }

    /** Return the values. */
    List<Double> values() {
        return IntStream.range(0, points)
                .mapToObj(i -> lower + (upper - lower) * i / (points - 1))
                .toList();
    }
}
