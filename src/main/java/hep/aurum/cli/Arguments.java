package hep.aurum.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Check numbers that were given on the command line; a wrong one is wrong usage. */
final class Arguments {

    private static final int MAX_THREADS = 1024;

    private Arguments() {}

    static int threads(CommandSpec command, int value) {
        if (value < 1 || value > MAX_THREADS) {
            throw refuse(command, "--threads is " + value + ", expected a number from 1 to " + MAX_THREADS);
        }
        return value;
    }

    static int count(CommandSpec command, String option, int value) {
        if (value < 1) {
            throw refuse(command, option + " is " + value + ", expected a number that is at least 1");
        }
        return value;
    }

    static long seed(CommandSpec command, long value) {
        if (value < 0) {
            throw refuse(command, "--seed is " + value + ", expected a number that is not negative");
        }
        return value;
    }

    static double level(CommandSpec command, double value) {
        if (!(value > 0.0 && value < 1.0)) {
            throw refuse(command, "--level is " + value + ", expected a number between 0 and 1");
        }
        return value;
    }

    private static ParameterException refuse(CommandSpec command, String sentence) {
        return new ParameterException(command.commandLine(), sentence);
    }
}
